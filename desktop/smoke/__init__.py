"""A built program proves itself: window, colours, saved files, and the picture recorded for the model."""
