"""Pictures decoded and resized once into a memory-mapped uint8 array."""

import hashlib
import itertools
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps
from tqdm import tqdm

from train.data.sources import HUB_PREFIX, SourceError, files_of, open_source


class PictureCache(NamedTuple):
    """Square pictures: `pixels` uint8 [N,S,S,3] sRGB (memory-mapped), `sources` the collection of each."""

    pixels: NDArray[np.uint8]
    sources: list[str]


def square(image: Image.Image, size_px: int) -> NDArray[np.uint8]:
    """Crop the middle square and resize it (Lanczos): uint8 [S,S,3] sRGB."""
    fitted = ImageOps.fit(image.convert("RGB"), (size_px, size_px), Image.Resampling.LANCZOS)
    return np.asarray(fitted)


def _fingerprint(sources: Sequence[str], data_dir: Path, size_px: int, limit: int) -> str:
    parts: list[object] = [size_px, limit]
    for source in sources:
        parts.append(source)
        if not source.startswith(HUB_PREFIX):
            parts += [(file.name, file.stat().st_size) for file in files_of(source, data_dir)]
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _write(sources: Sequence[str], data_dir: Path, size_px: int, limit: int, stem: Path) -> None:
    names: list[str] = []
    unfinished = stem.with_suffix(f".{os.getpid()}.tmp")
    with unfinished.open("wb") as file:
        for source in sources:
            samples = itertools.islice(open_source(source, data_dir), limit or None)
            for sample in tqdm(samples, desc=f"decoding {source}", unit=" pictures", mininterval=2.0):
                file.write(square(sample.image, size_px).tobytes())
                names.append(sample.source)
    if not names:
        unfinished.unlink()
        raise SourceError(f"no pictures in {', '.join(sources)}")
    # The list of sources is written last: its presence says that the pixels are whole.
    unfinished.replace(stem.with_suffix(".u8"))
    listing = stem.with_suffix(f".{os.getpid()}.json.tmp")
    listing.write_text(json.dumps(names), encoding="utf-8")
    listing.replace(stem.with_suffix(".json"))


def open_cache(
    sources: Sequence[str], data_dir: Path, cache_dir: Path, size_px: int, limit: int = 0
) -> PictureCache:
    """Open the cache of these sources, decoding them first where that has not been done.

    Args:
        sources: as `open_source` takes them.
        data_dir: folder of relative sources.
        cache_dir: folder of the caches, made when missing.
        size_px: side of the squares.
        limit: pictures from each source at most; 0 takes all.

    Raises:
        SourceError: a source gives no picture.
    """
    cache_dir.mkdir(parents=True, exist_ok=True)
    stem = cache_dir / _fingerprint(sources, data_dir, size_px, limit)
    if not stem.with_suffix(".json").exists():
        _write(sources, data_dir, size_px, limit, stem)
    names = json.loads(stem.with_suffix(".json").read_text(encoding="utf-8"))
    pixels = np.memmap(stem.with_suffix(".u8"), np.uint8, "r", shape=(len(names), size_px, size_px, 3))
    return PictureCache(pixels, names)
