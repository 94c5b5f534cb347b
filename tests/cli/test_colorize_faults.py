"""What `tintype colorize` makes of bad and unusual photographs, and of places it cannot save to."""

import builtins
import errno
import io
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.decode.formats import decode
from desktop.engine.encode import formats
from tests.engine import pictures

pytestmark = pytest.mark.usefixtures("tiny_model_dir")

# Bad input. Each entry makes a photograph and tells the exit code and a part of the message.

BAD: dict[str, tuple[Callable[[Path], Path], int, str]] = {
    "missing": (lambda d: d / "gone.jpg", 11, "There is no file"),
    "zero bytes": (lambda d: put(d / "zero.jpg", b""), 14, "is empty"),
    "not a picture": (lambda d: put(d / "notes.jpg", b"dear diary, " * 50), 15, "is not a picture"),
    "truncated JPEG": (
        lambda d: put(d / "cut.jpg", pictures.jpeg_bytes(pictures.colours(300, 300))[:700]),
        16,
        "is damaged or incomplete",
    ),
    "decompression bomb": (
        lambda d: pictures.bomb_png(d / "bomb.png", 40_000, 30_000),
        17,
        "1200 megapixels",
    ),
    "complex numbers": (
        lambda d: pictures.deep_tiff(d / "deep.tif", np.ones((20, 20), np.complex64)),
        18,
        "save it as",
    ),
}


def put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def check_fault(outcome: tuple[int, str, str], code: int, words: str) -> None:
    """The exit code, one line that tells, no result and no traceback."""
    got, out, err = outcome
    assert (got, out) == (code, "")
    assert words in err
    assert err.startswith("tintype: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err


@pytest.mark.parametrize("kind", BAD)
def test_bad_photographs_have_their_own_message_and_code(colorize: Any, tmp_path: Path, kind: str) -> None:
    make, code, words = BAD[kind]
    photo = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    outcome = colorize(photo, "-o", tmp_path / "result.png")
    check_fault(outcome, code, words)
    assert str(photo) in outcome[2]
    assert sorted(tmp_path.rglob("*")) == before


def test_every_fault_of_reading_has_a_code_of_its_own() -> None:
    codes = [code for _, code, _ in BAD.values()]
    assert len(set(codes)) == len(codes)


def refuse_to_open(monkeypatch: pytest.MonkeyPatch, path: Path, number: int) -> None:
    """Make every opening of `path` fail; root, as whom tests may run, could open it whatever its mode."""
    real = io.open

    def open_or_refuse(file: Any, *arguments: Any, **options: Any) -> Any:
        if str(file) == str(path):
            raise OSError(number, os.strerror(number), str(file))
        return real(file, *arguments, **options)

    monkeypatch.setattr(io, "open", open_or_refuse)
    monkeypatch.setattr(builtins, "open", open_or_refuse)


def test_no_permission(colorize: Any, photo_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_to_open(monkeypatch, photo_file, errno.EACCES)
    check_fault(colorize(photo_file), 12, "may not be read")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_really_no_permission(colorize: Any, photo_file: Path) -> None:
    photo_file.chmod(0)
    check_fault(colorize(photo_file), 12, "may not be read")


GOOD: dict[str, tuple[Callable[[Path], Path], tuple[int, int]]] = {
    "1x1": (lambda d: saved(np.full((1, 1), 77, np.uint8), d / "dot.png"), (1, 1)),
    "20000x100": (lambda d: saved(pictures.ramp(20_000, 100), d / "long.png"), (20_000, 100)),
    "100x20000": (lambda d: saved(pictures.ramp(100, 20_000), d / "high.jpg"), (100, 20_000)),
    "1-bit": (lambda d: saved(pictures.ramp() > 90, d / "bits.png"), (64, 48)),
    "16-bit grey": (lambda d: pictures.deep_png(d / "deep.png", pictures.deep_ramp()), (64, 48)),
    "16-bit TIFF": (lambda d: pictures.deep_tiff(d / "deep.tif", pictures.deep_ramp()), (64, 48)),
    "transparent PNG": (
        lambda d: saved(np.dstack([pictures.colours(), pictures.ramp()]), d / "a.png"),
        (64, 48),
    ),
    "CMYK": (
        lambda d: put(d / "cmyk.jpg", jpeg_of(Image.fromarray(pictures.colours()).convert("CMYK"))),
        (64, 48),
    ),
}


def saved(values: NDArray[Any], path: Path) -> Path:
    Image.fromarray(values).save(path)
    return path


def jpeg_of(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, format="JPEG")
    return file.getvalue()


@pytest.mark.parametrize("kind", GOOD)
def test_unusual_photographs_are_coloured(colorize: Any, tmp_path: Path, kind: str) -> None:
    make, size = GOOD[kind]
    photo = make(tmp_path)
    result = tmp_path / f"result{photo.suffix}"
    assert colorize(photo, "-o", result)[0] == 0
    with Image.open(result) as image:
        assert image.size == size
        assert image.mode == ("RGBA" if kind == "transparent PNG" else "RGB")
    if kind.startswith("16-bit"):
        assert decode(result, 10**6).samples.dtype == np.uint16


def test_of_an_animation_the_first_frame_is_coloured_and_that_is_told(colorize: Any, tmp_path: Path) -> None:
    frames = [Image.fromarray(np.full((20, 30), value, np.uint8)) for value in (90, 200)]
    frames[0].save(tmp_path / "moving.gif", save_all=True, append_images=frames[1:])
    code, out, err = colorize(tmp_path / "moving.gif")
    assert code == 0
    assert "moving_painting.png" in out
    assert err == "note: moving.gif: The file holds 2 frames; only the first is used.\n"


# Bad places to save to.


def test_the_original_is_safe(colorize: Any, photo_file: Path) -> None:
    before = photo_file.read_bytes()
    check_fault(colorize(photo_file, "-o", photo_file), 40, "is the original photograph")
    assert photo_file.read_bytes() == before


def test_a_missing_output_folder(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    check_fault(colorize(photo_file, "-o", f"{tmp_path}/gone/result.png"), 41, "does not exist")


@pytest.mark.parametrize("out", ["new/", "new/deeper/"])
def test_a_folder_for_results_is_made(colorize: Any, photo_file: Path, tmp_path: Path, out: str) -> None:
    assert colorize(photo_file, "-o", f"{tmp_path}/{out}")[0] == 0
    assert (tmp_path / out / "photo_painting.png").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_device_is_no_place_for_a_result(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    (tmp_path / "full.png").symlink_to("/dev/full")
    check_fault(colorize(photo_file, "-o", tmp_path / "full.png"), 42, "is a device or a pipe")


def test_a_file_in_the_place_of_the_output_folder(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    check_fault(colorize(photo_file, photo_file, "-o", tmp_path / "taken"), 42, "is a file")


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (errno.EACCES, 42, "cannot be written"),
        (errno.EROFS, 42, "cannot be written"),
        (errno.ENOSPC, 43, "No room left"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_read_only_or_full_disk(
    colorize: Any,
    photo_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    code: int,
    words: str,
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(os, step, refuse)
    check_fault(colorize(photo_file, "-o", tmp_path / "result.png"), code, words)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["result.gif", "result.txt"])
def test_a_format_that_cannot_be_written(colorize: Any, photo_file: Path, tmp_path: Path, name: str) -> None:
    check_fault(colorize(photo_file, "-o", tmp_path / name), 44, "no ending that can be written")


def test_an_ending_against_the_format(colorize: Any, photo_file: Path, tmp_path: Path) -> None:
    outcome = colorize(photo_file, "-o", tmp_path / "result.png", "--format", "jpeg")
    check_fault(outcome, 44, 'does not end like "jpeg"')


def test_too_little_memory(colorize: Any, photo_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(formats, "encode_png", fail)
    check_fault(colorize(photo_file), 50, "does not fit into memory")


def test_ctrl_c_leaves_nothing_behind(
    colorize: Any, photo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(os, "fsync", interrupt)
    check_fault(colorize(photo_file), 130, "Cancelled.")
    assert sorted(tmp_path.iterdir()) == before


def damaged(folder: Path) -> Path:
    content = pictures.jpeg_bytes(pictures.colours(300, 300))
    return put(folder / "damaged.jpg", content[: len(content) * 2 // 3])


def test_a_damaged_photograph_is_coloured_and_the_exit_code_tells(colorize: Any, tmp_path: Path) -> None:
    code, out, err = colorize(damaged(tmp_path), "-o", tmp_path / "result.png")
    assert code == 4
    assert "result.png" in out
    assert err.startswith("note: damaged.jpg: The file is damaged: 6")
    assert (tmp_path / "result.png").exists()


def test_strict_refuses_a_damaged_photograph(colorize: Any, tmp_path: Path) -> None:
    outcome = colorize(damaged(tmp_path), "-o", tmp_path / "result.png", "--strict")
    check_fault(outcome, 16, "of it can be read")
    assert not (tmp_path / "result.png").exists()


def test_a_batch_lists_damaged_photographs(colorize: Any, tmp_path: Path) -> None:
    album = tmp_path / "album"
    album.mkdir()
    saved(pictures.ramp(), album / "sound.png")
    path = damaged(album)
    code, _, err = colorize(album, "-r", "-o", tmp_path / "out", "--quiet")
    assert code == 4
    assert err.splitlines()[-2:] == [
        "tintype: 1 photograph is damaged and coloured as far as could be read:",
        f"tintype: {path}",
    ]


def test_of_a_folder_without_r_what_lies_in_it_directly_is_coloured(colorize: Any, tmp_path: Path) -> None:
    album = tmp_path / "album"
    for folder in (album, album / "sub", album / "@eaDir"):
        folder.mkdir()
        saved(pictures.ramp(), folder / "a.png")
    assert colorize(album, "-o", tmp_path / "flat")[0] == 0
    assert [path.name for path in (tmp_path / "flat").rglob("*.png")] == ["a_painting.png"]
    assert colorize(album, "-r", "-o", tmp_path / "deep")[0] == 0
    found = sorted(
        path.relative_to(tmp_path / "deep").as_posix() for path in (tmp_path / "deep").rglob("*.png")
    )
    assert found == ["a_painting.png", "sub/a_painting.png"]


@pytest.mark.parametrize(
    ("options", "name"), [([], "p_painting.jpeg"), (["--format", "jpeg"], "p_painting.jpeg")]
)
def test_a_photographs_own_ending_is_kept(
    colorize: Any, tmp_path: Path, options: list[str], name: str
) -> None:
    path = put(tmp_path / "p.jpeg", pictures.jpeg_bytes(pictures.ramp()))
    assert colorize(path, *options)[0] == 0
    assert (tmp_path / name).exists()


def test_what_c_libraries_print_does_not_reach_the_terminal(tmp_path: Path) -> None:
    code = (
        "import os, sys; from desktop import __main__ as program\n"
        "program._silence_libraries(); os.write(2, b'libpng warning'); print('ours', file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "ours\n"


def test_photographs_with_colours_are_left_alone_when_asked(colorize: Any, tmp_path: Path) -> None:
    album = tmp_path / "album"
    album.mkdir()
    saved(pictures.ramp(), album / "gray.png")
    saved(pictures.colours(), album / "colour.png")
    code, out, _ = colorize(album, "-o", tmp_path / "out", "--skip-coloured")
    assert code == 0
    assert "colour.png has colours already" in out
    assert [path.name for path in (tmp_path / "out").glob("*.png")] == ["gray_painting.png"]


def test_every_page_of_a_tiff_is_coloured_when_asked(colorize: Any, tmp_path: Path) -> None:
    album = tmp_path / "album.tif"
    with tifffile.TiffWriter(album) as tiff:
        for value in (40, 120, 200):
            tiff.write(np.full((20, 30 + value), value, np.uint8), metadata=None)
            tiff.write(np.full((5, 7), value, np.uint8), subfiletype=1, metadata=None)  # its small copy
    code, out, err = colorize(album, "--pages", "-o", f"{tmp_path}/out/")
    assert (code, err) == (0, "")
    sizes = {path.name: Image.open(path).size for path in (tmp_path / "out").glob("*.tif")}
    assert sizes == {
        f"album-{page}_painting.tif": (30 + value, 20) for page, value in ((1, 40), (2, 120), (3, 200))
    }
    assert "3 coloured" in out
    code, out, _ = colorize(album, "--pages", "-o", f"{tmp_path}/out/", "--existing", "skip")
    assert (code, "0 coloured, 3 left alone" in out) == (0, True)


def test_nor_does_what_they_log(tmp_path: Path) -> None:
    """An interlaced PNG of 16 bits, of which libpng has something to say."""
    deep = pictures.deep_ramp(8, 8)
    passes = (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    )
    data = b""
    for left, top, across, down in passes:
        for row in deep[top::down, left::across]:
            data += b"\0" + row.astype(">u2").tobytes()
    chunks = {
        b"IHDR": struct.pack(">IIBBBBB", 8, 8, 16, 0, 0, 0, 1),
        b"IDAT": zlib.compress(data),
        b"IEND": b"",
    }
    content = b"\x89PNG\r\n\x1a\n"
    for kind, body in chunks.items():
        content += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    path = put(tmp_path / "interlaced.png", content)
    code = f"from desktop.engine.decode.reader import read_photo; print(read_photo({str(path)!r}).gray.sum())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (int(done.stdout), done.stderr) == (int(deep.sum(dtype=np.int64)), "")
