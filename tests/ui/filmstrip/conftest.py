"""Fixtures for the tests of the film strip."""

from tests.support.natural_colours import *  # noqa: F403 - fixtures
