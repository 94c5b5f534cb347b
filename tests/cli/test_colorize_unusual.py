"""Unusual photographs are coloured: animations, pages, transparency, endings, damage in a part."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from desktop.engine.decode.formats import decode
from tests.engine import pictures
from tests.support.colorize_faults import check_fault, put, saved

pytestmark = pytest.mark.usefixtures("tiny_model_dir")


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
