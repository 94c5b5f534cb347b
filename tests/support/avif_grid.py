"""Puts an AVIF together of tiles that Pillow encoded (ISO/IEC 23008-12, section 6.6.2.3)."""

import io
import struct

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.decode.heif_items import BOX, boxes, read_items
from tests.support.heic_roles import box

CONFIGURATION, COLOURS = b"av1C", b"colr"


def full_box(kind: bytes, content: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags) + content)


def avif_grid(values: NDArray[np.uint8], tile_px: int, *, turned: bytes = b"", quality: int = 90) -> bytes:
    """The picture (H, W, 3) in square tiles; turned: boxes that tell how it is to be cropped and turned."""
    rows, columns = values.shape[0] // tile_px, values.shape[1] // tile_px
    configurations, parts = [], []
    for row in range(rows):
        for column in range(columns):
            file, part = (
                io.BytesIO(),
                values[row * tile_px : (row + 1) * tile_px, column * tile_px : (column + 1) * tile_px],
            )
            Image.fromarray(part).save(file, "AVIF", quality=quality, subsampling="4:4:4")
            items = read_items(file.getvalue())
            found = {kind: file.getvalue()[start:end] for kind, start, end in items.properties[items.primary]}
            configurations.append(found)
            parts.append(items.content_of(items.primary, file.getvalue()))
    count = len(parts)
    grid_item = count + 1
    description = struct.pack(">4BHH", 0, 0, rows - 1, columns - 1, columns * tile_px, rows * tile_px)
    parts.append(description)
    head_bytes = len(_head(configurations, parts, grid_item, tile_px, values.shape, turned, 0))
    head = _head(configurations, parts, grid_item, tile_px, values.shape, turned, head_bytes + 8)
    return head + box(b"mdat", b"".join(parts))


def _head(
    configurations: list[dict[bytes, bytes]],
    parts: list[bytes],
    grid_item: int,
    tile_px: int,
    shape: tuple[int, ...],
    turned: bytes,
    data_at: int,
) -> bytes:
    tiles = range(1, grid_item)
    entries = b"".join(
        full_box(b"infe", struct.pack(">HH4sB", item, 0, kind, 0), 2, int(kind == b"av01"))
        for item, kind in [*((tile, b"av01") for tile in tiles), (grid_item, b"grid")]
    )
    offsets = np.cumsum([data_at, *map(len, parts)]).tolist()
    places = b"".join(
        struct.pack(">HHHII", item, 0, 1, at, len(part))
        for item, at, part in zip(range(1, grid_item + 1), offsets, parts, strict=False)
    )
    references = box(b"dimg", struct.pack(f">HH{len(tiles)}H", grid_item, len(tiles), *tiles))
    changes = [turned[start - BOX.size : end] for _, start, end in boxes(turned, 0, len(turned))]
    properties = [
        full_box(b"ispe", struct.pack(">II", tile_px, tile_px)),
        full_box(b"ispe", struct.pack(">II", shape[1], shape[0])),
        full_box(b"pixi", bytes([3, 8, 8, 8])),
        box(COLOURS, configurations[0][COLOURS]),
        *changes,
    ]
    common = len(properties)
    properties += [box(CONFIGURATION, found[CONFIGURATION]) for found in configurations]
    linked = b"".join(struct.pack(">HB4B", tile, 4, 1, 3, 4, 0x80 | (common + tile)) for tile in tiles)
    of_grid = [2, 3, 4, *(0x80 | 5 + number for number in range(len(changes)))]
    linked += struct.pack(">HB", grid_item, len(of_grid)) + bytes(of_grid)
    meta = b"".join(
        [
            full_box(b"hdlr", bytes(4) + b"pict" + bytes(13)),
            full_box(b"pitm", struct.pack(">H", grid_item)),
            full_box(b"iloc", struct.pack(">BBH", 0x44, 0, grid_item) + places),
            full_box(b"iinf", struct.pack(">H", grid_item) + entries),
            full_box(b"iref", references),
            box(
                b"iprp",
                box(b"ipco", b"".join(properties)) + full_box(b"ipma", struct.pack(">I", grid_item) + linked),
            ),
        ]
    )
    return box(b"ftyp", b"avif" + bytes(4) + b"avifmif1miaf") + full_box(b"meta", meta)
