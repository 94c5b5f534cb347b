"""Numbers for gestures: the changes of one drag, brush stroke or run of keys become one step that can be undone."""

from itertools import count

_gestures = count(1)


def new_gesture() -> int:
    """A number for the next drag, stroke or run of keys: changes under one number become one step."""
    return next(_gestures)
