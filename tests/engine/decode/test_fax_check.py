"""Fax data that cannot be what was written are found out; what any writer may have written is not."""

import io
from collections.abc import Iterator

import imagecodecs
import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.decode.fax_check import GROUP_3, GROUP_4, MODIFIED_HUFFMAN, FaxKind, is_faulty
from desktop.engine.decode.fax_codes import RUNS, WIDTH
from desktop.engine.decode.tiff_values import segments
from tests.engine.decode.test_tiff_noise import drawing

NAMES = {MODIFIED_HUFFMAN: "tiff_ccitt", GROUP_3: "group3", GROUP_4: "group4"}
KINDS = sorted(NAMES)


def pictures() -> dict[str, NDArray[np.uint8]]:
    chance = np.random.default_rng(1)
    return {
        "drawing": drawing(),
        "noise": chance.integers(0, 2, (60, 333), dtype=np.uint8) * np.uint8(255),
        "white": np.full((9, 5300), 255, np.uint8),
        "black": np.zeros((9, 4000), np.uint8),
        "columns": np.tile(np.array([0, 255], np.uint8), (30, 300)),
        "runs": np.repeat(np.tri(1, 130, dtype=np.uint8), 40, axis=0) * np.uint8(255),
    }


def strips(values: NDArray[np.uint8], compression: int, strip_rows: int) -> Iterator[tuple[bytes, FaxKind]]:
    file = io.BytesIO()
    Image.fromarray(values).convert("1").save(
        file, "TIFF", compression=NAMES[compression], tiffinfo={278: strip_rows}
    )
    file.seek(0)
    with tifffile.TiffFile(file) as tiff:
        for index, data in enumerate(segments(tiff.pages.first)):
            rows = min(strip_rows, len(values) - index * strip_rows)
            yield data, FaxKind(compression, values.shape[1], rows)


@pytest.mark.parametrize("strip_rows", [1000, 17])
@pytest.mark.parametrize("compression", KINDS)
@pytest.mark.parametrize("name", pictures())
def test_sound_data_are_not_faulty(name: str, compression: int, strip_rows: int) -> None:
    for data, kind in strips(pictures()[name], compression, strip_rows):
        assert not is_faulty(data, kind)


@pytest.mark.parametrize("colour", [0, 1])
def test_each_run_has_the_code_that_libtiff_reads(colour: int) -> None:
    """Rows of one run of each length and one of the rest, by the tables, decoded by another library."""
    codes = {entry // WIDTH: (at, entry % WIDTH) for at, entry in enumerate(RUNS[colour]) if entry}
    others = {entry // WIDTH: (at, entry % WIDTH) for at, entry in enumerate(RUNS[1 - colour]) if entry}

    def bits(table: dict[int, tuple[int, int]], run: int) -> str:
        parts = [run] if run < 64 else [run // 64 * 64, run % 64]
        return "".join(
            format(table[part][0] >> (13 - table[part][1]), f"0{table[part][1]}b") for part in parts
        )

    for run in (*range(1, 64), *range(64, 2561, 64)):
        row = (bits(others, 0) if colour else "") + bits(codes, run) + bits(others, 9)
        data = int(row.ljust(-(-len(row) // 8) * 8, "0"), 2).to_bytes(-(-len(row) // 8))
        found = np.asarray(imagecodecs.ccittrle_decode(data, height=1, width=run + 9)).ravel()
        assert np.all(found[:run] == colour)
        assert np.all(found[run:] == 1 - colour)


def flips(compression: int) -> tuple[int, int]:
    """How many of the bits of a drawing are noticed when they are turned, and how many there are."""
    ((data, kind),) = strips(drawing()[:60], compression, 60)
    bits = 8 * len(data)
    noticed = 0
    for at in range(bits):
        changed = bytearray(data)
        changed[at // 8] ^= 0x80 >> at % 8
        noticed += is_faulty(bytes(changed), kind)
    return noticed, bits


@pytest.mark.parametrize(
    ("compression", "least"), [(MODIFIED_HUFFMAN, 0.94), (GROUP_3, 1.0), (GROUP_4, 0.85)]
)
def test_most_single_bits_are_noticed(compression: int, least: float) -> None:
    noticed, bits = flips(compression)
    assert noticed >= least * bits


@pytest.mark.parametrize("compression", KINDS)
def test_a_row_too_few_and_one_too_many_are_noticed(compression: int) -> None:
    ((data, kind),) = strips(drawing(), compression, 400)
    for rows in (kind.rows - 1, kind.rows + 1):
        assert is_faulty(data, FaxKind(compression, kind.width_px, rows))


def test_filling_up_is_no_fault() -> None:
    """Zeros before the end of a line, and a black run of no length behind a white one."""
    end, white, none = "000000000001", "0111", "0000110111"  # white: a run of 2 pixels
    for rows in (end + white + "0000" + end + white, end + white + none + end + white):
        padded = rows.ljust(-(-len(rows) // 8) * 8, "0")
        assert not is_faulty(int(padded, 2).to_bytes(len(padded) // 8), FaxKind(GROUP_3, 2, 2))


@pytest.mark.parametrize("compression", KINDS)
def test_no_data_at_all_are_faulty(compression: int) -> None:
    assert is_faulty(b"", FaxKind(compression, 10, 10))
