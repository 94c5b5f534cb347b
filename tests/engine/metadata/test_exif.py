"""EXIF blocks are made true where they lie: what a camera's maker note points to stays where it was."""

import struct
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import ExifTags, Image

from desktop.engine.decode.reader import read_photo
from desktop.engine.encode.writer import save_picture
from desktop.engine.imaging.photo import Photo
from desktop.engine.metadata.exif import upright_exif
from tests.engine import pictures

SIZE_PX = (64, 48)
MAKER_NOTE = b"MAKER\0II\x2a\0" + bytes(range(200))
THUMBNAIL = b"\xff\xd8THUMBNAIL\xff\xd9"


def block(order: str = "<", *, thumbnail: str = "") -> bytes:
    """EXIF as a camera writes it, with a maker note; thumbnail: "", "last" or "before", seen from its directory."""
    entries: dict[str, list[tuple[int, int, int, int | str | bytes]]] = {
        "first": [(0x0112, 3, 1, 6), (0x011A, 5, 1, "resolution"), (0x8769, 4, 1, "camera")],
        "camera": [
            (0x927C, 7, len(MAKER_NOTE), "note"),
            (0xA001, 3, 1, 0xFFFF),
            (0xA002, 4, 1, 4000),
            (0xA003, 3, 1, 3000),
            (0xA005, 4, 1, "interoperability"),
        ],
        "interoperability": [(1, 2, 4, b"R03\0")],
        "small": [(0x0201, 4, 1, "thumbnail"), (0x0202, 4, 1, len(THUMBNAIL))],
    }
    parts = {"resolution": struct.pack(f"{order}II", 300, 1), "note": MAKER_NOTE, "thumbnail": THUMBNAIL}
    names = ["first", "resolution", "camera", "interoperability", "note"]
    names += {"": [], "last": ["small", "thumbnail"], "before": ["thumbnail", "small"]}[thumbnail]
    places, end = {}, 8
    for name in names:
        places[name] = end
        size = len(parts[name]) if name in parts else 6 + 12 * len(entries[name])
        end += size + size % 2
    content = bytearray((b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8))
    for name in names:
        content += bytes(places[name] - len(content))
        if name in parts:
            content += parts[name]
            continue
        content += struct.pack(f"{order}H", len(entries[name]))
        for tag, kind, count, value in entries[name]:
            content += struct.pack(f"{order}HHI", tag, kind, count)
            if isinstance(value, bytes):
                content += value
            elif kind == 3:
                content += struct.pack(f"{order}HH", value, 0)
            else:
                content += struct.pack(f"{order}I", places[value] if isinstance(value, str) else value)
        content += struct.pack(f"{order}I", places["small"] if name == "first" and thumbnail else 0)
    return bytes(content)


def loaded(content: bytes) -> Image.Exif:
    exif = Image.Exif()
    exif.load(content)
    return exif


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("thumbnail", ["", "last", "before"])
@pytest.mark.parametrize("marker", [b"", b"Exif\0\0", b"Exif\0\0Exif\0\0"])
def test_only_what_is_untrue_changes(order: str, thumbnail: str, marker: bytes) -> None:
    before = block(order, thumbnail=thumbnail)
    after = upright_exif(marker + before, SIZE_PX)
    exif = loaded(after)
    camera = exif.get_ifd(ExifTags.IFD.Exif)
    assert exif[ExifTags.Base.Orientation] == 1
    assert exif[ExifTags.Base.XResolution] == 300
    assert (camera[0xA001], camera[0xA002], camera[0xA003]) == (1, *SIZE_PX)
    assert camera[ExifTags.Base.MakerNote] == MAKER_NOTE
    assert after.index(MAKER_NOTE) == before.index(MAKER_NOTE)
    assert b"R98\0" in after
    assert b"THUMBNAIL" not in after
    assert not exif.get_ifd(ExifTags.IFD.IFD1)
    assert len(after) <= len(before)


def test_entries_that_tell_how_a_tiff_stores_its_pixels_go() -> None:
    exif = Image.Exif()
    exif[271], exif[273], exif[700], exif[34377] = "Camera", 8, b"<x/>", b"8BIM"
    assert dict(loaded(upright_exif(exif.tobytes(), SIZE_PX))) == {271: "Camera"}


@pytest.mark.parametrize(
    "content",
    [
        b"II*\0",
        b"nonsense",
        b"II*\0\xff\xff\xff\xff",
        b"II*\0\x08\0\0\0\xff\xff",
        b"II*\0\x08\0\0\0\x01\0",
    ],
)
def test_what_is_no_exif_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"TIFF|outside"):
        upright_exif(content, SIZE_PX)


@pytest.mark.parametrize("cut", range(10, 420, 7))
def test_a_block_that_breaks_off_is_refused_or_shortened_and_nothing_worse(cut: int) -> None:
    try:
        after = upright_exif(block(thumbnail="last")[:cut], SIZE_PX)
    except ValueError:
        return
    assert len(after) <= cut


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif"])
@pytest.mark.parametrize("depth", [8, 16])
def test_a_maker_note_stays_in_its_place_in_every_format(
    tmp_path: Path, order: str, suffix: str, depth: int
) -> None:
    exif = b"Exif\0\0" + block(order, thumbnail="last")
    (tmp_path / "camera.jpg").write_bytes(pictures.jpeg_bytes(pictures.ramp(), exif=exif))
    metadata = read_photo(tmp_path / "camera.jpg").metadata
    values = np.random.default_rng(1).integers(0, 1 << depth, (48, 64, 3))
    rgb: NDArray[np.uint8 | np.uint16] = values.astype(np.uint8) if depth == 8 else values.astype(np.uint16)
    path = save_picture(rgb, tmp_path / f"result{suffix}", Photo(None, rgb[..., 0], depth, metadata=metadata))
    with Image.open(path) as image:
        assert image.getexif().get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.MakerNote] == MAKER_NOTE
    content = path.read_bytes()
    start = 0 if suffix == ".tif" else content.index(metadata.exif[:100])
    assert content.index(MAKER_NOTE) - start == block(order).index(MAKER_NOTE)


def test_entries_whose_values_lie_outside_go() -> None:
    exif = Image.Exif()
    exif[271], exif[305] = "Camera", "a program with a long name"
    content = bytearray(exif.tobytes().removeprefix(b"Exif\0\0"))
    order = "<" if content.startswith(b"II") else ">"
    at = content.index(struct.pack(f"{order}HH", 305, 2)) + 8
    content[at : at + 4] = struct.pack(f"{order}I", 10_000)
    assert dict(loaded(upright_exif(bytes(content), SIZE_PX))) == {271: "Camera"}


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's, for programmers; the program mutes them
@pytest.mark.parametrize("seed", range(40))
def test_whatever_exif_a_photograph_has_the_result_can_be_read(tmp_path: Path, seed: int) -> None:
    chance = np.random.default_rng(seed)
    content = bytearray(block("<>"[seed % 2], thumbnail=["", "last", "before"][seed % 3]))
    for at in chance.integers(8, len(content) if seed % 4 else 80, 4):
        content[at] = chance.integers(256)
    exif = b"Exif\0\0" + bytes(content)
    (tmp_path / "camera.jpg").write_bytes(pictures.jpeg_bytes(pictures.colours(), exif=exif))
    photo = read_photo(tmp_path / "camera.jpg")
    rgb = np.zeros((photo.height_px, photo.width_px, 3), dtype=np.uint8)
    for suffix in (".jpg", ".png", ".webp", ".tif"):
        again = read_photo(save_picture(rgb, tmp_path / f"result{suffix}", photo))
        assert again.gray.shape == rgb.shape[:2]
        assert not again.gray.any()
