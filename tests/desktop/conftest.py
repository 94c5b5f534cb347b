"""Fixtures for the tests of the program: a tiny model, photographs and paintings."""

from tests.support.models import *  # noqa: F403 - fixtures
