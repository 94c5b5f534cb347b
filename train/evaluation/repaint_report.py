"""Scores of painters, as Markdown tables."""

from collections.abc import Mapping
from typing import Any

from train.evaluation.goals import repaint_goals_of
from train.evaluation.repaint import ALEX, SQUEEZE
from train.evaluation.tables import goal_section, score_table, section, unmeasured

_COLUMNS = (
    (SQUEEZE, "Fréchet, SqueezeNet", 0),
    (f"{SQUEEZE}_fall", "fall", 3),
    (ALEX, "Fréchet, AlexNet", 1),
    (f"{ALEX}_fall", "fall", 3),
    ("cycle_photos_db", "photo and back, dB", 1),
    ("cycle_paintings_db", "painting and back, dB", 1),
    ("painted_db", "painted to photo, dB", 1),
    ("grid", "grid", 2),
)


def repaint_markdown(result: Mapping[str, Any]) -> str:
    """Lay the result of `train.evaluation.repaint.evaluate_repaint` out as Markdown."""
    pictures, models = result["pictures"], result["models"]
    lines = [f"{pictures['photos']} photographs, {pictures['paintings']} paintings of the group.", ""]
    lines += section("Painted", score_table(result["repaint"], _COLUMNS))
    lines += unmeasured(result["repaint"], SQUEEZE, "The Fréchet distances were not measured.")
    lines += goal_section({name: repaint_goals_of(result, name) for name in models})
    return "\n".join(lines[:-1]) + "\n"
