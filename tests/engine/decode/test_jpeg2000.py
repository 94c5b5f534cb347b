"""JPEG 2000 with 8 to 16 bits, and what its boxes tell."""

import struct
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from desktop.engine.colour.spaces import srgb_encode
from desktop.engine.core.errors import DamagedPictureError, UnsupportedPictureError
from desktop.engine.decode.jpeg2000 import SIZE_MARKER
from desktop.engine.decode.reader import read_photo
from tests.engine import pictures


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def jpeg2000(path: Path, values: "np.typing.NDArray[np.generic]", **options: Any) -> Path:
    path.write_bytes(imagecodecs.jpeg2k_encode(values, level=0, reversible=True, **options))
    return path


@pytest.mark.parametrize("suffix", [".jp2", ".j2k"])
def test_8_bits_give_their_very_values(tmp_path: Path, suffix: str) -> None:
    codec = "j2k" if suffix == ".j2k" else "jp2"
    photo = read_photo(jpeg2000(tmp_path / f"photo{suffix}", pictures.ramp(), codecformat=codec))
    assert np.array_equal(photo.gray, pictures.ramp())
    assert photo.bit_depth == 8


def test_16_bits_of_grey_and_transparent_colour(tmp_path: Path) -> None:
    ramp = pictures.deep_ramp()
    photo = read_photo(jpeg2000(tmp_path / "gray.jp2", ramp))
    assert photo.bit_depth == 16
    assert np.array_equal(photo.gray, ramp)
    photo = read_photo(jpeg2000(tmp_path / "rgba.jp2", np.dstack([ramp, ramp, ramp, ramp // 2])))
    assert np.array_equal(photo.gray, ramp)
    assert photo.alpha is not None
    assert np.array_equal(photo.alpha, ramp // 2)


def test_12_bits_are_stretched(tmp_path: Path) -> None:
    values = pictures.deep_ramp() >> 4
    photo = read_photo(jpeg2000(tmp_path / "photo.jp2", values, bitspersample=12))
    assert np.abs(photo.gray - values * (65535 / 4095)).max() <= 0.5


@pytest.mark.parametrize("deep", [False, True])
def test_profile_xmp_and_exif_are_taken_from_the_boxes(tmp_path: Path, deep: bool) -> None:
    values = pictures.deep_ramp() if deep else pictures.ramp()
    path = jpeg2000(tmp_path / "photo.jp2", values)
    content = path.read_bytes()
    at = content.index(b"jp2h") - 4
    size = int.from_bytes(content[at : at + 4])
    plain = content[content.index(b"colr") - 4 :][:15]
    header = content[at + 8 : at + size].replace(
        plain, box(b"colr", bytes([2, 0, 0]) + pictures.gray_icc(1.8))
    )
    exif = Image.Exif()
    exif[271], exif[274] = "Scanner", 6
    packet = (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:own="https://example.org/own#" own:Note="mine"/></rdf:RDF>'
    )
    boxes = box(b"jp2h", header)
    boxes += box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + packet)
    boxes += box(b"uuid", b"JpgTiffExif->JP2" + exif.tobytes().removeprefix(b"Exif\0\0"))
    path.write_bytes(content[:at] + boxes + content[at + size :])
    photo = read_photo(path)
    peak = np.iinfo(values.dtype).max
    expected = srgb_encode((values / peak).astype(np.float32) ** np.float32(1.80078125)) * 65535
    assert np.abs(photo.gray - np.rot90(expected, 3)).max() < 65535 / 255 / 4
    assert b"Scanner" in photo.metadata.exif
    assert b'own:Note="mine"' in photo.metadata.xmp


def test_signed_values_go_from_black_to_white(tmp_path: Path) -> None:
    values = pictures.deep_ramp()
    signed = (values.astype(np.int32) - 32768).astype(np.int16)
    path = tmp_path / "photo.jp2"
    path.write_bytes(imagecodecs.jpeg2k_encode(signed, level=0, reversible=True))
    assert np.array_equal(read_photo(path).gray, values)


def test_more_than_16_bits_are_refused(tmp_path: Path) -> None:
    path = jpeg2000(tmp_path / "photo.jp2", pictures.deep_ramp())
    content = bytearray(path.read_bytes())
    content[content.index(SIZE_MARKER) + 42] = 19
    path.write_bytes(content)
    with pytest.raises(UnsupportedPictureError, match="20 bits a channel of an unusual kind"):
        read_photo(path)


def test_a_code_stream_larger_than_the_header_says_is_refused(tmp_path: Path) -> None:
    path = jpeg2000(tmp_path / "photo.jp2", pictures.deep_ramp())
    content = bytearray(path.read_bytes())
    at = content.index(SIZE_MARKER) + 8
    content[at : at + 4] = (1 << 30).to_bytes(4)
    path.write_bytes(content)
    with pytest.raises(DamagedPictureError, match="disagree about its size"):
        read_photo(path)
