"""Results are told from photographs by their look and their name; of other files none is opened."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch import own_results
from desktop.engine.batch.own_results import results_among
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled
from desktop.engine.metadata.xmp import with_look_property


def picture(path: Path, *, look: bool = False) -> Path:
    path.parent.mkdir(exist_ok=True)
    image = Image.fromarray(np.full((8, 8), 90, np.uint8))
    if look:
        image.save(path, xmp=with_look_property(b"", "{}"))
    else:
        image.save(path)
    return path


@pytest.mark.parametrize(
    "name", ["a_the-scream.jpg", "the-scream_a.jpg", "a_x (2).jpg", "coloured/a.jpg", "coloured/a_x.webp"]
)
def test_a_result_is_known_by_its_look_and_its_photographs_name(tmp_path: Path, name: str) -> None:
    photo, other = picture(tmp_path / "a.png"), picture(tmp_path / "b.png")
    result = picture(tmp_path / name, look=True)
    assert results_among([photo, other, result]) == {result}


def test_what_carries_no_look_or_stands_for_itself_is_a_photograph(tmp_path: Path) -> None:
    files = [picture(tmp_path / name) for name in ("a.png", "a_1.png", "a-2.jpg")]
    alone = picture(tmp_path / "c_the-scream.jpg", look=True)
    damaged = tmp_path / "a_damaged.jpg"
    damaged.write_bytes(b"\xff\xd8\xff\xe1")
    assert results_among([*files, alone, damaged]) == set()


def test_of_thousands_of_photographs_none_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(own_results, "read_xmp", lambda path: opened.append(path) or (b"", b""))
    results_among([Path(f"/album/IMG_{number:05}.jpg") for number in range(10_000)])
    assert opened == []
    results_among([Path("/album/a.jpg"), Path("/album/a_b.jpg")])
    assert opened == [Path("/album/a_b.jpg")]


def test_it_can_be_called_off(tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        results_among([picture(tmp_path / "a.png"), picture(tmp_path / "a_b.jpg", look=True)], token)
