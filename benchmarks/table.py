"""Figures as Markdown tables."""

from collections.abc import Mapping


def markdown(results: Mapping[str, Mapping[str, str]]) -> str:
    """A table with a column for each key of `results` and a row for each figure."""
    names = list(dict.fromkeys(name for figures in results.values() for name in figures))
    lines = [_row(["", *results]), _row(["---"] * (len(results) + 1))]
    lines += [_row([name, *(figures.get(name, "") for figures in results.values())]) for name in names]
    return "\n".join(lines)


def with_ratios(seconds: Mapping[str, float], unit_s: float) -> dict[str, str]:
    """Each time in seconds, and in brackets as a multiple of `unit_s`."""
    return {name: f"{value:.3g} ({value / unit_s:.2f})" for name, value in seconds.items()}


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
