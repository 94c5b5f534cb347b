"""Results without a look are told by their name and by what they show; no photograph is taken for one."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.batch.unmarked_results import is_coloured_copy, named_as_results, slugs_of_presets
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from tests.support.edits import edit_of, request_of
from tests.support.prints import photograph

RUST = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))
SLUGS = ("the-kiss", "ophelia", "natural-colours")


def names(*wanted: str, among: tuple[str, ...] = ()) -> list[str]:
    found = named_as_results([Path(f"/album/{name}") for name in (*wanted, *among)], lambda: SLUGS)
    return sorted(path.name for path in found)


@pytest.mark.parametrize(
    "name",
    ["a_the-kiss.jpg", "a_natural-colours (2).png", "a_ophelia-the-kiss.tif", "a_the-kiss.webp"],
)
def test_names_that_the_program_gives(name: str) -> None:
    assert names(name, among=("a.png", "b.png")) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "a_1.jpg",
        "a_colour.jpg",
        "a-the-kiss.jpg",
        "the-kiss_a.jpg",
        "c_the-kiss.jpg",
        "a_the-kiss.heic",
        "a_.jpg",
    ],
)
def test_names_that_it_does_not_give(name: str) -> None:
    assert names(name, among=("a.png", "b.png")) == []


def test_presets_are_only_read_where_a_name_may_be_one_and_the_nearest_photograph_counts() -> None:
    asked: list[int] = []
    named_as_results(
        [Path(f"/album/IMG_{number:05}.jpg") for number in range(10_000)], lambda: asked.append(1) or ()
    )
    assert asked == []
    here, there, result = Path("/1/a.png"), Path("/2/a.png"), Path("/2/a_the-kiss.jpg")
    assert named_as_results([here, there, result], lambda: SLUGS) == {result: there}
    assert {"natural-colours", "the-kiss", "water-lilies"} <= slugs_of_presets()


def save(path: Path, values: NDArray[np.uint8], share: float = 1.0, quality: int = 95) -> Path:
    image = Image.fromarray(values)
    if share < 1:
        image = image.resize(
            (round(image.width * share), round(image.height * share)), Image.Resampling.LANCZOS
        )
    image.save(path, quality=quality)
    return path


@pytest.fixture
def gray() -> NDArray[np.uint8]:
    return photograph("coffee", 700)


@pytest.fixture
def result(colorizer: Colorizer, gray: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.asarray(request_of(RUST, colorizer).composition(Photo(None, gray), bit_depth=8).whole())


@pytest.mark.parametrize(("ending", "share"), [("png", 1.0), ("jpg", 1.0), ("jpg", 0.4), ("webp", 0.7)])
def test_a_coloured_copy_of_any_size_is_a_result(
    tmp_path: Path, gray: NDArray[np.uint8], result: NDArray[np.uint8], ending: str, share: float
) -> None:
    photo = save(tmp_path / "a.jpg", gray, quality=90)
    assert is_coloured_copy(save(tmp_path / f"a_rust.{ending}", result, share), photo)


def test_what_shows_anything_else_is_a_photograph(
    tmp_path: Path, gray: NDArray[np.uint8], result: NDArray[np.uint8]
) -> None:
    photo = save(tmp_path / "a.png", gray)
    others = {
        "grey": gray,
        "another picture": np.repeat(photograph("chelsea", 700)[..., None], 3, axis=2),
        "the next of a series": np.roll(result, 15, axis=1),
        "brighter": np.clip(result.astype(int) + 14, 0, 255).astype(np.uint8),
        "cropped": result[:, 100:],
        "upside down": result[::-1],
    }
    for name, values in others.items():
        assert not is_coloured_copy(save(tmp_path / "a_rust.png", np.ascontiguousarray(values)), photo), name
    coloured = save(tmp_path / "b.png", result)
    assert not is_coloured_copy(save(tmp_path / "b_rust.png", result), coloured), "of a photograph in colours"
    damaged = tmp_path / "c_rust.jpg"
    damaged.write_bytes(b"\xff\xd8\xff\xe1")
    assert not is_coloured_copy(damaged, photo)


def test_it_can_be_called_off(tmp_path: Path, gray: NDArray[np.uint8]) -> None:
    token = CancelToken()
    token.cancel()
    photo = save(tmp_path / "a.png", gray)
    with pytest.raises(Cancelled):
        is_coloured_copy(photo, photo, token)
