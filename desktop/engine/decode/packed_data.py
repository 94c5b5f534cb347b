"""Whether WebP, JPEG 2000, AVIF and JPEG XL have enough data for the size that their headers claim.

Of lossless WebP nothing can be said (see `webp`): a flat picture of any size is a few bytes.
"""

import os
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.decode.av1_header import frame_size
from desktop.engine.decode.data_share import AT_ODDS, check_share
from desktop.engine.decode.heif_items import read_items, size_of
from desktop.engine.decode.jpeg2000_headers import read_codestream
from desktop.engine.decode.jpeg2000_packets import Packets, follow
from desktop.engine.decode.webp import LOSSY, data_bytes_of

# RFC 6386, sections 9.1, 11.2 and 11.3: the first part of the data tells how each macroblock of 16 x 16 is predicted,
# which takes 2.7 bits with the chances that are fixed for key frames, however flat it is.
VP8_MOST_PX = 1000  # of a byte
VP8_TAG_BYTES, VP8_SIZE_BIT = 3, 5  # before the data: where in it the length of the first part stands
# A JPEG 2000 with fewer bytes a pixel is refused where its packets do not fit its size; a cut one, with far fewer.
SUSPICIOUS, SUSPICIOUS_CUT = 1 / 40, 1 / 400
BLOCKS_OF_ALL, BLOCKS_OF_SUSPICIOUS = 20_000, 100_000  # of one looked at: a fraction of a second
AV1 = b"av01"  # the kind of an item that is an AV1 stream
# ISO/IEC 18181-1, section C.1.2: a table has at least 12 bits for each group of at most 1024 x 1024.
JXL_GROUP_PX, JXL_GROUP_BITS = 1024, 12


def check_webp(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where so few lossy data cannot be the picture."""
    data_bytes = data_bytes_of(file, LOSSY)
    if data_bytes is not None:
        first_bytes = int.from_bytes(file.read(VP8_TAG_BYTES), "little") >> VP8_SIZE_BIT
        check_share(min(first_bytes, data_bytes) * VP8_MOST_PX, image.width * image.height, image.size, path)


def check_jpeg2000(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where hardly one of the tiles is there, or few data make no picture of that size.

    A picture whose data do not fit its size, but which may be worth opening, has AT_ODDS put into its `info`.
    """
    file.seek(0)
    content = file.read()
    found = read_codestream(content)
    if found is None:
        return
    left, top, right, bottom = found.picture
    if (right - left, bottom - top) != image.size:  # which is told in other words
        return
    check_share(len(found.parts), found.tiles, image.size, path)
    pixels = image.width * image.height
    is_suspicious = len(content) < pixels * SUSPICIOUS
    packets = follow(found, content, BLOCKS_OF_SUSPICIOUS if is_suspicious else BLOCKS_OF_ALL)
    if packets in (Packets.FIT, Packets.UNKNOWN) and len(found.parts) >= found.tiles:
        return
    if is_suspicious and (packets is Packets.CONTRADICT or len(content) < pixels * SUSPICIOUS_CUT):
        check_share(0, pixels, image.size, path)
    image.info[AT_ODDS] = True


def check_avif(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where the streams' frames are far smaller than the boxes say.

    The decoder would enlarge them without a word. Where they differ by less, AT_ODDS is put into the picture's `info`.
    """
    file.seek(0)
    content = file.read()
    try:
        items = read_items(content)
    except ValueError:  # the decoder may find its way all the same
        return
    parts = [
        part
        for part in (items.primary, *items.made_of.get(items.primary, ()))
        if items.kinds.get(part) == AV1
    ]
    if not items.lie_apart(parts, content):
        return
    claimed = coded = 0
    for part in parts:
        said, found = size_of(items, part, content), frame_size(items.content_of(part, content))
        if said is not None and found is not None:
            claimed, coded = claimed + said[0] * said[1], coded + found[0] * found[1]
            if said != found:
                image.info[AT_ODDS] = True
    check_share(coded, claimed, image.size, path)


def check_jxl(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where there is no room for the table of the picture's parts."""
    groups = -(-image.width // JXL_GROUP_PX) * -(-image.height // JXL_GROUP_PX)
    data_bytes = file.seek(0, os.SEEK_END)
    check_share(data_bytes * 8, groups * JXL_GROUP_BITS, image.size, path)
