"""Fixtures for the tests of the whole program: the real one on an invisible screen, with a tiny model."""

from tests.support.natural_colours import *  # noqa: F403 - fixtures
from tests.support.window import *  # noqa: F403 - fixtures
