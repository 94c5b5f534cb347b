"""Finds sectors of zeros, which programs that rescue files from failing disks write for what they cannot read.

Decoders often take them for coded data. They are told by their place: in compressed data zeros that begin and end
where a sector of the disk does are never the picture's own.
"""

SECTOR_BYTES = 512  # of old disks; 4096 of new ones is a multiple


def has_zeroed_sector(content: bytes, first: int = 0) -> bool:
    """Whether compressed data, from byte `first` of the whole file's `content`, hold sectors of zeros."""
    zeros = bytes(SECTOR_BYTES)
    at = content.find(zeros, first)
    while at >= 0:
        end = at + SECTOR_BYTES
        while content.startswith(zeros, end):
            end += SECTOR_BYTES
        end += len(content[end : end + SECTOR_BYTES]) - len(content[end : end + SECTOR_BYTES].lstrip(b"\0"))
        if at % SECTOR_BYTES == 0 and (end % SECTOR_BYTES == 0 or end == len(content)):
            return True
        at = content.find(zeros, end)
    return False
