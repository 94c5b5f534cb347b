"""AVIF with 10 or 12 bits a channel, which Pillow reads as 8, and colours that are told by code points."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.coded_profiles import of_code_points
from desktop.engine.decode.avif_check import is_damaged
from desktop.engine.decode.heif import SMALL
from desktop.engine.decode.heif_crop import crop_of
from desktop.engine.decode.heif_items import read_grid, read_items, with_primary
from desktop.engine.decode.high_bit_depth_samples import Pixels, split, widened, with_grey
from desktop.engine.decode.pillow_channels import loaded_channels
from desktop.engine.imaging.damage import Damage

CONFIGURATION = b"av1C"  # the box of the AV1 codec's configuration, AV1 in ISOBMFF 1.3.0, section 2.3
DEPTH_AT = 6  # from the box's name
COLOUR = b"colrnclx"  # ISO/IEC 14496-12, section 12.1.5: primaries, then transfer characteristics
PRIMARIES_AT, TRANSFER_AT = 8, 10
HIGH, TWELVE = 0x40, 0x20
FAULTS = (ValueError, RuntimeError, OSError, SyntaxError)  # of decoders, on damaged data


def _flags(content: bytes) -> int:
    """Of the codec's configuration; 0 where there is none in `content`."""
    at = content.find(CONFIGURATION) + DEPTH_AT
    return content[at] if DEPTH_AT <= at < len(content) else 0


def is_deep(start: bytes) -> bool:
    """Whether the boxes at a file's start tell of more than 8 bits a channel."""
    return bool(_flags(start) & HIGH)


def decode_avif(file: BinaryIO, image: Image.Image, path: Path) -> Pixels:
    """The picture in `file`. A profile that stands for code points is put into `image.info`."""
    content = file.read()
    flags = _flags(content)
    at = content.find(COLOUR)
    notices: tuple[str, ...] = ()
    if at >= 0:
        primaries, transfer = (
            int.from_bytes(content[at + place : at + place + 2]) for place in (PRIMARIES_AT, TRANSFER_AT)
        )
        profile, notices = of_code_points(primaries, transfer)
        if profile and not image.info.get("icc_profile"):
            image.info["icc_profile"] = profile
    try:
        if not flags & HIGH:
            pixels = Pixels(*loaded_channels(image, path), notices=notices)
        else:
            pixels = split(_widened(imagecodecs.avif_decode(content, index=0), flags), notices)
        return _cropped(_with_damage_told(pixels, content, is_wanted=SMALL not in image.info), content)
    except FAULTS as error:
        sound = _by_tiles(content, image.size, flags)
        if sound is None:
            raise Damage().refusal(path) from error
        return replace(sound, notices=notices)


def _with_damage_told(pixels: Pixels, content: bytes, *, is_wanted: bool) -> Pixels:
    height_px, width_px = pixels.samples.shape[:2]
    try:
        items = read_items(content)
    except ValueError:  # the decoder has found its way all the same
        return pixels
    parts = (items.made_of.get(items.primary, ()) if is_wanted else ()) or [items.primary]
    if not is_wanted or not items.lie_apart(parts, content):
        return pixels
    bad = any(is_damaged(items, part, content, width_px * height_px // len(parts)) for part in parts)
    return replace(pixels, damage=Damage()) if bad else pixels


def _cropped(pixels: Pixels, content: bytes) -> Pixels:
    """What is to be seen of the picture, which is cropped before it is turned."""
    try:
        items = read_items(content)
        place = crop_of(items, items.primary, content, pixels.samples.shape[1::-1])
    except ValueError:
        return pixels
    if place is None:
        return pixels
    alpha = None if pixels.alpha is None else np.ascontiguousarray(pixels.alpha[place])
    return replace(pixels, samples=np.ascontiguousarray(pixels.samples[place]), alpha=alpha)


def _widened(samples: NDArray[Any], flags: int) -> NDArray[Any]:
    return samples if samples.dtype == np.uint8 else widened(samples, 12 if flags & TWELVE else 10)


def _by_tiles(content: bytes, size_px: tuple[int, int], flags: int) -> Pixels | None:
    """The picture with grey for the tiles that cannot be decoded; None where it is of one piece, or none of them can.

    size_px: of the picture, for which there is memory.
    """
    items = read_items(content)
    grid = read_grid(items, content)
    if grid is None or (grid.width_px, grid.height_px) != size_px:
        return None
    parts = {}
    for number, tile in enumerate(grid.tiles):
        with suppress(*FAULTS):
            parts[number] = _widened(imagecodecs.avif_decode(with_primary(tile, content), index=0), flags)
    if not parts:
        return None
    first = next(iter(parts.values()))
    down, across = first.shape[:2]
    if grid.rows * down >= grid.height_px + down or grid.columns * across >= grid.width_px + across:
        return None
    values = np.zeros((grid.rows * down, grid.columns * across, *first.shape[2:]), first.dtype)
    lost = set(range(len(grid.tiles)))
    for number, part in parts.items():
        if part.shape == first.shape:
            top, left = number // grid.columns * down, number % grid.columns * across
            values[top : top + down, left : left + across] = part
            lost.remove(number)
    whole = split(np.ascontiguousarray(values[: grid.height_px, : grid.width_px]))
    return with_grey(whole, grid.places(lost, (across, down)))  # Pillow tells how it is turned
