"""What stands beside a PNG's pixels: it never keeps them from being read, and its colours are heeded in order."""

import struct
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.colour.spaces import lightness, srgb_decode, srgb_encode
from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode import png_chunks
from desktop.engine.decode.png_chunks import SMALL_BYTES
from desktop.engine.decode.reader import read_photo
from desktop.engine.store.look_xmp import look_xmp
from tests.engine import pictures
from tests.fuzz.seeds import LOOK
from tests.support.memory_bound import at_most

RAMP = np.tile(np.arange(256, dtype=np.uint8), (16, 1))
XMP = b"XML:com.adobe.xmp"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(folder: Path, *chunks: bytes, behind: bytes = b"", colour: bool = False) -> Path:
    """A PNG of RAMP with these chunks before its pixels, and some behind."""
    rows = np.repeat(RAMP[..., None], 3, axis=2).reshape(16, -1) if colour else RAMP
    data = b"".join(b"\0" + row.tobytes() for row in rows)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 256, 16, 8, 2 if colour else 0, 0, 0, 0))
    parts = [b"\x89PNG\r\n\x1a\n", header, *chunks, chunk(b"IDAT", zlib.compress(data)), behind]
    path = folder / "photo.png"
    path.write_bytes(b"".join([*parts, chunk(b"IEND", b"")]))
    return path


def itxt(keyword: bytes, text: bytes) -> bytes:
    return chunk(b"iTXt", keyword + b"\0\1\0\0\0" + zlib.compress(text))


TOO_LONG = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"x" * 3_000_000))
TEXTS = {
    "one far too long": [TOO_LONG],
    "many": [chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"y" * 1_000_000))] * 100,
    "not compressed as it says": [chunk(b"zTXt", b"Comment\0\0nonsense")],
    "wrong checksum": [chunk(b"tEXt", b"Comment\0hello")[:-4] + b"oops"],
    "without its parts": [chunk(b"iTXt", b"Comment\0")],
}


@pytest.mark.parametrize("bits", [8, 16])
def test_a_header_that_claims_far_more_than_the_data_is_refused_before_decoding(
    tmp_path: Path, bits: int
) -> None:
    path = png(tmp_path)
    content = bytearray(path.read_bytes())
    content[16:25] = struct.pack(">IIB", 19_000, 19_000, bits)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    path.write_bytes(content)
    with pytest.raises(DamagedPictureError, match="far too few for 19000 x 19000"):
        read_photo(path)


@pytest.mark.skipif(sys.platform != "linux", reason="a bound on this process's memory")
@pytest.mark.parametrize("kind", [b"IDAT", b"tEXt", b"eXIf", b"abcd"])
def test_a_length_beyond_the_file_takes_no_memory(tmp_path: Path, kind: bytes) -> None:
    path = png(tmp_path, TOO_LONG, behind=struct.pack(">I", 2**31 - 1) + kind + b"x" * 50)
    with at_most(1 << 30):
        photo = read_photo(path)
    assert np.array_equal(photo.gray, RAMP)


def test_pixels_in_very_many_parts_are_all_read(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 65536, (640, 640), dtype=np.uint16)
    data = zlib.compress(b"".join(b"\0" + row.astype(">u2").tobytes() for row in noise), 0)
    parts = [chunk(b"IDAT", data[at : at + SMALL_BYTES]) for at in range(0, len(data), SMALL_BYTES)]
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 640, 640, 16, 0, 0, 0, 0))
    path = tmp_path / "photo.png"
    path.write_bytes(b"".join([b"\x89PNG\r\n\x1a\n", header, *parts, chunk(b"IEND", b"")]))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(png_chunks, "MAX_SMALL_CHUNKS", 10)
        assert np.array_equal(read_photo(path).gray, noise)


@pytest.mark.parametrize("kind", [b"eXIf", b"sPLT", b"hIST"])
def test_parts_that_are_far_too_large_are_left_out(tmp_path: Path, kind: bytes) -> None:
    photo = read_photo(png(tmp_path, chunk(kind, b"MM\0*" + bytes(17 << 20))))
    assert np.array_equal(photo.gray, RAMP)
    assert photo.notices == ("A part of the file beside its pixels is damaged and was left out.",)


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("kind", TEXTS)
def test_texts_that_are_no_good_are_left_out(tmp_path: Path, kind: str, behind: bool) -> None:
    chunks = TEXTS[kind]
    photo = read_photo(png(tmp_path, behind=b"".join(chunks)) if behind else png(tmp_path, *chunks))
    assert np.array_equal(photo.gray, RAMP)
    assert photo.damage is None
    assert photo.notices == ("Text in the file is damaged or far too long and was left out.",)


@pytest.mark.parametrize(
    "bad",
    [
        chunk(b"gAMA", b"\0"),
        chunk(b"pHYs", b"\0\1"),
        chunk(b"iCCP", b"profile\0\0nonsense"),
        chunk(b"cHRM", bytes(31)),
        chunk(b"tIME", bytes(7))[:-1] + b"!",
    ],
)
def test_so_are_other_damaged_parts(tmp_path: Path, bad: bytes) -> None:
    photo = read_photo(png(tmp_path, bad))
    assert np.array_equal(photo.gray, RAMP)
    assert len(photo.notices) == 1


def test_padded_xmp_is_kept(tmp_path: Path) -> None:
    photo = read_photo(png(tmp_path, itxt(XMP, look_xmp(LOOK, b"") + b" " * 2_000_000)))
    assert photo.notices == ()
    assert photo.metadata.xmp.startswith(b"<?xpacket")


def test_xmp_of_endless_tags_is_left_out_at_once(tmp_path: Path) -> None:
    packet = look_xmp(LOOK, b"").replace(b"</rdf:RDF>", b"<a/>" * 1_000_000 + b"</rdf:RDF>")
    photo = read_photo(png(tmp_path, itxt(XMP, packet)))
    assert np.array_equal(photo.gray, RAMP)
    assert photo.metadata.xmp == b""
    assert photo.notices == ("The XMP data are damaged and were left out.",)


def shown(folder: Path, *chunks: bytes, colour: bool) -> tuple[NDArray[Any], tuple[str, ...]]:
    photo = read_photo(png(folder, *chunks, colour=colour))
    return photo.gray[0] / np.float32(np.iinfo(photo.gray.dtype).max), photo.notices


def gama(value: int) -> bytes:
    return chunk(b"gAMA", struct.pack(">I", value))


SHARE = np.arange(256, dtype=np.float32) / 255
SRGB_CHRM = chunk(b"cHRM", struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000))
COLOURS = {
    "linear gAMA": ([gama(100_000)], srgb_encode(SHARE)),
    "gAMA of 1.8": ([gama(55_556)], srgb_encode(SHARE ** np.float32(1.8))),
    "usual gAMA": ([gama(45_455), SRGB_CHRM], SHARE),
    "sRGB before gAMA": ([gama(100_000), chunk(b"sRGB", b"\0")], SHARE),
    "cICP linear before sRGB": (
        [chunk(b"cICP", bytes([1, 8, 0, 1])), chunk(b"sRGB", b"\0")],
        srgb_encode(SHARE),
    ),
    "cICP of sRGB before gAMA": ([chunk(b"cICP", bytes([1, 13, 0, 1])), gama(100_000)], SHARE),
    "cICP of P3": ([chunk(b"cICP", bytes([12, 13, 0, 1]))], SHARE),
}


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("kind", COLOURS)
def test_colours_are_told_in_the_order_of_the_specification(tmp_path: Path, kind: str, colour: bool) -> None:
    chunks, expected = COLOURS[kind]
    wanted = np.asarray(expected, np.float32)
    found, _ = shown(tmp_path, *chunks, colour=colour)
    off = lightness(srgb_decode(found)) - lightness(srgb_decode(wanted))
    assert np.abs(off).max() <= 0.5


@pytest.mark.parametrize(("transfer", "name"), [(16, "PQ"), (18, "HLG")])
def test_hdr_is_told_of(tmp_path: Path, transfer: int, name: str) -> None:
    _, notices = shown(tmp_path, chunk(b"cICP", bytes([9, transfer, 0, 1])), colour=True)
    assert len(notices) == 1
    assert f"HDR ({name})" in notices[0]


def test_primaries_change_the_lightness_of_colours(tmp_path: Path) -> None:
    deep = np.zeros((16, 16, 3), np.uint16)
    deep[..., 1] = 65535
    content = pictures.deep_png(tmp_path / "green.png", deep).read_bytes()
    plain = read_photo(tmp_path / "green.png").gray[0, 0]
    (tmp_path / "p3.png").write_bytes(content[:33] + chunk(b"cICP", bytes([12, 13, 0, 1])) + content[33:])
    # Y of green: 0.7152 in sRGB, 0.6917 in Display P3 (SMPTE EG 432-1)
    assert plain == pytest.approx(65535 * srgb_encode(np.array(0.7152, np.float32)), abs=40)
    p3 = read_photo(tmp_path / "p3.png").gray[0, 0]
    assert p3 == pytest.approx(65535 * srgb_encode(np.array(0.6917, np.float32)), abs=80)
