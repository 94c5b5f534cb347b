"""The part of a HEIF picture that is to be seen ("clean aperture"). libavif, and Pillow with it, leaves it to others.

Source: ISO/IEC 14496-12, section 12.1.4.
"""

import struct

from desktop.engine.decode.heif_items import Items

CLEAN_APERTURE = struct.Struct(
    ">IIIIiIiI"
)  # width, height, how far its middle is from the picture's; as fractions
HALF_PX = 0.5


def crop_of(items: Items, item: int, content: bytes, size_px: tuple[int, ...]) -> tuple[slice, slice] | None:
    """Which rows and columns of an item of this (width, height) are to be seen; None for all."""
    for kind, start, end in items.properties.get(item, ()):
        if kind == b"clap" and end - start >= CLEAN_APERTURE.size:
            numbers = CLEAN_APERTURE.unpack_from(content, start)
            if not all(numbers[1::2]):
                return None
            across, down, right, below = (numbers[at] / numbers[at + 1] for at in (0, 2, 4, 6))
            left, top = right + (size_px[0] - across) / 2, below + (size_px[1] - down) / 2
            is_within = left + across <= size_px[0] + HALF_PX and top + down <= size_px[1] + HALF_PX
            if min(left, top) < 0 or min(across, down) < 1 or not is_within:
                return None
            first_row, first_column = round(top), round(left)
            return slice(first_row, first_row + round(down)), slice(
                first_column, first_column + round(across)
            )
    return None
