"""Ranks presets by how well their palettes suit a photograph, judged by its natural colours.

Only the small chroma and the presets' five palette colours are compared, so that no network runs: some milliseconds
for fifty presets.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.spaces import hex_to_srgb, lightness, srgb_decode, srgb_to_lab
from desktop.engine.core.arrays import Floats
from desktop.engine.edits.preset import Preset
from desktop.engine.imaging.guided_upsample import Chroma

SAMPLES = 512  # places of the photograph that are looked at
LIGHTNESS_WEIGHT = 0.35  # lightness stays the photograph's own: a palette's is a hint at most
SKIN_HUES_DEG = (25.0, 75.0)  # skin of all tones lies here in CIELAB (Zeng and Luo 2011)
SKIN_CHROMA = (10.0, 45.0)
SKIN_LIGHTNESS = (30.0, 92.0)
FULL_SKIN_SHARE = 0.12  # from this share of the photograph on its skin counts in full
CHROMA_WEIGHT = 0.35
SKIN_WEIGHT = 0.6


@dataclass(frozen=True, eq=False)
class NaturalColours:
    """What is known of a photograph's natural colours.

    lab: (n, 3) CIELAB at places spread over it. skin: mean CIELAB (3,) of what has the colour of skin, and its share
    of the photograph, 0 to 1.
    """

    lab: Floats
    skin: Floats
    skin_share: float

    @classmethod
    def of(cls, chroma: Chroma) -> Self:
        """From the chroma (2, h, w) that a model of natural colours predicted, and the grey that it belongs to."""
        height, width = chroma.guide.shape
        step = max(1, round((height * width / SAMPLES) ** 0.5))
        light = lightness(srgb_decode(chroma.guide[::step, ::step]))
        a, b = chroma.ab[:, ::step, ::step]
        lab = np.stack([light, a, b], axis=-1).reshape(-1, 3)
        is_skin = _has_colour_of_skin(lab)
        skin = lab[is_skin].mean(axis=0) if is_skin.any() else np.zeros(3, np.float32)
        return cls(lab, skin, float(is_skin.mean()))

    @property
    def mean_chroma(self) -> float:
        """Mean distance from grey in a* and b*."""
        return float(np.hypot(self.lab[:, 1], self.lab[:, 2]).mean())


def misfit(natural: NaturalColours, palette: Sequence[str]) -> float:
    """How badly a palette of "#rrggbb", by descending share, suits natural colours: 0 is best, in units of CIELAB.

    The mean distance from each place of the photograph to the nearest colour of the palette, and from each colour
    of the palette to the nearest in the photograph (the chamfer distance of the two); to which is added what the
    palette is livelier or paler than the photograph, and, where there is skin, how far the nearest colour is from it.
    """
    colours = _palette_lab(tuple(palette))
    distances = _distances(natural.lab, colours)
    shares = np.linspace(
        1.0, 0.4, len(colours)
    )  # palettes name colours by descending share, without the shares
    unused = np.average(np.percentile(distances, 5, axis=0), weights=shares)
    chroma = np.average(np.hypot(colours[:, 1], colours[:, 2]), weights=shares)
    skin = _distances(natural.skin[None], colours).min() * min(1.0, natural.skin_share / FULL_SKIN_SHARE)
    return float(
        distances.min(axis=1).mean()
        + unused
        + CHROMA_WEIGHT * abs(chroma - natural.mean_chroma)
        + SKIN_WEIGHT * skin
    )


def suiting_presets(natural: NaturalColours, presets: Sequence[Preset], count: int) -> tuple[Preset, ...]:
    """At most `count` of the presets, the one that suits best first; of a painter one at most, for variety.

    Natural colours themselves and presets without a palette are passed over.
    """
    candidates = [preset for preset in presets if preset.palette and not preset.is_natural]
    chosen: list[Preset] = []
    painters: set[str] = set()
    for preset in sorted(candidates, key=lambda preset: misfit(natural, preset.palette)):
        if len(chosen) < count and (not preset.painter or preset.painter not in painters):
            chosen.append(preset)
            painters.add(preset.painter)
    return tuple(chosen)


def _has_colour_of_skin(lab: Floats) -> NDArray[np.bool_]:
    light, a, b = lab.T
    hue, chroma = np.degrees(np.arctan2(b, a)), np.hypot(a, b)
    inside: NDArray[np.bool_] = np.ones(len(lab), np.bool_)
    for values, (least, most) in ((light, SKIN_LIGHTNESS), (hue, SKIN_HUES_DEG), (chroma, SKIN_CHROMA)):
        inside &= (values >= least) & (values <= most)
    return inside


@lru_cache(maxsize=1024)
def _palette_lab(palette: tuple[str, ...]) -> Floats:
    return srgb_to_lab(np.stack([hex_to_srgb(colour) for colour in palette]))


def _distances(lab: Floats, others: Floats) -> Floats:
    """(n, m) distances of n from m colours, lightness counting for less."""
    scale = np.array([LIGHTNESS_WEIGHT, 1, 1], np.float32)
    difference = (lab[:, None] - others[None]) * scale
    distances: Floats = np.sqrt((difference**2).sum(axis=-1))
    return distances
