"""Messages hold the program's own words; what a library or the system said stays with the cause."""

import errno
import json
import os
from pathlib import Path

import pytest

from desktop.engine.core.errors import DamagedPictureError, TintypeError
from desktop.engine.core.reasons import Reason, cause_of, reason_of, system_reason, with_cause, without_cause
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.preset import read_preset
from tests.engine import pictures


def test_own_words_are_told_and_those_of_a_library_are_not() -> None:
    assert reason_of(Reason("the palette is not  a list")) == "the palette is not a list"
    assert (
        reason_of(ValueError("invalid literal for int() with base 10: 'x'")) == "what it holds makes no sense"
    )
    assert reason_of(KeyError("format")) == "its field 'format' is missing"
    with pytest.raises(json.JSONDecodeError) as broken:
        json.loads("{")
    assert reason_of(broken.value) == "it is not JSON"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "the disk reports an error"),
        (errno.EXDEV, f"error {errno.EXDEV} of the system"),
    ],
)
def test_what_the_system_says_is_said_in_own_words(number: int, told: str) -> None:
    assert system_reason(OSError(number, os.strerror(number), "a.jpg")) == told


def test_a_picture_that_breaks_off_keeps_what_its_decoder_said_as_the_cause(tmp_path: Path) -> None:
    path = tmp_path / "cut.jpg"
    path.write_bytes(pictures.jpeg_bytes(pictures.colours(300, 300))[:700])
    with pytest.raises(DamagedPictureError) as caught:
        read_photo(path)
    assert (
        str(caught.value) == f"{path} is damaged or incomplete (it breaks off in the middle); copy it again."
    )
    assert "premature end" in cause_of(caught.value)


def test_a_cause_of_our_own_is_not_told_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.tintype"
    path.write_text('{"format": 1}')
    with pytest.raises(TintypeError) as caught:
        read_preset(path)
    assert "is missing" in str(caught.value)
    own = DamagedPictureError("x")
    own.__cause__ = Reason("y")
    assert cause_of(own) == ""


def test_causes_that_lead_in_a_circle_have_an_end() -> None:
    one, other = DamagedPictureError("x"), DamagedPictureError("y")
    one.__cause__, other.__cause__ = other, one
    assert cause_of(one) == ""
    one.__cause__ = one
    assert cause_of(one) == ""


def test_a_cause_is_put_to_a_message_and_taken_away() -> None:
    message = "/a/photo [1].jpg is empty; copy it again."
    assert with_cause(message, "") == message
    assert with_cause(message, "OSError: no [x]") == f"{message} [OSError: no [x]]"
    assert without_cause(with_cause(message, "OSError: no [x]")) == message
    assert without_cause("It is called photo [1]") == "It is called photo [1]"
