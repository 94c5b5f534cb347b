"""The first frame of a GIF: its data by themselves, and whether they are enough for the size that is claimed.

Pillow goes on behind a frame that ends too soon, and takes for pixels what stands there. Source: GIF89a (1990),
sections 15, 18, 20 and appendix F.
"""

from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageFile

from desktop.engine.decode.data_share import LEAST_SHARE, check_share

FORMAT = "GIF"
MAX_CODES, MAX_CODE_BITS = 4096, 12
UNSUSPICIOUS = 1 / 200  # bytes a pixel with which a frame hardly lacks much; with less its pixels are counted
SMALL_PX = 1 << 22  # a frame on a canvas of so many takes little memory, however small it is


class FrameData:
    """What Pillow reads the data of a frame from: they end where the frame does."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._is_at_end = False

    def read(self, size: int) -> bytes:
        """The next whole blocks, with their lengths, of at least `size` bytes together; empty at the end."""
        parts: list[bytes] = []
        got = 0
        while got < size and not self._is_at_end:
            length = self._file.read(1)
            body = self._file.read(length[0]) if length else b""
            self._is_at_end = not body
            if body:
                parts += (length, body)
                got += 1 + len(body)
        return b"".join(parts)


def keep_within_frame(image: Image.Image, file: BinaryIO) -> None:
    """Let Pillow, which has opened a picture from `file`, decode nothing but its first frame if it is a GIF."""
    if image.format == FORMAT:
        image.load_read = FrameData(file).read  # type: ignore[attr-defined]


def check_gif(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where so few data, or so small a frame, cannot be the picture."""
    tiles = image.tile if isinstance(image, ImageFile.ImageFile) else []
    if not tiles:
        return
    left, top, right, bottom = tiles[0].extents or (0, 0, *image.size)
    frame_px, canvas_px = (right - left) * (bottom - top), image.width * image.height
    if canvas_px > SMALL_PX:
        check_share(frame_px, canvas_px, image.size, path)
    enough = int(frame_px * UNSUSPICIOUS) + 1
    file.seek(tiles[0].offset - 1)
    code_bits = file.read(1)[0]
    blocks = FrameData(file).read(enough)
    if len(blocks) < enough and 1 <= code_bits < MAX_CODE_BITS:
        most = _pixels_in(_joined(blocks), code_bits, int(frame_px * LEAST_SHARE) + 1)
        check_share(most, frame_px, image.size, path)


def _joined(blocks: bytes) -> bytes:
    parts, at = [], 0
    while at < len(blocks):
        parts.append(blocks[at + 1 : at + 1 + blocks[at]])
        at += 1 + blocks[at]
    return b"".join(parts)


def _pixels_in(data: bytes, code_bits: int, enough: int) -> int:
    """How many pixels LZW's codes stand for, up to the first invalid one, counted no further than `enough`."""
    clear, end = 1 << code_bits, (1 << code_bits) + 1
    lengths, bits = [1] * (end + 1), code_bits + 1
    value = held = found = last = 0
    for byte in data:
        value |= byte << held
        held += 8
        while held >= bits:
            code = value & ((1 << bits) - 1)
            value >>= bits
            held -= bits
            if code == clear:
                del lengths[end + 1 :]
                bits, last = code_bits + 1, 0
                continue
            if last and len(lengths) < MAX_CODES:
                lengths.append(last + 1)
                if len(lengths) == 1 << bits and bits < MAX_CODE_BITS:
                    bits += 1
            if code == end or code >= len(lengths):
                return found
            last = lengths[code]
            found += last
        if found >= enough:
            break
    return found
