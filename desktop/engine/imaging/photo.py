"""A photograph in memory: lightness, transparency, and the metadata to write back."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import GrayArray, RgbArray
from desktop.engine.core.lru_cache import LruCache
from desktop.engine.files.page_place import file_of
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.damage import Damage
from desktop.engine.imaging.print_border import PictureRectangle, find_picture
from desktop.engine.imaging.resize import resize_gray, working_size

__all__ = ["GrayArray", "Metadata", "Photo", "RgbArray", "content_key"]

KEY_SIDE_PX = 256  # of a square with as many pixels
BORDER_SIDE_PX = 512  # of a square with as many pixels, in which a border is measured
SAME_SIDE = 0.02  # by which a side found in a small copy and one found in a larger copy may differ
SCALED_COPIES_BYTES = 64_000_000


@dataclass(frozen=True)
class Metadata:
    """Metadata that is carried over from the photograph's file into the result's.

    exif: EXIF block of the upright result, without thumbnail and without the "Exif" marker; may be empty.
    xmp: XMP packet that is true of the result; may be empty.
    iptc: IPTC records as they were in the file; may be empty.
    dpi: horizontal and vertical resolution, if the file named one.
    icc_description: name of the colour profile that was honoured on reading; the result itself is sRGB.
    """

    exif: bytes = b""
    xmp: bytes = b""
    iptc: bytes = b""
    dpi: tuple[float, float] | None = None
    icc_description: str = ""


@dataclass(frozen=True, eq=False)
class Photo:
    """A photograph, upright.

    path: where it was read from, a file or one of its pages (`page_place`); None for the clipboard.
    gray: (H, W), sRGB-encoded grey of the photograph's lightness. Of a grey photograph it is the file's own
        values; of a colour photograph it is its L*, encoded in 16 bits so that nothing is lost to rounding.
    bit_depth: 8 or 16, of a channel in the file; what results are given back in.
    alpha: (H, W) in `bit_depth` bits, or None when the photograph is opaque.
    notices: sentences for the user about what was done on reading.
    damage: what is wrong with the file, where it could be read in part only; its notice is among the notices.
    """

    path: Path | None
    gray: GrayArray
    bit_depth: int = 8
    alpha: GrayArray | None = None
    metadata: Metadata = field(default_factory=Metadata)
    notices: tuple[str, ...] = ()
    damage: Damage | None = None
    _scaled: LruCache[tuple[tuple[int, int], bool], GrayArray] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_scaled", LruCache(SCALED_COPIES_BYTES, array_bytes))

    @property
    def file(self) -> Path | None:
        """The file that it was read from; None for the clipboard."""
        return None if self.path is None else file_of(self.path)

    @property
    def width_px(self) -> int:
        """Width of the upright photograph in pixels."""
        return int(self.gray.shape[1])

    @property
    def height_px(self) -> int:
        """Height of the upright photograph in pixels."""
        return int(self.gray.shape[0])

    @property
    def megapixels(self) -> float:
        """Millions of pixels."""
        return self.gray.size / 1e6

    @property
    def held_bytes(self) -> int:
        """The memory that it takes by now, with the smaller copies that were asked for."""
        alpha = 0 if self.alpha is None else self.alpha.nbytes
        return self.gray.nbytes + alpha + self._scaled.held_bytes

    @cached_property
    def key(self) -> str:
        """A hash of what the photograph shows, so that it is recognised wherever its file lies; 32 hexadecimal digits.

        Of its size and of a small copy that the network needs anyway: hashing every pixel takes longer.
        """
        size_px = working_size(self.width_px, self.height_px, KEY_SIDE_PX)
        digest = hashlib.blake2b(f"{self.width_px} {self.height_px}".encode(), digest_size=16)
        digest.update(content_key(self.gray_at(size_px)).encode())
        return digest.hexdigest()

    @cached_property
    def picture(self) -> PictureRectangle | None:
        """Where the picture lies, inside of a print's border; None where all of the photograph is picture.

        Looked for in the small copy of `key`, and only where there is a border measured in a larger one.
        """
        small = self._picture_at(KEY_SIDE_PX)
        if small is None:
            return None
        large = self._picture_at(BORDER_SIDE_PX)
        if large is None:
            return small
        sides = zip(small.sides, large.sides, strict=True)
        same = small.oval == large.oval and max(abs(first - second) for first, second in sides) < SAME_SIDE
        return large if same else small

    def _picture_at(self, side_px: int) -> PictureRectangle | None:
        return find_picture(to_8_bits(self.gray_at(working_size(self.width_px, self.height_px, side_px))))

    def gray_at(self, size_px: tuple[int, int] | None) -> GrayArray:
        """The grey at `size_px` = (width, height), or at full size for None; the last few sizes are kept."""
        if size_px is None or size_px == (self.width_px, self.height_px):
            return self.gray
        return self._scaled.get((size_px, False), lambda: resize_gray(self.gray, size_px))

    def shown_at(self, size_px: tuple[int, int] | None) -> NDArray[np.uint8]:
        """The grey for a screen, 8 bits, at `size_px` or at full size for None; the last few sizes are kept.

        Made 8-bit before it is resized, which takes a third of the time.
        """
        if self.gray.dtype == np.uint8:
            return to_8_bits(self.gray_at(size_px))
        size = size_px or (self.width_px, self.height_px)
        return to_8_bits(self._scaled.get((size, True), lambda: resize_gray(to_8_bits(self.gray), size)))


def array_bytes(array: GrayArray) -> int:
    """The memory that an array takes."""
    return array.nbytes


def content_key(array: NDArray[np.generic]) -> str:
    """Hash of shape, type and values; what caches are keyed by."""
    digest = hashlib.blake2b(f"{array.shape} {array.dtype.str}".encode(), digest_size=16)
    digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()
