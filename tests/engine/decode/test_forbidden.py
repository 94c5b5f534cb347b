"""Files that an ordinary user may not read are reported, and all others are coloured."""

import os
from pathlib import Path

import pytest

from desktop.engine.batch.sources import find_photos
from desktop.engine.core import paths
from desktop.engine.core.errors import (
    OutputFolderMissingError,
    OutputNotWritableError,
    PictureNotReadableError,
)
from desktop.engine.decode.reader import read_photo, read_thumbnail
from desktop.engine.encode.writer import check_target
from desktop.engine.files.atomic import replacing
from desktop.engine.files.presence import is_file, is_folder, is_there
from desktop.engine.inference.model_installer import survey
from desktop.engine.inference.model_registry import find_models
from desktop.engine.store.preset_library import PresetLibrary
from desktop.engine.store.project_library import ProjectLibrary
from tests.support.ordinary_user import ordinary_user

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions are no bits there")


def test_a_file_that_may_not_be_read(photo_file: Path) -> None:
    content = photo_file.read_bytes()
    with ordinary_user() as folder:
        path = folder / "secret.png"
        path.write_bytes(content)
        path.chmod(0)
        for read in (read_photo, lambda path: read_thumbnail(path, 64)):
            with pytest.raises(PictureNotReadableError, match="may not be read; ask its owner"):
                read(path)


def test_a_folder_that_may_not_be_looked_into_is_told_of_and_the_others_are_searched(
    photo_file: Path,
) -> None:
    content, told = photo_file.read_bytes(), list[OSError]()
    with ordinary_user() as folder:
        for name in ("a", "b", "c"):
            (folder / name).mkdir()
            (folder / name / "photo.png").write_bytes(content)
        (folder / "b").chmod(0)
        found = list(find_photos(folder, unreadable=told.append))
        (folder / "b").chmod(0o700)
        assert [source.path.parent.name for source in found] == ["a", "c"]
        assert [Path(str(error.filename)).name for error in told] == ["b"]


def test_a_folder_that_may_not_be_written_to_is_told_of() -> None:
    with ordinary_user() as folder:
        folder.chmod(0o500)
        with pytest.raises(OutputNotWritableError, match="it is not allowed"), replacing(folder / "a.png"):
            pass
        folder.chmod(0o700)
        assert list(folder.iterdir()) == []


def test_what_lies_in_a_folder_that_may_not_be_looked_into_counts_as_not_there() -> None:
    with ordinary_user() as folder:
        (folder / "closed" / "sub").mkdir(parents=True)
        (folder / "closed" / "a.png").touch()
        (folder / "closed").chmod(0)
        found = [test(folder / "closed" / "a.png") for test in (is_there, is_file, is_folder)]
        found.append(is_folder(folder / "closed" / "sub"))
        with pytest.raises(OutputFolderMissingError):
            check_target(folder / "closed" / "sub" / "b.png", None)
        (folder / "closed").chmod(0o700)
    assert found == [False] * 4


def test_a_user_folder_that_may_not_be_looked_into_counts_as_empty_and_is_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with ordinary_user() as folder:
        (folder / "home").mkdir(0)
        monkeypatch.setenv(paths.HOME_VARIABLE, str(folder / "home"))
        monkeypatch.setattr(paths, "shipped_dir", lambda: folder)
        presets = PresetLibrary()
        assert presets.problems == (f"{folder / 'home' / 'presets'} cannot be read (it is not allowed).",)
        assert (presets.all(), find_models(), survey()) == ([], [], [])
        assert ProjectLibrary().stored([folder / "a.jpg"]) == {}
        (folder / "home").chmod(0o700)
