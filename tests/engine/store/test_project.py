"""The file of a project: read back as it was, and refused where it is none."""

from pathlib import Path

import numpy as np
import pytest

from desktop.engine.core.errors import DamagedEditError
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PROJECT_SUFFIX, PhotoMark, read_project, write_project
from tests.engine import pictures
from tests.support.projects import PROJECT

MARK = PhotoMark("cd" * 16, "/photos/grandfather.jpg")


def test_a_project_is_read_back_as_it_was_and_can_be_read_by_people(tmp_path: Path) -> None:
    path = write_project(MARK, PROJECT, tmp_path / f"a{PROJECT_SUFFIX}")
    assert read_project(path) == (MARK, PROJECT)
    text = path.read_text("utf-8")
    for part in ('"path": "/photos/grandfather.jpg"', "Nacht über der Rhône", "Zweiter", '"amount": 0.7'):
        assert part in text


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "null", '{"format": 1}', "[" * 100_000])
def test_what_is_no_project(tmp_path: Path, text: str) -> None:
    path = tmp_path / f"a{PROJECT_SUFFIX}"
    path.write_text(text)
    with pytest.raises(DamagedEditError) as caught:
        read_project(path)
    assert "\n" not in str(caught.value)


def test_a_project_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_project(tmp_path / "none")


def test_the_key_is_of_what_the_photo_shows() -> None:
    ramp = pictures.ramp(600, 400)
    brighter = (ramp // 2 + 100).astype(np.uint8)
    assert Photo(None, ramp).key == Photo(Path("a.png"), ramp.copy(), bit_depth=8).key
    assert len({Photo(None, values).key for values in (ramp, brighter, ramp[:, ::-1].copy(), ramp[1:])}) == 4
