"""Exports that are held back until a test lets them go on."""

import threading
from collections.abc import Iterator

import pytest

from desktop.engine.batch import runner as batch_module


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Results are only made once this is set."""
    gate = threading.Event()
    real = batch_module.develop

    def develop(prepared: object, photo: object, output: object, cancel: object, *others: object) -> object:
        while not gate.wait(0.01):
            cancel.raise_if_cancelled()  # type: ignore[attr-defined]
        return real(prepared, photo, output, cancel, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(batch_module, "develop", develop)
    yield gate
    gate.set()
