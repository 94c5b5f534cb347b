"""The key of a result stays what it was in ledgers of older versions, and changes with whatever changes the result."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from desktop.engine.batch import result_key as module
from desktop.engine.batch.result_key import result_key
from desktop.engine.edits.adjustments import RANGES, Adjustments
from desktop.engine.render.pipeline import RenderRequest
from tests.support.edits import edit_of

AS_IN_OLDER_LEDGERS = "e7407c60cb6b64580b3ce724fc196d0d"


def key_of(**adjusted: float) -> str:
    edit = edit_of("rust", (0.5, -0.25), Adjustments(**adjusted))
    request: Any = SimpleNamespace(edit=edit, used_models=[SimpleNamespace(sha256="0" * 64)])
    return result_key(cast(RenderRequest, request), 92)


def test_the_key_is_that_of_older_ledgers() -> None:
    assert key_of(amount=0.8) == AS_IN_OLDER_LEDGERS


def test_every_adjustment_changes_the_key() -> None:
    changed = {key_of(**{name: most / 2}) for name, (_least, most) in RANGES.items()}
    assert len(changed | {key_of()}) == len(RANGES) + 1


def test_an_adjustment_that_came_later_changes_it_only_where_it_is_not_neutral(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    neutral, turned = key_of(), key_of(hue=30)
    monkeypatch.setattr(module, "FIRST_ADJUSTMENTS", tuple(name for name in RANGES if name != "hue"))
    assert key_of() != neutral  # without "hue" among what is hashed, as before there was one
    assert key_of(hue=30) == turned
