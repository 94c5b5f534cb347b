"""Markdown tables of scores."""

from collections.abc import Mapping, Sequence

from train.evaluation.goals import Goal

Column = tuple[str, str, int]
"""Measure, title, digits."""
NO_PERCEPTION = "LPIPS and the Fréchet distance were not measured."


def rows_of(title: str, columns: Sequence[str], rows: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the lines of a table whose first column, headed `title`, holds the names of the rows."""
    lines = [f"| {title} | " + " | ".join(columns) + " |", "| --- " * (len(columns) + 1) + "|"]
    return lines + [f"| {name} | " + " | ".join(cells) + " |" for name, cells in rows.items()]


def score_table(scores: Mapping[str, Mapping[str, float]], columns: Sequence[Column]) -> list[str]:
    """Return the lines of a table of measures by rival; a measure that no rival has is left out."""
    present = [column for column in columns if any(column[0] in measures for measures in scores.values())]
    rows = {
        rival: [f"{measures[key]:.{digits}f}" if key in measures else "" for key, _, digits in present]
        for rival, measures in scores.items()
    }
    return rows_of("", [title for _, title, _ in present], rows)


def section(title: str, table: Sequence[str]) -> list[str]:
    """Return the lines of a table under a title in bold, and an empty line to end with."""
    return [f"**{title}**", "", *table, ""]


def collections_section(title: str, columns: Sequence[str], rows: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the lines of a titled table with a row for every collection, whose first cell counts its photographs."""
    return section(title, rows_of("collection", ["photos", *columns], rows))


def unmeasured(scores: Mapping[str, Mapping[str, float]], measure: str, text: str) -> list[str]:
    """Return a sentence that says so where no rival has a measure."""
    return [] if any(measure in measures for measures in scores.values()) else [text, ""]


def goal_section(goals: Mapping[str, Sequence[Goal]]) -> list[str]:
    """Return the lines of a titled table of goals, and how far each model came; every model has the same goals.

    Nothing without a model.
    """
    if not goals:
        return []
    rows = {
        same[0].what: [same[0].wanted, *(_reached(goal) for goal in same)]
        for same in zip(*goals.values(), strict=True)
    }
    return section("What a model is to reach", rows_of("goal", ["wanted", *goals], rows))


def _reached(goal: Goal) -> str:
    if goal.reached is None:
        return "not measured"
    return f"{goal.reached:.{goal.digits}f}, {'met' if goal.met else '**missed**'}"
