"""TIFF written tag by tag, for what no library writes."""

import struct

Page = tuple[dict[int, int], bytes]  # numbers by tag, and the one strip


def plain_tiff(*pages: Page) -> bytes:
    """Little-endian; each number is written with 32 bits."""
    content, link = bytearray(b"II*\0" + bytes(4)), 4
    for tags, strip in pages:
        every = {**tags, 273: len(content), 279: len(strip)}
        content += strip + bytes(len(strip) % 2)
        struct.pack_into("<I", content, link, len(content))
        content += struct.pack("<H", len(every))
        for tag, value in sorted(every.items()):
            content += struct.pack("<HHII", tag, 4, 1, value)
        link = len(content)
        content += bytes(4)
    return bytes(content)


def gray_tags(width_px: int, height_px: int, **others: int) -> dict[int, int]:
    """What a page of 8 bits of grey needs; others: by their numbers as "t266"."""
    needed = {256: width_px, 257: height_px, 258: 8, 259: 1, 262: 1, 277: 1, 278: height_px}
    return needed | {int(name[1:]): value for name, value in others.items()}
