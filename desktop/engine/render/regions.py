"""Regions of the photograph with colours of their own, mixed on a grid finer than the network's.

A region has the colours of its own presets, or one colour that was chosen for it. Every region's chroma is brought
to that grid along the photograph's edges, its amount applied, and laid over what lies below it by the region's mask.
What comes of it is chroma like any other: `compose` brings it to full size.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from desktop.engine.colour.spaces import lightness, srgb_decode
from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.lru_cache import LruCache
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.edit import PaintedRegion
from desktop.engine.edits.mixture import Mixture
from desktop.engine.edits.stroke import Stroke
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo, content_key
from desktop.engine.imaging.resize import fit_within
from desktop.engine.inference.colorizer import Colorizers, unit_gray
from desktop.engine.render.brush_masks import MASK_SIDE_PX, MASKS_BYTES, painted, refined
from desktop.engine.render.frame_map import FrameMap
from desktop.engine.render.picture import Pictured, placed
from desktop.engine.render.prediction import on_grid, predicted
from desktop.engine.render.toning import toned

MIXED_BYTES = 32_000_000
INK, PAPER = 15.0, 30.0  # L* next to black and to white, in which a colour for a place fades
GRIDDED_BYTES = 16_000_000  # some ten presets of one photograph


def mask_guide(photo: Photo) -> Floats:
    """(h, w) grey 0..1 of the photograph on the grid of masks, `MASK_SIDE_PX` on the long side at most."""
    size_px = fit_within(photo.width_px, photo.height_px, (MASK_SIDE_PX, MASK_SIDE_PX))
    return unit_gray(photo.gray_at(size_px))


def region_mask(guide: Floats, region: PaintedRegion, frame: FrameMap | None = None) -> Floats:
    """(h, w) how much of each pixel belongs to a region, 0..1. frame: as of `MaskPainter`."""
    if not region.strokes:
        mask = np.zeros_like(guide)
    else:
        key = (content_key(guide), frame, region.strokes)
        mask = _masks.get(key, lambda: refined(guide, painted(guide, region.strokes, frame)))
    return 1 - mask if region.inverted else mask


def chroma_of(
    colorizers: Colorizers,
    photo: Photo,
    mixture: Mixture,
    adjustments: Adjustments,
    regions: Sequence[PaintedRegion] = (),
    cancel: CancelToken | None = None,
    frame: FrameMap | None = None,
    pictured: Pictured | None = None,
) -> Chroma:
    """The photograph's chroma under a mixture, adjusted, and under those of its regions where these are.

    frame: where the regions' places lie, if `photo` is what is shown of a photograph and not all of it.
    pictured: what of `photo` is picture, where it has a border; that has no colours but those of regions.
    With regions that are shown the amounts are applied already: `left_to_compose` tells what is not.
    Raises `Cancelled`, `ModelRunError` or `PresetModelMismatchError`.
    """

    def own(mixture: Mixture) -> Chroma:
        if pictured is None:
            return toned(predicted(colorizers, photo, mixture, cancel), adjustments)
        return placed(
            toned(predicted(colorizers, pictured.photo, mixture, cancel), adjustments), pictured.place
        )

    base, shown = own(mixture), shown_regions(regions)
    if not shown:
        return base
    layers = []
    for region in shown:
        if region.blend is not None:
            region.blend.check_models(colorizers)
        layers.append((region, base if region.blend is None else own(region.blend.mixture)))
    guide = mask_guide(photo)
    guide_key = content_key(guide)
    key = (guide_key, frame, adjustments.amount, base, tuple(layers))
    return _mixed.get(key, lambda: _mix(guide, guide_key, base, adjustments.amount, layers, frame))


def left_to_compose(adjustments: Adjustments, regions: Sequence[PaintedRegion]) -> Adjustments:
    """What of the adjustments `compose` still has to apply to the chroma of `chroma_of`."""
    return replace(adjustments, amount=1.0) if shown_regions(regions) else adjustments


def shown_regions(regions: Sequence[PaintedRegion]) -> list[PaintedRegion]:
    """The regions that make a difference: visible, and not without any extent."""
    return [region for region in regions if region.visible and (region.strokes or region.inverted)]


def _mix(
    guide: Floats,
    key: str,
    base: Chroma,
    amount: float,
    layers: Sequence[tuple[PaintedRegion, Chroma]],
    frame: FrameMap | None,
) -> Chroma:
    """key: `content_key` of the guide."""
    ab = _laid_out(base, guide, key) * np.float32(amount)
    for region, chroma in layers:
        if region.colour is None:
            own = _laid_out(chroma, guide, key) * np.float32(region.amount)
        else:
            own = one_colour(guide, region.colour) * np.float32(region.amount)
        ab += region_mask(guide, region, frame) * (own - ab)
    return Chroma.guided(guide, ab)


def one_colour(guide: Floats, colour: tuple[float, float]) -> Floats:
    """(2, h, w) a* and b* of one colour over `guide` (h, w), grey 0..1.

    It fades within `INK` L* of black and `PAPER` L* of white, so that deep shadows and highlights stay neutral.
    """
    light = lightness(srgb_decode(guide))
    from_ends = np.minimum(light / np.float32(INK), (100 - light) / np.float32(PAPER))
    cover = np.clip(from_ends, 0, 1)
    cover *= cover * (3 - 2 * cover)
    ab: Floats = np.asarray(colour, np.float32)[:, None, None] * cover
    return ab


def _laid_out(chroma: Chroma, guide: Floats, key: str) -> Floats:
    """`on_grid`, kept by the `content_key` of the guide: a stroke of the brush changes no more than one mask."""
    return _gridded.get((chroma, key), lambda: on_grid(chroma, guide))


_Masked = tuple[str, FrameMap | None, tuple[Stroke, ...]]
_masks: LruCache[_Masked, Floats] = LruCache(MASKS_BYTES, lambda mask: mask.nbytes)

_Mixed = tuple[str, FrameMap | None, float, Chroma, tuple[tuple[PaintedRegion, Chroma], ...]]
_mixed: LruCache[_Mixed, Chroma] = LruCache(MIXED_BYTES, lambda chroma: chroma.size_bytes)

_gridded: LruCache[tuple[Chroma, str], Floats] = LruCache(GRIDDED_BYTES, lambda chroma: chroma.nbytes)
