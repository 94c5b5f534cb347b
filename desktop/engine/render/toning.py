"""Applies the adjustments of colour to the network's small chroma, so that they cost nothing at full size.

Lightness is not touched, so that whatever is turned here the result keeps the photograph's own. Each step is a
smooth function of a pixel's chroma and lightness alone (the pull also of their mean), without edges in any of
them: what is smooth stays smooth. The steps come in the order of this module.

`midtones(L) = 4 l (1 - l)`, l = L* / 100, is 1 in the middle and 0 at black and white; adjustments that
shift colours are weighted by it, so that paper and ink stay neutral.
"""

from dataclasses import replace

import numpy as np

from desktop.engine.colour.spaces import lightness, srgb_decode
from desktop.engine.core.arrays import Floats
from desktop.engine.core.lru_cache import LruCache
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.imaging.guided_upsample import Chroma

TONED_BYTES = 48_000_000  # some twenty at a working size of 256
VIVID = 30.0  # chroma at which colourfulness does half of what it does to the most muted
GREY = 6.0  # chroma below which a hue means little
PULL_NEAR = 0.8  # how far what has the picked hue goes towards the picked colour at full pull
PULL_MEAN = 0.65  # how far the mean of all midtones does
# a* and b* that white gets when the daylight falls from 6500 K to 5000 K (CIE D65 and D50): the warmest.
WARMEST = (2.4, 17.7)
TINT = 14.0  # a* of the strongest tint


def toned(chroma: Chroma, adjustments: Adjustments) -> Chroma:
    """`chroma` with all adjustments but the amount, which is `compose`'s; itself when there are none.

    The last few are kept: moving the amount, or another size of the result, does not make them again.
    """
    tone = replace(adjustments, amount=1.0)
    if not tone.pull:
        tone = replace(tone, pull_a=0.0, pull_b=0.0)  # where nothing pulls, the colour does not matter
    if tone == Adjustments():
        return chroma
    return _kept.get((chroma, tone), lambda: Chroma.guided(chroma.guide, toned_ab(chroma, tone)))


def toned_ab(chroma: Chroma, adjustments: Adjustments) -> Floats:
    """(2, h, w) CIELAB a* and b* of `chroma` after all adjustments but the amount."""
    light = lightness(srgb_decode(chroma.guide))
    middle = midtones(light)
    ab = chroma.ab
    if adjustments.hue:
        ab = turned(ab, adjustments.hue)
    if adjustments.pull:
        target = np.array([adjustments.pull_a, adjustments.pull_b], np.float32)
        ab = pulled(ab, middle, target, adjustments.pull)
    if adjustments.colourfulness:
        ab = ab * vibrance(ab, adjustments.colourfulness)
    if adjustments.shadows or adjustments.highlights:
        ab = ab * ends(light, adjustments.shadows, adjustments.highlights)
    if adjustments.warmth or adjustments.tint:
        ab = ab + middle * shift(adjustments.warmth, adjustments.tint)[:, None, None]
    return np.ascontiguousarray(ab, dtype=np.float32)


def midtones(light: Floats) -> Floats:
    """Weight 0..1 of L* 0..100: 1 in the middle, 0 at black and white."""
    part = light / np.float32(100)
    weight: Floats = np.clip(4 * part * (1 - part), 0, 1)
    return weight


def turned(ab: Floats, degrees: float) -> Floats:
    """`ab` (2, ...) with every hue turned by `degrees`, from red towards yellow."""
    angle = np.deg2rad(degrees)
    cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    return np.stack([cos * ab[0] - sin * ab[1], sin * ab[0] + cos * ab[1]])


def pulled(ab: Floats, middle: Floats, target: Floats, strength: float) -> Floats:
    """`ab` (2, h, w) drawn towards the a*, b* of `target` (2,); middle: `midtones`; strength: 0..1.

    First every colour goes towards the target by `strength * PULL_NEAR * near(ab)`, where `near` is the squared
    cosine of the angle between the two hues, 0 beyond a right angle and fading out below a chroma of `GREY`,
    where a hue means nothing. Then the midtones are shifted together, by `strength * PULL_MEAN * midtones` of
    what their mean still lacks. So what has about the picked hue takes the colour, while other colours are
    shifted a little and keep their distance to each other.
    """
    aim = target[:, None, None]
    along = np.maximum(ab[0] * target[0] + ab[1] * target[1], 0)
    size = ab[0] ** 2 + ab[1] ** 2
    aimed = max(float(target @ target), GREY**2)
    near = along**2 / ((size + np.float32(GREY**2)) * np.float32(aimed))
    ab = ab + np.float32(strength * PULL_NEAR) * near * (aim - ab)
    mean = (middle * ab).sum(axis=(1, 2), keepdims=True) / np.maximum(middle.sum(), np.float32(1e-6))
    result: Floats = ab + np.float32(strength * PULL_MEAN) * middle * (aim - mean)
    return result


def vibrance(ab: Floats, colourfulness: float) -> Floats:
    """Factor (h, w) on chroma: `1 + colourfulness / (1 + (chroma / VIVID)**2)`.

    At 1 the most muted colours get twice their chroma, at -1 none; vivid ones keep theirs. At every setting
    what was more colourful stays more colourful.
    """
    size = (ab[0] ** 2 + ab[1] ** 2) / np.float32(VIVID**2)
    factor: Floats = 1 + np.float32(colourfulness) / (1 + size)
    return factor


def ends(light: Floats, shadows: float, highlights: float) -> Floats:
    """Factor 0..2 on chroma by L* 0..100: `1 + shadows` at black, 1 in the middle, `1 + highlights` at white."""
    part = np.clip(light / np.float32(50) - 1, -1, 1)
    weight = part * part * (3 - 2 * np.abs(part))  # smoothstep to either side of the middle
    factor: Floats = 1 + np.where(part < 0, np.float32(shadows), np.float32(highlights)) * weight
    return factor


def shift(warmth: float, tint: float) -> Floats:
    """a*, b* (2,) that middle grey is given."""
    a, b = WARMEST
    return np.array([warmth * a + tint * TINT, warmth * b], dtype=np.float32)


_kept: LruCache[tuple[Chroma, Adjustments], Chroma] = LruCache(TONED_BYTES, lambda chroma: chroma.size_bytes)
