"""What others do to files and folders while a batch is at work: nothing is lost, and no wrong file is written."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch import result_writer
from desktop.engine.batch.destinations import Destination, Existing, Placement
from desktop.engine.batch.events import Event, Failed, Finished, Skipped
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.runner import Batch
from desktop.engine.batch.sources import find_photos
from desktop.engine.core.errors import OutputExistsError, OutputFolderMissingError
from desktop.engine.files import atomic
from desktop.engine.files.atomic import replacing
from desktop.engine.files.naming import NameTemplate
from desktop.engine.inference.colorizer import Colorizer
from tests.support.edits import edit_of, request_of

RUST = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))
THEIRS = b"another program's"


@pytest.fixture
def album(tmp_path: Path) -> Path:
    folder = tmp_path / "album"
    folder.mkdir()
    for number in range(2):
        values = np.random.default_rng(number).integers(0, 256, (40, 60), dtype=np.uint8)
        Image.fromarray(values).save(folder / f"{number}.png")
    return folder


@pytest.fixture
def run(
    colorizer: Colorizer, album: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Existing, Callable[[Path], object]], list[Event]]:
    """Colours the album into `out`; `meddle` is called with each result's path just before it is written."""

    def events(existing: Existing, meddle: Callable[[Path], object]) -> list[Event]:
        out = album.with_name("out")
        out.mkdir()
        real = result_writer.write_result

        def write(picture: Any, request: Any, photo: Any, path: Path, **options: Any) -> Path:
            meddle(path)
            return real(picture, request, photo, path, **options)

        monkeypatch.setattr(result_writer, "write_result", write)
        placement = Placement(Destination(folder=out, existing=existing), Originals(album.iterdir()))
        found = Batch(list(find_photos(album)), [request_of(RUST, colorizer)], placement).run()
        return sorted(found, key=lambda event: event.number)

    return events


def once(path: Path) -> None:
    """Another program makes a file of the result's name, unless it is a number of ours already."""
    if "(" not in path.name:
        path.write_bytes(THEIRS)


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_comes_up_meanwhile_keeps_its_name_and_the_result_gets_a_number(
    run: Any, monkeypatch: pytest.MonkeyPatch, album: Path, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(atomic.os, "link", _refuse)
    events = run(Existing.RENAME, once)
    assert [type(event) for event in events] == [Finished, Finished]
    out = album.with_name("out")
    assert sorted(path.name for path in out.iterdir()) == [
        *("0_rust (2).png", "0_rust.png", "1_rust (2).png", "1_rust.png"),
    ]
    assert [event.result.output.name for event in events] == ["0_rust (2).png", "1_rust (2).png"]
    assert all((out / f"{number}_rust.png").read_bytes() == THEIRS for number in range(2))


def _refuse(*_: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def test_or_the_photograph_is_skipped(run: Any, album: Path) -> None:
    events = run(Existing.SKIP, once)
    assert [type(event) for event in events] == [Skipped, Skipped]
    assert all(path.read_bytes() == THEIRS for path in album.with_name("out").iterdir())


def test_or_it_is_replaced_where_that_was_asked_for(run: Any, album: Path) -> None:
    events = run(Existing.OVERWRITE, once)
    assert [type(event) for event in events] == [Finished, Finished]
    assert all(path.read_bytes() != THEIRS for path in album.with_name("out").iterdir())


def test_a_folder_that_is_removed_is_told_of(run: Any, album: Path) -> None:
    events = run(Existing.RENAME, lambda path: shutil.rmtree(path.parent, ignore_errors=True))
    assert [type(event) for event in events] == [Failed, Failed]
    assert all(isinstance(event.error, OutputFolderMissingError) for event in events)
    assert not album.with_name("out").exists()


@pytest.mark.parametrize("existing", [Existing.RENAME, Existing.OVERWRITE])
def test_a_folder_that_becomes_a_link_to_the_originals_costs_none_of_them(
    colorizer: Colorizer, album: Path, existing: Existing
) -> None:
    before = {path.name: path.read_bytes() for path in album.iterdir()}
    out = album.with_name("out")
    out.mkdir()
    placement = Placement(
        Destination(folder=out, existing=existing, template=NameTemplate("{stem}")),
        Originals(album.iterdir()),
    )

    batch = Batch(list(find_photos(album)), [request_of(RUST, colorizer)], placement)
    real = placement.make_folder

    def make_folder(folder: Path) -> None:
        if not out.is_symlink():
            shutil.rmtree(out)
            out.symlink_to(album, target_is_directory=True)
        real(folder)

    placement.make_folder = make_folder  # type: ignore[method-assign]
    events = list(batch.run())
    assert len(events) == 2
    assert {path.name: path.read_bytes() for path in album.iterdir() if path.name in before} == before


@pytest.mark.parametrize("links", [True, False])
def test_of_two_that_write_one_new_name_the_first_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(atomic.os, "link", _refuse)
    path = tmp_path / "result.png"
    second = replacing(path, new=True)
    second.__enter__().write_bytes(b"second")
    with replacing(path, new=True) as first:
        first.write_bytes(b"first")
    with pytest.raises(OutputExistsError):
        second.__exit__(None, None, None)
    assert path.read_bytes() == b"first"
    assert [found.name for found in tmp_path.iterdir()] == ["result.png"]
