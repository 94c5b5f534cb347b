"""The three ways in which the canvas shows a photograph and its result."""

from enum import StrEnum


class ViewMode(StrEnum):
    """How before and after are shown."""

    RESULT = "result"
    SPLIT = "split"
    SIDE_BY_SIDE = "side-by-side"
