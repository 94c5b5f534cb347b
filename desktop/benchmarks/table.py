"""Figures as a Markdown table."""

from collections.abc import Mapping


def markdown(results: Mapping[str, Mapping[str, float]]) -> str:
    """A table with a column for each size and a row for each figure."""
    names = list(next(iter(results.values())))
    lines = [_row(["", *results]), _row(["---"] * (len(results) + 1))]
    lines += [_row([name, *(f"{figures[name]:.3f}" for figures in results.values())]) for name in names]
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
