"""A contact sheet: one photograph under many presets on one picture, each with its name."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from desktop.engine.batch.lettering import font, wrapped
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.encode.formats import on_white
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.pipeline import RenderRequest

PAPER = (246, 246, 246)  # neutral, so that it does not tint what the eye sees beside it
INK = (34, 34, 34)
SHEET_ASPECT = 4 / 3
MAX_NAME_LINES = 3
ORIGINAL = "Original"

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Tile:
    """One picture (H, W, 3) of a sheet, and what is written under it."""

    name: str
    rgb: Pixels


def original_tile(photo: Photo, side_px: int) -> Tile:
    """The photograph as it is, its long side `side_px` at most."""
    gray = photo.shown_at(_tile_size(photo, side_px))
    return Tile(ORIGINAL, _seen(np.repeat(gray[..., None], 3, axis=2), photo))


def preset_tiles(
    photo: Photo, looks: Sequence[RenderRequest], side_px: int, cancel: CancelToken | None = None
) -> Iterator[Tile]:
    """The photograph under each look. Raises `Cancelled`, `ModelRunError` or `PresetModelMismatchError`."""
    size_px = _tile_size(photo, side_px)
    for request in looks:
        rgb = request.composition(photo, size_px=size_px, bit_depth=8, cancel=cancel).whole(cancel=cancel)
        yield Tile(request.name, _seen(to_8_bits(rgb), photo))


def contact_sheet(tiles: Sequence[Tile], title: str, columns: int | None = None) -> Pixels:
    """A picture (H, W, 3) of all tiles, which are of one size, with `title` above.

    columns: None for as many as bring the sheet near 4:3 without leaving much of its last row empty.
    """
    height, width = tiles[0].rgb.shape[:2]
    text_px = max(12, round(min(width, 1.5 * height) / 20))
    gap_px, line_px = round(1.5 * text_px), round(1.35 * text_px)
    names = [wrapped(tile.name, text_px, width, MAX_NAME_LINES) for tile in tiles]
    name_px = text_px // 2 + line_px * max(map(len, names))
    step_x, step_y = width + gap_px, height + name_px + gap_px
    across = columns or _columns(len(tiles), step_x / step_y)
    across = min(across, len(tiles))
    down = math.ceil(len(tiles) / across)
    title_px = round(1.6 * text_px)
    head_px = round(1.8 * title_px)
    sheet = Image.new("RGB", (gap_px + across * step_x, gap_px + head_px + down * step_y), PAPER)
    draw = ImageDraw.Draw(sheet)
    for line in wrapped(title, title_px, sheet.width - 2 * gap_px, 1):
        draw.text((gap_px, gap_px), line, INK, font(title_px), anchor="la")
    for number, (tile, lines) in enumerate(zip(tiles, names, strict=True)):
        x = gap_px + number % across * step_x
        y = gap_px + head_px + number // across * step_y
        sheet.paste(Image.fromarray(tile.rgb), (x, y))
        for row, line in enumerate(lines):
            draw.text((x, y + height + text_px // 2 + row * line_px), line, INK, font(text_px), anchor="la")
    return np.array(sheet)


def _columns(count: int, cell_aspect: float) -> int:
    """How many columns of cells make a sheet near `SHEET_ASPECT`, with few cells of the last row empty."""

    def fault(across: int) -> float:
        down = math.ceil(count / across)
        shape = abs(math.log(across * cell_aspect / down / SHEET_ASPECT))
        return shape + (across * down - count) / across * 0.5

    return min(range(1, count + 1), key=fault)


def _tile_size(photo: Photo, side_px: int) -> tuple[int, int]:
    scale = min(1.0, side_px / max(photo.width_px, photo.height_px))
    return max(1, round(photo.width_px * scale)), max(1, round(photo.height_px * scale))


def _seen(rgb: Pixels, photo: Photo) -> Pixels:
    """`rgb` as it looks on white paper where the photograph is transparent."""
    if photo.alpha is None:
        return rgb
    size_px = (rgb.shape[1], rgb.shape[0])
    alpha = Image.fromarray(to_8_bits(photo.alpha)).resize(size_px, Image.Resampling.BOX)
    return on_white(rgb, np.asarray(alpha))
