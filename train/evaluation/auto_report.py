"""Scores of models that take no reference, as Markdown tables."""

from collections.abc import Mapping
from typing import Any

from train.core.colour_names import COLOUR_NAMES
from train.evaluation.auto import GREY
from train.evaluation.goals import auto_goals_of
from train.evaluation.measures import REAL
from train.evaluation.tables import (
    NO_PERCEPTION,
    collections_section,
    goal_section,
    rows_of,
    score_table,
    section,
    unmeasured,
)

_COLUMNS = (
    ("ab_mse", "ab-MSE", 1),
    ("ab_rmse", "ab-RMSE", 2),
    ("psnr_db", "PSNR, dB", 2),
    ("lpips", "LPIPS", 4),
    ("frechet", "Fréchet", 1),
    ("frechet_equalised", "Fréchet, equally colourful", 1),
    ("equalising_factor", "by a factor of", 2),
    ("colourfulness_ratio", "colourfulness", 2),
    ("colourfulness_share", "of all together", 2),
    ("bleeding", "bleeding", 3),
    ("beyond_lightness", "beyond lightness", 2),
)


def _kinds(result: Mapping[str, Any]) -> list[str]:
    """Shares of the kinds of colour in the photographs and in every answer."""
    of_rivals: Mapping[str, Any] = result["confusion"]
    shares = {"the photographs": next(iter(of_rivals.values()))["photos"]}
    shares |= {name: kinds["answers"] for name, kinds in of_rivals.items()}
    rows = {name: [f"{share:.0%}" for share in of_kind] for name, of_kind in shares.items()}
    return section("Kinds of colour, share of the pixels", rows_of("", list(COLOUR_NAMES), rows))


def _confusion(name: str, kinds: Mapping[str, Any]) -> list[str]:
    rows = {
        true: [f"{share:.0%}" for share in row] for true, row in zip(COLOUR_NAMES, kinds["rows"], strict=True)
    }
    title = f"**What became of every kind of colour: {name}** (true kinds down, shares of each across)"
    return [title, "", *rows_of("true", list(COLOUR_NAMES), rows), ""]


def _by_source(result: Mapping[str, Any]) -> list[str]:
    names = [
        name for name in next(iter(result["by_source"].values()))["scores"] if name in result["confusion"]
    ]
    columns = [f"PSNR, dB: {GREY}"]
    for title in ("PSNR, dB", "colourfulness"):
        columns += [f"{title}: {name}" for name in names]
    columns += [f"brown: {name}" for name in (REAL, *names)]
    rows = {}
    for source, part in result["by_source"].items():
        scores, brown = part["scores"], part["brown"]
        cells = [str(part["photos"]), f"{scores[GREY]['psnr_db']:.2f}"]
        cells += [f"{scores[name]['psnr_db']:.2f}" for name in names]
        cells += [f"{scores[name]['colourfulness_ratio']:.2f}" for name in names]
        cells += [f"{brown[name]:.0%}" for name in (REAL, *names)]
        rows[source] = cells
    return collections_section("By collection", columns, rows)


def auto_markdown(result: Mapping[str, Any]) -> str:
    """Lay the result of `train.evaluation.auto.evaluate_auto` out as Markdown."""
    lines = [f"{result['pictures']['photos']} photographs.", ""]
    lines += section("Without a reference", score_table(result["no_reference"], _COLUMNS))
    real = next(iter(result["no_reference"].values()))
    bleeding, beyond = real["true_bleeding"], real["true_beyond_lightness"]
    lines += [
        f"The real photographs have a bleeding of {bleeding:.3f}, and {beyond:.2f} beyond lightness.",
        "",
    ]
    lines += unmeasured(result["no_reference"], "lpips", NO_PERCEPTION)
    lines += goal_section({name: auto_goals_of(result, name) for name in result["models"]})
    lines += _kinds(result)
    for name, kinds in result["confusion"].items():
        lines += _confusion(name, kinds)
    lines += _by_source(result)
    return "\n".join(lines[:-1]) + "\n"
