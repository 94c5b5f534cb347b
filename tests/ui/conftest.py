"""Fixtures for the tests of the window: the real program on an invisible screen, with a tiny model."""

from tests.support.canvas_scenes import *  # noqa: F403 - fixtures
from tests.support.history import *  # noqa: F403 - fixtures
from tests.support.signals import heard_ctrl_c  # noqa: F401 - a fixture
from tests.support.window import *  # noqa: F403 - fixtures
