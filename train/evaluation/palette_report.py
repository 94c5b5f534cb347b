"""Scores of palette models, as Markdown tables."""

from collections.abc import Mapping
from typing import Any

from train.evaluation.goals import goals_of
from train.evaluation.tables import (
    NO_PERCEPTION,
    collections_section,
    goal_section,
    rows_of,
    score_table,
    section,
    unmeasured,
)

_COLUMNS = {
    "self_reference": (
        ("ab_mse", "ab-MSE", 1),
        ("ab_rmse", "ab-RMSE", 2),
        ("psnr_db", "PSNR, dB", 2),
        ("lpips", "LPIPS", 4),
        ("frechet", "Fréchet", 1),
        ("colourfulness_ratio", "colourfulness", 2),
    ),
    "painting_reference": (
        ("palette", "palette, ab", 2),
        ("palette_ratio", "palette / grey", 3),
        ("mean_shift", "Δ mean", 2),
        ("spread_shift", "Δ std", 2),
        ("transported_ab_mse", "ab-MSE to transported", 1),
        ("swap", "swap, ab", 1),
        ("bleeding", "bleeding", 3),
        ("unrest", "unrest", 2),
        ("beyond_lightness", "beyond lightness", 2),
        ("colourfulness_ratio", "colourfulness", 2),
    ),
    "kin_reference": (
        ("ab_mse", "ab-MSE", 1),
        ("psnr_db", "PSNR, dB", 2),
    ),
}
_TITLES = {
    "self_reference": "The photograph as its own reference",
    "painting_reference": "A painting as reference",
    "kin_reference": "Another photograph of the same collection as reference",
}
_SOURCE_COLUMNS = (
    ("ab_mse", "ab-MSE", 1),
    ("psnr_db", "PSNR, dB", 2),
    ("colourfulness_ratio", "colourfulness", 2),
)


def _latent(name: str, of_model: Mapping[str, Any]) -> list[str]:
    latent, blends = of_model["latent"], of_model["blends"]
    rows = {
        f"to the {which} painting": [f"{distance:.2f}" for distance in blends[f"to_{which}"]]
        for which in ("first", "second")
    }
    spread = (
        f"Spread of its entries over the paintings: smallest {latent['smallest']:.3f}, largest "
        f"{latent['largest']:.3f}, ratio {latent['ratio']:.3f}."
    )
    blended = (
        f"Palette distance (ab units) under blends of two embeddings, mean of {blends['pairs']} pairs; both distances "
        f"are monotone for {blends['monotone']:.0%} of the pairs:"
    )
    table = rows_of("share of the second", [f"{share:g}" for share in blends["shares"]], rows)
    return section(f"The embedding of {name}", [spread, "", blended, "", *table])


def _by_source(result: Mapping[str, Any]) -> list[str]:
    rivals = [*result["models"], "rank table"]
    columns = [f"{title}: {rival}" for _, title, _ in _SOURCE_COLUMNS for rival in rivals]
    rows = {
        source: [str(part["photos"])]
        + [
            f"{part['scores'][rival][key]:.{digits}f}"
            for key, _, digits in _SOURCE_COLUMNS
            for rival in rivals
        ]
        for source, part in result["by_source"].items()
    }
    return collections_section("By collection, the photograph as its own reference", columns, rows)


def markdown(result: Mapping[str, Any]) -> str:
    """Lay the result of `train.evaluation.palette.evaluate` out as Markdown."""
    pictures, models = result["pictures"], result["models"]
    lines = [f"{pictures['photos']} photographs, {pictures['paintings']} paintings.", ""]
    for test, columns in _COLUMNS.items():
        if result[test]:
            lines += section(_TITLES[test], score_table(result[test], columns))
    lines += unmeasured(result["self_reference"], "lpips", NO_PERCEPTION)
    lines += goal_section({name: goals_of(result, name) for name in models})
    for name, of_model in models.items():
        lines += _latent(name, of_model)
    if models:
        lines += _by_source(result)
    return "\n".join(lines[:-1]) + "\n"
