"""Knows results that carry no look, because they were to have no metadata.

Two things tell them: the name that the program gives to results of its own accord, and what they show, which is the
lightness of a grey photograph with colours. So no photograph is taken for one: whatever shows anything else, is as
grey as the other or is named otherwise, stays a photograph.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop.engine.colour.spaces import srgb_to_lab
from desktop.engine.core import limits
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, TintypeError
from desktop.engine.decode.colourfulness import colourfulness
from desktop.engine.decode.formats import decode
from desktop.engine.decode.reader import eight_bit_rgb, read_thumbnail, thinned
from desktop.engine.edits.natural import natural_preset
from desktop.engine.encode.writer import WRITABLE_SUFFIXES
from desktop.engine.files.naming import slug
from desktop.engine.imaging.resize import resize_gray
from desktop.engine.store.preset_library import PresetLibrary

SIDE_PX = 96  # at which the two are compared
SAME_MEAN, SAME_NEARLY_ALL = (
    2.0,
    10.0,
)  # levels by which their grey may differ, on the mean and at 98 % of places
GREY, COLOURED = 2.0, 2.0  # units of CIELAB's a* and b*: at most of the photograph, at least of the result
_NUMBER = re.compile(r" \(\d+\)$")


def slugs_of_presets() -> frozenset[str]:
    """Of all presets that are there, and of natural colours, as names of results have them."""
    names = (preset.name for preset in (*PresetLibrary().all(), natural_preset("")))
    return frozenset(filter(None, map(slug, names)))


def named_as_results(
    paths: Iterable[Path], slugs: Callable[[], Collection[str]] = slugs_of_presets
) -> dict[Path, Path]:
    """The files that are named as the result of another one, and which that is: `{stem}_{preset}`, perhaps numbered.

    No file is opened. slugs: asked for only where a name may be one.
    """
    files = list(paths)
    by_stem: dict[str, list[Path]] = {}
    for path in files:
        by_stem.setdefault(path.stem, []).append(path)
    split = [(path, *_NUMBER.sub("", path.stem).rpartition("_")[::2]) for path in files]
    likely = [
        (path, by_stem[stem], preset)
        for path, stem, preset in split
        if stem in by_stem and path.suffix.lower() in WRITABLE_SUFFIXES
    ]
    known = slugs() if likely else ()
    return {
        path: next((photo for photo in photos if photo.parent == path.parent), photos[0])
        for path, photos, preset in likely
        if _is_made_of(preset, known)
    }


def is_coloured_copy(path: Path, photo: Path, cancel: CancelToken | None = None) -> bool:
    """Whether a file shows what a grey photograph shows, at any size, in colours; not of what cannot be read.

    Raises `Cancelled`.
    """
    try:
        before, after = (read_thumbnail(place, SIDE_PX, cancel=cancel) for place in (photo, path))
        height, width = before.shape
        if abs(after.shape[1] * height - after.shape[0] * width) > 2 * max(width, height):
            return False  # not even by rounding of the same shape
        off = np.abs(resize_gray(after, (width, height)).astype(np.int16) - before)
        same = off.mean() <= SAME_MEAN and np.percentile(off, 98) <= SAME_NEARLY_ALL
        return bool(same) and colourfulness(photo, cancel) <= GREY and _chroma(path, cancel) >= COLOURED
    except Cancelled:
        raise
    except (TintypeError, OSError):  # whoever opens it as a photograph is told
        return False


def _chroma(path: Path, cancel: CancelToken | None) -> float:
    """The mean chroma of a picture, in CIELAB's a* and b*."""
    decoded = decode(path, limits.max_pixels(), cancel, small_px=SIDE_PX)
    rgb, _ = eight_bit_rgb(replace(decoded, samples=thinned(decoded.samples, SIDE_PX)))
    return float(
        np.linalg.norm(srgb_to_lab(rgb.astype(np.float32) / np.float32(255))[..., 1:], axis=-1).mean()
    )


def _is_made_of(name: str, known: Collection[str]) -> bool:
    """Whether a name is that of a preset, or of several one after the other, as of a blend."""
    return name in known or any(
        name.startswith(f"{one}-") and _is_made_of(name[len(one) + 1 :], known) for one in known
    )
