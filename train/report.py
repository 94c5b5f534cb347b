"""Scores as Markdown tables."""

from typing import Any

from train.evaluate import Scores

_COLUMNS = {
    "self_reference": (
        ("ab_mse", "ab-MSE", 1),
        ("ab_rmse", "ab-RMSE", 2),
        ("psnr_db", "PSNR, dB", 2),
        ("lpips", "LPIPS", 4),
        ("colourfulness_ratio", "colourfulness", 2),
    ),
    "painting_reference": (
        ("palette", "palette, ab", 2),
        ("palette_ratio", "palette / grey", 3),
        ("mean_shift", "Δ mean", 2),
        ("spread_shift", "Δ std", 2),
        ("swap", "swap, ab", 1),
        ("bleeding", "bleeding", 3),
        ("colourfulness_ratio", "colourfulness", 2),
    ),
}
_TITLES = {
    "self_reference": "The photograph as its own reference",
    "painting_reference": "A painting as reference",
}


def _table(scores: Scores, columns: tuple[tuple[str, str, int], ...]) -> list[str]:
    present = [column for column in columns if any(column[0] in measures for measures in scores.values())]
    lines = [
        "| | " + " | ".join(title for _, title, _ in present) + " |",
        "| --- " * (len(present) + 1) + "|",
    ]
    for rival, measures in scores.items():
        cells = [f"{measures[key]:.{digits}f}" if key in measures else "" for key, _, digits in present]
        lines.append(f"| {rival} | " + " | ".join(cells) + " |")
    return lines


def markdown(result: dict[str, Any]) -> str:
    """Lay the result of `train.evaluate.evaluate` out as Markdown."""
    pictures = result["pictures"]
    lines = [f"{pictures['photos']} photographs, {pictures['paintings']} paintings.", ""]
    for section, columns in _COLUMNS.items():
        lines += [f"**{_TITLES[section]}**", "", *_table(result[section], columns), ""]
    if "latent" in result:
        latent = result["latent"]
        lines.append(
            f"Spread of the embedding's entries over the paintings: smallest {latent['smallest']:.3f}, "
            f"largest {latent['largest']:.3f}, ratio {latent['ratio']:.3f}."
        )
    return "\n".join(lines) + "\n"
