"""Principal axes of a collection's embeddings (PCA), and the spread of each number.

The main axes are the principal components (Pearson, "On Lines and Planes of Closest Fit", 1901). An embedding may hold
numbers of several kinds, each in a unit of its own, such as quantiles of colours and what an encoder has learned; which
of them vary most then says nothing. So each kind is divided by the root mean square of its deviations first.

What an axis does is told by the presets' palettes: it bears the trait of the palettes with which it goes most closely
together, and none when that is not close.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.spaces import hex_to_srgb, srgb_to_lab
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.preset import Preset

Doubles = NDArray[np.float64]

MAX_AXES = 6
BINS = 24
MARGIN = 0.25  # of the span of what there is, to either side: how far a number can be turned
MIN_CORRELATION = 0.5
SAME = 1e-6  # a smaller shift of a number is none
MIN_PRESETS = 8  # of fewer no spread can be told


class Trait(StrEnum):
    """A property of a palette, that grows along an axis."""

    WARMTH = "warmth"  # mean b*
    REDNESS = "redness"  # mean a*
    COLOURFULNESS = "colourfulness"  # mean chroma
    LIGHTNESS = "lightness"  # mean L*
    VARIETY = "variety"  # mean distance from the mean a*, b*
    WARM_LIGHTS = "warm lights"  # b* of the two lightest less that of the two darkest


@dataclass(frozen=True)
class Spread:
    """How one number is distributed. least, most: how far it can be turned; counts: of `BINS` equal steps there."""

    least: float
    most: float
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Axis:
    """A main axis. direction: what one step along it adds to an embedding. gauge: the numbers whose product with an
    embedding's difference from the mean is its place on the axis; both are the same where all numbers are of one kind.

    least, most: how far it can be turned, 0 being the collection's mean.
    share: of the variance, 0..1. trait: what grows along it, None when nothing does clearly.
    correlation: with the trait, 0 without one.
    """

    direction: tuple[float, ...]
    gauge: tuple[float, ...]
    least: float
    most: float
    share: float
    trait: Trait | None
    correlation: float


@dataclass(frozen=True)
class Survey:
    """A collection of embeddings: their mean, the spread of each number, and the main axes by falling share."""

    mean: tuple[float, ...]
    spreads: tuple[Spread, ...]
    axes: tuple[Axis, ...]

    def place(self, axis: Axis, embedding: Sequence[float]) -> float:
        """Where an embedding lies along an axis."""
        return float(np.dot(np.subtract(embedding, self.mean), axis.gauge))

    def moved(self, axis: Axis, embedding: Sequence[float], place: float) -> tuple[float, ...]:
        """The embedding with another place along an axis, and the same along all others."""
        step = place - self.place(axis, embedding)
        return tuple((np.asarray(embedding) + step * np.asarray(axis.direction)).tolist())


def survey(presets: Sequence[Preset], parts: Sequence[int] = ()) -> Survey | None:
    """What can be told of presets of one encoder; None when there are fewer than `MIN_PRESETS`.

    parts: how many numbers of each kind follow one another, as `Model.embedding_parts`; empty for one kind alone.
    """
    if len(presets) < MIN_PRESETS:
        return None
    embeddings = np.array([preset.embedding for preset in presets], dtype=np.float64)
    mean = embeddings.mean(axis=0)
    spreads = tuple(_spread(numbers) for numbers in embeddings.T)
    return Survey(tuple(mean.tolist()), spreads, _axes(embeddings - mean, presets, parts))


def of_encoder(presets: Sequence[Preset], preset: Preset) -> list[Preset]:
    """Those with the style encoder of `preset`: only their embeddings can be mixed and compared with its own."""
    encoder = (preset.model, preset.encoder_sha256.lower())
    return [other for other in presets if (other.model, other.encoder_sha256.lower()) == encoder]


def steered(blend: Blend, embedding: Sequence[float]) -> Blend:
    """The blend, shifted so that its embedding is `embedding`."""
    shift = np.subtract(embedding, replace(blend, shift=()).embedding)
    shift[np.abs(shift) < SAME] = 0
    return replace(blend, shift=tuple(shift.tolist()) if shift.any() else ())


def traits_of(palette: Sequence[str]) -> dict[Trait, float]:
    """The traits of a palette of at least one "#rrggbb"."""
    lab = srgb_to_lab(np.stack([hex_to_srgb(colour) for colour in palette])).astype(np.float64)
    light, ab = lab[:, 0], lab[:, 1:]
    by_light = ab[np.argsort(light, kind="stable")]
    return {
        Trait.WARMTH: float(ab[:, 1].mean()),
        Trait.REDNESS: float(ab[:, 0].mean()),
        Trait.COLOURFULNESS: float(np.hypot(ab[:, 0], ab[:, 1]).mean()),
        Trait.LIGHTNESS: float(light.mean()),
        Trait.VARIETY: float(np.hypot(*(ab - ab.mean(axis=0)).T).mean()),
        Trait.WARM_LIGHTS: float(by_light[-2:, 1].mean() - by_light[:2, 1].mean()),
    }


def _spread(numbers: Doubles) -> Spread:
    least, most = _reach(numbers)
    counts, _ = np.histogram(numbers, bins=BINS, range=(least, most))
    return Spread(least, most, tuple(counts.tolist()))


def _reach(numbers: Doubles) -> tuple[float, float]:
    least, most = float(numbers.min()), float(numbers.max())
    margin = max(MARGIN * (most - least), 1e-3)  # also where all are the same
    return least - margin, most + margin


def _units(centred: Doubles, parts: Sequence[int]) -> Doubles:
    """For every number the root mean square of the deviations of its kind; 1 for one kind alone."""
    units = np.ones(centred.shape[1])
    for start, end in pairwise((0, *np.cumsum(parts, dtype=int))):
        units[start:end] = np.sqrt((centred[:, start:end] ** 2).mean()) or 1.0
    return units


def _axes(centred: Doubles, presets: Sequence[Preset], parts: Sequence[int]) -> tuple[Axis, ...]:
    units = _units(centred, parts)
    centred = centred / units
    _, sizes, directions = np.linalg.svd(centred, full_matrices=False)
    variances = sizes**2
    if not variances.sum():
        return ()
    shares = variances / variances.sum()
    traits = [traits_of(preset.palette) if preset.palette else None for preset in presets]
    known = [row for row, found in enumerate(traits) if found]
    free = list(Trait) if len(known) >= MIN_PRESETS else []
    axes = []
    for direction, share in zip(directions[:MAX_AXES], shares[:MAX_AXES], strict=True):
        if share < 1e-9:
            break
        places = centred @ direction
        fits = {
            trait: _correlation(places[known], np.array([found[trait] for found in traits if found]))
            for trait in free
        }
        trait = max(fits, key=lambda trait: abs(fits[trait]), default=None)
        if trait is None or abs(fits[trait]) < MIN_CORRELATION:
            # Which way round an axis comes is left to chance: here its largest entry is positive.
            trait, sign = None, np.sign(direction[np.argmax(np.abs(direction))])
        else:
            free.remove(trait)
            sign = np.sign(fits[trait])
        least, most = _reach(sign * places)
        correlation = 0.0 if trait is None else abs(fits[trait])
        axes.append(
            Axis(
                direction=tuple((sign * direction * units).tolist()),
                gauge=tuple((sign * direction / units).tolist()),
                least=least,
                most=most,
                share=float(share),
                trait=trait,
                correlation=float(correlation),
            )
        )
    return tuple(axes)


def _correlation(first: Doubles, second: Doubles) -> float:
    """Pearson's, 0 where one of the two does not vary."""
    if np.ptp(first) < 1e-9 or np.ptp(second) < 1e-9:
        return 0.0
    return float(np.corrcoef(first, second)[0, 1])
