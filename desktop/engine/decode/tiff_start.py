"""What every file is asked before anything of TIFF is imported, and a TIFF that Pillow does not open.

All that reads TIFF is imported when one comes: together with tifffile it would take 0.015 s of every start.
"""

from collections.abc import Mapping
from typing import Any, Self

from PIL import Image

from desktop.engine.metadata.tiff_ifd import HEADERS

BIG_HEADERS = (b"II+\0", b"MM\0+")
NOTICES = "tintype notices"  # in `info` of a picture: sentences about what was done to open it


class UnusualTiff(Image.Image):
    """What the rest of reading asks a picture that Pillow opened: size, pages, metadata. It has no pixels.

    page_index: of the full-size pages, from 0; None for the photograph that is meant by the whole file.
    pixel_bytes: the memory that each takes at most while they are read.
    """

    format = "TIFF"

    def __init__(
        self,
        size_px: tuple[int, int],
        page_index: int | None,
        pixel_bytes: int,
        info: Mapping[str, Any],
        exif: Image.Exif,
    ) -> None:
        super().__init__()
        self._size = size_px
        self.page_index, self.pixel_bytes = page_index, pixel_bytes
        self.info.update(info)
        self._block = exif

    def getexif(self) -> Image.Exif:
        """EXIF, gathered from the file's directories."""
        return self._block

    def __enter__(self) -> Self:
        return self


def is_tiff(start: bytes) -> bool:
    """Whether a file that begins with these bytes is TIFF."""
    return start[:4] in HEADERS or start[:4] in BIG_HEADERS
