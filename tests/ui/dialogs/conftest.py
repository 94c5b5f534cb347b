"""Fixtures for the tests of the dialogs."""

from tests.support.model_cards import manager

__all__ = ["manager"]
