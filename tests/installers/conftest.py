"""The application of the window's tests, which draws icons here: a process has one application for good."""

from tests.support.window import qapp

__all__ = ["qapp"]
