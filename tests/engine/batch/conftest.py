"""An album of six photographs in two folders, and batches over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch.destinations import Destination, Placement
from desktop.engine.batch.ledger import Ledger
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.runner import Batch
from desktop.engine.batch.sources import Source, find_photos
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.edit import Edit
from desktop.engine.inference.colorizer import Colorizer
from tests.support.batches import RUST
from tests.support.edits import request_of


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Six photographs of 90 x 60, two of them in a sub-folder, all different."""
    album = tmp_path / "album"
    (album / "sub").mkdir(parents=True)
    for number in range(6):
        name = f"sub/{number}.png" if number > 3 else f"{number}.png"
        values = np.random.default_rng(number).integers(0, 256, (60, 90), dtype=np.uint8)
        Image.fromarray(values).save(album / name)
    return album


@pytest.fixture
def start(colorizer: Colorizer, album: Path) -> Callable[..., Batch]:
    """Makes the batch of the whole album into `out`, with a ledger; `looks` and `sources` may be others."""

    def make(
        *looks: Edit, sources: Iterator[Source] | None = None, cancel: CancelToken | None = None
    ) -> Batch:
        out = album.with_name("out")
        out.mkdir(exist_ok=True)
        found = list(find_photos(album)) if sources is None else sources
        originals = Originals(path for path in album.rglob("*.png"))
        placement = Placement(Destination(folder=out), originals, Ledger(out))
        prepared = [request_of(look, colorizer) for look in looks or (RUST,)]
        return Batch(found, prepared, placement, cancel)

    return make
