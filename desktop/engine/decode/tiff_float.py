"""TIFF files that Pillow does not recognise, such as those with floating-point colours."""

from typing import BinaryIO, Self

import tifffile
from PIL import Image

from desktop.engine.metadata.tiff_ifd import HEADERS

BIG_HEADERS = (b"II+\0", b"MM\0+")
XMP, PROFILE = 700, 34675


class UnusualTiff(Image.Image):
    """What the rest of reading asks a picture that Pillow opened: size, pages, metadata. It has no pixels."""

    format = "TIFF"

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        file.seek(0)
        with tifffile.TiffFile(file) as tiff:
            page = tiff.pages.first
            self._size = (page.imagewidth, page.imagelength)
            self.n_frames = len(tiff.pages)
            self.info["dpi"] = page.get_resolution(tifffile.RESUNIT.INCH)
            for name, code in (("xmp", XMP), ("icc_profile", PROFILE)):
                tag = page.tags.get(code)
                if tag is not None and isinstance(tag.value, bytes):
                    self.info[name] = tag.value
        file.seek(0)
        self._block = Image.Exif()
        self._block.load_from_fp(file)

    @staticmethod
    def is_one(file: BinaryIO) -> bool:
        """Whether the file begins as TIFF."""
        start = file.read(4)
        return start in HEADERS or start in BIG_HEADERS

    def getexif(self) -> Image.Exif:
        """EXIF, gathered from the file's directories."""
        return self._block

    def __enter__(self) -> Self:
        return self
