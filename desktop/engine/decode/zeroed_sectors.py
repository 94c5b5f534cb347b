"""Finds sectors of zeros, which programs that rescue files from failing disks write for what they cannot read.

Decoders often take them for coded data. They are told by their place: in compressed data zeros that begin and end
where a sector of the disk does are never the picture's own.
"""

from typing import BinaryIO

SECTOR_BYTES = 512  # of old disks; 4096 of new ones is a multiple
PART_BYTES = 1 << 20  # of a file at a time: so the same memory serves for all of it


def holds_zeroed_sector(file: BinaryIO) -> bool:
    """Whether a file of compressed data, whose place is lost, holds sectors of zeros."""
    start = file.seek(0)
    while part := file.read(PART_BYTES):
        while part.endswith(b"\0") and (more := file.read(PART_BYTES)):  # zeros that go on belong together
            part += more
        if has_zeroed_sector(part, part_at=start):
            return True
        start += len(part)
    return False


def has_zeroed_sector(content: bytes, first: int = 0, part_at: int = 0) -> bool:
    """Whether compressed data, from byte `first` of `content`, hold sectors of zeros.

    part_at: where in the file the content begins.
    """
    zeros = bytes(SECTOR_BYTES)
    at = content.find(zeros, first)
    while at >= 0:
        end = at + SECTOR_BYTES
        while content.startswith(zeros, end):
            end += SECTOR_BYTES
        end += len(content[end : end + SECTOR_BYTES]) - len(content[end : end + SECTOR_BYTES].lstrip(b"\0"))
        ends_there = (part_at + end) % SECTOR_BYTES == 0 or end == len(content)
        if (part_at + at) % SECTOR_BYTES == 0 and ends_there:
            return True
        at = content.find(zeros, end)
    return False
