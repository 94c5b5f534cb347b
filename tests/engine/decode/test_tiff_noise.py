"""Noise in a packed TIFF counts as damage, also where the decoder goes on as if nothing had happened."""

import io
from pathlib import Path

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.libtiff_warnings import warnings_of_decoding
from desktop.engine.decode.reader import read_photo

FAX = {"group4": 4, "group3": 3, "tiff_ccitt": 2}


def drawing() -> NDArray[np.uint8]:
    """Black and white, (400, 600)."""
    chance, values = np.random.default_rng(3), np.zeros((400, 600), np.uint8)
    for _ in range(60):
        top, left = chance.integers(0, 360), chance.integers(0, 540)
        values[top : top + chance.integers(2, 40), left : left + chance.integers(2, 60)] ^= 255
    return values


def packed(compression: str, strip_rows: int = 400) -> bytes:
    values = drawing()
    if compression in FAX:
        image = Image.fromarray(values).convert("1")
    else:
        noise = np.random.default_rng(1).integers(0, 3, values.shape, dtype=np.uint8)
        image = Image.fromarray(values // 2 + 20 * noise)
    file = io.BytesIO()
    image.save(file, "TIFF", compression=compression, tiffinfo={278: strip_rows})
    return file.getvalue()


def spoiled(content: bytes, kind: str, page: int = 0) -> bytes:
    """page: from 0."""
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        found = tiff.pages[page]
        assert isinstance(found, tifffile.TiffPage)
        at = found.dataoffsets[0] + found.databytecounts[0] // 3
    changed = bytearray(content)
    if kind == "bit":
        changed[at] ^= 0x10
    else:
        changed[at : at + 60] = bytes(60) if kind == "zeros" else np.random.default_rng(5).bytes(60)
    return bytes(changed)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "scan.tif"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("strip_rows", [400, 64])
@pytest.mark.parametrize("compression", [*FAX, "packbits", "tiff_lzw"])
def test_what_is_sound_is_not_told_of(tmp_path: Path, compression: str, strip_rows: int) -> None:
    photo = read_photo(written(tmp_path, packed(compression, strip_rows)))
    assert photo.damage is None
    assert photo.notices == ()


@pytest.mark.parametrize(
    ("compression", "kind"),
    [
        *(("group4", kind) for kind in ("bit", "noise", "zeros")),
        *(("group3", kind) for kind in ("bit", "noise", "zeros")),
        *(("tiff_ccitt", kind) for kind in ("bit", "noise", "zeros")),
        *(("packbits", kind) for kind in ("noise", "zeros")),
        *(("tiff_lzw", kind) for kind in ("bit", "noise", "zeros")),
    ],
)
def test_noise_is_told_of_and_nothing_reaches_the_terminal(
    tmp_path: Path, compression: str, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, spoiled(packed(compression), kind))
    photo = read_photo(path)
    assert photo.damage is not None
    assert photo.damage.notice in photo.notices
    with pytest.raises(DamagedPictureError):
        read_photo(path, strict=True)
    assert capfd.readouterr().err == ""


def two_pages(compression: str, kind: str, strip_rows: int) -> bytes:
    """Two pages of which the second is spoiled."""
    blank = Image.new("L", (600, 400), 255)
    with Image.open(io.BytesIO(packed(compression, strip_rows))) as image:
        first = blank.convert(image.mode)
        file = io.BytesIO()
        first.save(
            file,
            "TIFF",
            compression=compression,
            save_all=True,
            append_images=[image.copy()],
            tiffinfo={278: strip_rows},
        )
    return spoiled(file.getvalue(), kind, page=1) if kind else file.getvalue()


@pytest.mark.parametrize("strip_rows", [400, 64])
@pytest.mark.parametrize("compression", [*FAX, "packbits", "tiff_lzw"])
def test_a_second_page_is_what_it_would_be_as_the_first(
    tmp_path: Path, compression: str, strip_rows: int
) -> None:
    first = read_photo(written(tmp_path, packed(compression, strip_rows)))
    second = read_photo(written(tmp_path, two_pages(compression, "", strip_rows)), page=2)
    assert np.array_equal(second.gray, first.gray)
    assert second.damage is None


@pytest.mark.parametrize("kind", ["bit", "noise", "zeros"])
@pytest.mark.parametrize("compression", [*FAX, "packbits", "tiff_lzw"])
def test_noise_on_a_second_page_is_told_of_on_that_page_alone(
    tmp_path: Path, compression: str, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    if (compression, kind) == ("packbits", "bit"):
        pytest.skip("the bit is one of a pixel's value, of which nothing tells")
    path = written(tmp_path, two_pages(compression, kind, 400))
    assert read_photo(path, page=1).damage is None
    photo = read_photo(path, page=2)
    assert photo.damage is not None
    assert photo.gray.shape == (400, 600)
    assert (photo.gray < 255).any()  # not the first page, which is blank
    with pytest.raises(DamagedPictureError):
        read_photo(path, page=2, strict=True)
    assert capfd.readouterr().err == ""


def test_a_picture_of_which_nothing_is_there_is_refused(tmp_path: Path) -> None:
    """libtiff would make black of it."""
    file = io.BytesIO()
    Image.fromarray(drawing()).save(file, "TIFF", compression="jpeg")
    content = bytearray(file.getvalue())
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        for code in (273, 279):  # where the strips lie and how many bytes each has
            tag = tiff.pages.first.tags[code]
            size = {3: 2, 4: 4}[int(tag.dtype)] * tag.count
            content[tag.valueoffset : tag.valueoffset + size] = bytes(size)
    with pytest.raises(DamagedPictureError):
        read_photo(written(tmp_path, bytes(content)))


def test_a_strip_of_which_nothing_is_there_is_grey(tmp_path: Path) -> None:
    file, values = io.BytesIO(), drawing().astype(np.uint16) * 200
    tifffile.imwrite(file, values, rowsperstrip=100, metadata=None)
    content = bytearray(file.getvalue())
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        tag = tiff.pages.first.tags[279]
        size = {3: 2, 4: 4}[int(tag.dtype)]
        content[tag.valueoffset + size : tag.valueoffset + 2 * size] = bytes(size)
    photo = read_photo(written(tmp_path, bytes(content)))
    assert photo.damage is not None
    assert photo.damage.sound == pytest.approx(0.75)
    assert np.all(photo.gray[100:200] == 0x8080)
    assert np.array_equal(photo.gray[:100], values[:100])


def test_padding_is_no_damage(tmp_path: Path) -> None:
    rows = [bytes([130, value]) for value in range(4)]  # 127 of one value each
    data = b"".join(row + b"\x80" for row in rows) + b"\0"
    file = io.BytesIO()
    Image.new("L", (127, 4)).save(file, "TIFF", compression="packbits")
    content = file.getvalue()
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        tags = tiff.pages.first.tags
        places = [(tags[code].valueoffset, tags[code].dtype) for code in (273, 279)]
    changed = bytearray(content + data)
    for (at, kind), value in zip(places, (len(content), len(data)), strict=True):
        size = 2 if int(kind) == 3 else 4
        changed[at : at + size] = value.to_bytes(size, "little")
    photo = read_photo(written(tmp_path, bytes(changed)))
    assert photo.gray[:, 0].tolist() == [0, 1, 2, 3]
    assert photo.damage is None


def test_complaints_belong_to_the_block_and_thread_that_they_came_in(tmp_path: Path) -> None:
    path = written(tmp_path, spoiled(packed("group4"), "bit"))
    with warnings_of_decoding() as outer:
        with warnings_of_decoding() as inner, Image.open(path) as image:
            image.load()
        assert inner
        assert not outer
    with Image.open(path) as image:
        image.load()
    assert not outer
