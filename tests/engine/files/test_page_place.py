"""A page of a file is known by the file's path with the page behind it."""

from pathlib import Path

import numpy as np
import pytest
import tifffile

from desktop.engine.batch.sources import Source, by_pages
from desktop.engine.core.errors import SaveOverOriginalError
from desktop.engine.decode.reader import read_photo
from desktop.engine.encode.writer import check_target
from desktop.engine.files.page_place import file_and_page, page_place
from desktop.engine.store.project import PhotoMark


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Three pages, each of one grey."""
    path = tmp_path / "album.tif"
    with tifffile.TiffWriter(path) as tiff:
        for value in (40, 120, 200):
            tiff.write(np.full((12, 16), value, np.uint8), photometric="minisblack")
    return path


def test_every_page_is_read_at_its_place(album: Path) -> None:
    places = [source.place for source in by_pages([Source(album)])]
    assert [place.name for place in places] == [f"album.tif#page={number}" for number in (1, 2, 3)]
    photos = [read_photo(place) for place in places]
    assert [int(photo.gray[0, 0]) for photo in photos] == [40, 120, 200]
    assert [photo.notices for photo in photos] == [(), (), ()]
    assert len({PhotoMark.of(photo) for photo in photos}) == 3
    assert [Source.at(place) for place in places] == list(by_pages([Source(album)]))


def test_the_file_of_a_page_is_never_written_over(album: Path) -> None:
    photo = read_photo(page_place(album, 2))
    assert photo.file == album
    with pytest.raises(SaveOverOriginalError):
        check_target(album, photo.file)


def test_a_file_that_is_called_so_is_itself(tmp_path: Path, album: Path) -> None:
    odd = tmp_path / "album.tif#page=2"
    assert file_and_page(odd) == (album, 2)
    album.rename(odd)
    assert file_and_page(odd) == (odd, None)


@pytest.mark.parametrize("name", ["album.tif", "a.tif#page=0", "a.png#page=2", "#page=2", "a.tif#page=99999"])
def test_other_names_are_files(name: str) -> None:
    assert file_and_page(Path(name)) == (Path(name), None)
