"""Text in pictures: accents are there, and nothing is clipped."""

import pytest

from desktop.engine.batch.lettering import font, wrapped
from desktop.engine.store.preset_library import PresetLibrary


@pytest.mark.parametrize("letter", "ÉéèêçüßøłşőñÅæœŻ–’“№ΩЖ")
def test_the_font_has_letters_beyond_ascii(letter: str) -> None:
    letters = font(20)
    assert bytes(letters.getmask(letter)) != bytes(letters.getmask("\uffff"))  # what stands for a missing one


def test_the_font_has_every_letter_of_the_shipped_presets() -> None:
    letters = font(20)
    missing = bytes(letters.getmask("\uffff"))
    used = set("".join(preset.name for preset in PresetLibrary().all())) - {" "}
    assert len(used) > 40
    assert [letter for letter in used if bytes(letters.getmask(letter)) == missing] == []


@pytest.mark.parametrize("width_px", [30, 80, 150, 400])
@pytest.mark.parametrize("text", ["Étretat", "A Sunday Afternoon on the Island of La Grande Jatte", "x" * 90])
def test_lines_fit_and_lose_nothing_that_there_is_room_for(text: str, width_px: int) -> None:
    lines = wrapped(text, 14, width_px, 50)
    assert max(font(14).getlength(line) for line in lines) <= width_px
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_words_stay_whole_where_they_fit() -> None:
    assert wrapped("The Folies-Bergère by night", 14, 90, 9) == ["The Folies-", "Bergère by", "night"]


def test_what_is_left_over_is_an_ellipsis() -> None:
    lines = wrapped("A Sunday Afternoon on the Island of La Grande Jatte", 14, 120, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert font(14).getlength(lines[1]) <= 120


def test_accents_in_two_pieces_are_put_together() -> None:
    assert wrapped("E\u0301tretat", 14, 400, 1) == ["Étretat"]
    assert wrapped("  ", 14, 400, 1) == []
