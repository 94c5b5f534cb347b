"""Photographs in folders: all of them, in a fixed order, and nothing else."""

from pathlib import Path

import pytest

from desktop.engine.batch.sources import Source, find_photos


@pytest.fixture
def album(tmp_path: Path) -> Path:
    album = tmp_path / "album"
    for name in (
        "b.JPG", "a.png", "notes.txt", ".hidden.jpg", "._a.png", "jpg", "1950/c.tiff", "1950/deep/d.webp",
        ".thumbnails/a.png", "skipped/e.png",
    ):  # fmt: skip
        path = album / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return album


def names(sources: list[Source], album: Path) -> list[str]:
    return [source.path.relative_to(album).as_posix() for source in sources]


def test_every_photograph_by_name_with_its_subfolder(album: Path) -> None:
    found = list(find_photos(album, left_out=lambda path: path.name == "skipped"))
    assert names(found, album) == ["a.png", "b.JPG", "1950/c.tiff", "1950/deep/d.webp"]
    assert [source.subfolder for source in found] == [Path(), Path(), Path("1950"), Path("1950/deep")]


def test_one_folder_alone(album: Path) -> None:
    assert names(list(find_photos(album, recursive=False)), album) == ["a.png", "b.JPG"]


def test_links_to_folders_are_not_followed(album: Path) -> None:
    (album / "round").symlink_to(album, target_is_directory=True)
    (album / "z.png").symlink_to(album / "a.png")
    found = names(list(find_photos(album)), album)
    assert len(found) == len(set(found)) == 6
    assert "z.png" in found


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    told: list[OSError] = []
    assert list(find_photos(tmp_path / "gone", unreadable=told.append)) == []
    assert [error.filename for error in told] == [str(tmp_path / "gone")]
