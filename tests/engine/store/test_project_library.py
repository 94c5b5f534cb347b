"""What was made of a photograph is found again: by place, by content, beside it or in the library."""

import errno
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop.engine.core.errors import NewerEditError, OutputNotWritableError
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.edit import Edit
from desktop.engine.files import plain_file
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PhotoMark, Project, project_to_json, read_project
from desktop.engine.store.project_library import ProjectLibrary
from tests.engine import pictures
from tests.support.projects import NIGHT, PROJECT


@pytest.fixture
def library(tmp_path: Path) -> ProjectLibrary:
    return ProjectLibrary(tmp_path / "edits")


def kept_files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_photo_finds_its_project_again(library: ProjectLibrary, photo_file: Path) -> None:
    assert library.find(read_photo(photo_file)).project is None
    library.keep(PhotoMark.of(read_photo(photo_file)), PROJECT)
    assert library.find(read_photo(photo_file)).project == PROJECT


def test_a_photo_without_a_file_finds_its_project_again(library: ProjectLibrary) -> None:
    pasted = Photo(None, pictures.ramp())
    library.keep(PhotoMark.of(pasted), PROJECT, beside=True)
    assert library.find(Photo(None, pictures.ramp())).project == PROJECT


def test_a_photo_that_was_moved_and_renamed_is_found_by_what_it_shows(
    library: ProjectLibrary, photo_file: Path, tmp_path: Path
) -> None:
    library.keep(PhotoMark.of(read_photo(photo_file)), PROJECT)
    (tmp_path / "elsewhere").mkdir()
    moved = photo_file.rename(tmp_path / "elsewhere" / "grandfather.png")
    assert library.find(read_photo(moved)).project == PROJECT


def test_copies_in_two_folders_have_two_edits(
    library: ProjectLibrary, photo_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.png"
    copy.write_bytes(photo_file.read_bytes())
    other = Project(Edit(Blend.of(NIGHT)))
    library.keep(PhotoMark.of(read_photo(photo_file)), PROJECT)
    library.keep(PhotoMark.of(read_photo(copy)), other)
    assert library.find(read_photo(photo_file)).project == PROJECT
    assert library.find(read_photo(copy)).project == other


def test_another_picture_under_the_same_name_has_no_edit(library: ProjectLibrary, photo_file: Path) -> None:
    library.keep(PhotoMark.of(read_photo(photo_file)), PROJECT)
    Image.fromarray(pictures.ramp(50, 60)).save(photo_file)
    assert library.find(read_photo(photo_file)).project is None


def test_beside_the_photo_when_that_is_wanted(
    library: ProjectLibrary, photo_file: Path, tmp_path: Path
) -> None:
    path = library.keep(PhotoMark.of(read_photo(photo_file)), PROJECT, beside=True)
    assert path == photo_file.with_name("photo.png.tintype-edit")
    assert not (tmp_path / "edits").exists()
    assert library.find(read_photo(photo_file)).project == PROJECT


def test_of_two_places_the_newer_counts(library: ProjectLibrary, photo_file: Path) -> None:
    mark, newer = PhotoMark.of(read_photo(photo_file)), Project(Edit(Blend.of(NIGHT)))
    old = library.keep(mark, PROJECT, beside=True)
    os.utime(old, (1, 1))
    library.keep(mark, newer)
    assert library.find(read_photo(photo_file)).project == newer


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden here")
def test_a_folder_that_may_not_be_written_does_not_lose_the_edit(
    library: ProjectLibrary, photo_file: Path
) -> None:
    mark = PhotoMark.of(read_photo(photo_file))
    photo_file.parent.chmod(0o555)
    try:
        with pytest.raises(OutputNotWritableError):
            library.keep(mark, PROJECT, beside=True)  # the library lies in that folder, too
    finally:
        photo_file.parent.chmod(0o755)


def test_where_nothing_can_be_written_beside_it_goes_to_the_library(
    library: ProjectLibrary, photo_file: Path, tmp_path: Path
) -> None:
    mark = replace(PhotoMark.of(read_photo(photo_file)), path=str(tmp_path / "gone" / "photo.png"))
    path = library.keep(mark, PROJECT, beside=True)
    assert path.is_relative_to(tmp_path / "edits")


def test_a_damaged_project_is_set_aside_and_told_of_once(library: ProjectLibrary, photo_file: Path) -> None:
    path = library.keep(PhotoMark.of(read_photo(photo_file)), PROJECT, beside=True)
    content = path.read_bytes()[:-40]
    path.write_bytes(content)
    found = library.find(read_photo(photo_file))
    assert found.project is None
    assert found.writable
    assert "damaged" in found.problem
    assert "photo.png.tintype-edit.damaged" in found.problem
    assert path.with_name(path.name + ".damaged").read_bytes() == content
    assert library.find(read_photo(photo_file)).problem == ""


def test_an_older_one_steps_in_for_a_damaged_one(library: ProjectLibrary, photo_file: Path) -> None:
    mark = PhotoMark.of(read_photo(photo_file))
    os.utime(library.keep(mark, PROJECT, beside=True), (1, 1))
    library.keep(mark, PROJECT).write_text("{")
    found = library.find(read_photo(photo_file))
    assert found.project == PROJECT
    assert "damaged" in found.problem


@pytest.mark.parametrize("change", [{"format": 2}, {"sparkle": True}])
def test_a_newer_programs_project_is_left_alone(
    library: ProjectLibrary, photo_file: Path, change: dict[str, object]
) -> None:
    mark = PhotoMark.of(read_photo(photo_file))
    path = library.keep(mark, PROJECT)
    path.write_text(json.dumps(project_to_json(mark, PROJECT) | change))
    with pytest.raises(NewerEditError):
        read_project(path)
    found = library.find(read_photo(photo_file))
    assert (found.project, found.writable) == (None, False)
    assert "newer version" in found.problem
    assert path.exists()


@pytest.mark.parametrize("kind", ["cut", "newer", "unreadable"])
@pytest.mark.parametrize("beside", [False, True])
def test_what_cannot_be_read_is_set_aside_before_another_takes_its_place(
    library: ProjectLibrary, photo_file: Path, monkeypatch: pytest.MonkeyPatch, kind: str, beside: bool
) -> None:
    mark = PhotoMark.of(read_photo(photo_file))
    path = library.keep(mark, PROJECT, beside=beside)
    if kind == "cut":
        path.write_bytes(path.read_bytes()[:-40])
    elif kind == "newer":
        path.write_text(json.dumps(project_to_json(mark, PROJECT) | {"sparkle": True}))
    content, later = path.read_bytes(), ProjectLibrary(library._folder)
    real = plain_file.open_plain

    def fail(file: Path) -> Any:
        if file == path:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(file)

    with monkeypatch.context() as patch:
        if kind == "unreadable":
            patch.setattr(plain_file, "open_plain", fail)
        later.keep(mark, Project(Edit()), beside=beside)
    aside = path.with_name(path.name + ".damaged")
    assert aside.read_bytes() == content
    assert read_project(path)[1] == Project(Edit())
    assert [aside.name in problem for problem in later.take_problems()] == [True]
    later.keep(mark, PROJECT, beside=beside)
    assert later.take_problems() == []


def test_what_cannot_be_read_is_not_forgotten_but_set_aside(
    library: ProjectLibrary, photo_file: Path
) -> None:
    mark = PhotoMark.of(read_photo(photo_file))
    path = library.keep(mark, PROJECT)
    path.write_text("{")
    ProjectLibrary(library._folder).remove(mark)
    assert kept_files(library._folder) == [path.name + ".damaged"]


def test_what_cannot_be_set_aside_is_not_written_over(
    library: ProjectLibrary, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = PhotoMark.of(read_photo(photo_file))
    path = library.keep(mark, PROJECT)
    path.write_text("{")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OutputNotWritableError, match="is not written over"):
        ProjectLibrary(library._folder).keep(mark, PROJECT)
    assert path.read_text() == "{"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="every name is text there")
def test_an_edit_is_kept_also_of_a_photo_whose_name_is_no_text(
    library: ProjectLibrary, photo_file: Path
) -> None:
    photo_file = photo_file.rename(photo_file.with_name(os.fsdecode(b"gr\xf6sse.png")))
    mark = PhotoMark.of(read_photo(photo_file))
    library.keep(mark, PROJECT)
    assert library.find(read_photo(photo_file)).project == PROJECT
