"""Options of a result's file: its size, its bit depth, and whether it carries metadata."""

from dataclasses import dataclass, replace

from desktop.engine.imaging.photo import Metadata, Photo
from desktop.engine.imaging.resize import fit_within, resize_gray
from desktop.engine.metadata.exif import upright_exif

MIN_LONG_SIDE_PX, MAX_LONG_SIDE_PX = 16, 65_500
MIN_PERCENT = 1


@dataclass(frozen=True)
class Form:
    """What of a result's file is a matter of taste, beside its format and quality. Raises ValueError.

    long_side_px: at most this many pixels, MIN_LONG_SIDE_PX to MAX_LONG_SIDE_PX; None for any number.
    percent: of the photograph's own size, MIN_PERCENT to 100. No result is larger than its photograph.
    deep: 16 bits a channel where both the photograph and the format have them, else always 8.
    metadata: whether EXIF, XMP, IPTC and the look go into the file.
    """

    long_side_px: int | None = None
    percent: int = 100
    deep: bool = True
    metadata: bool = True

    def __post_init__(self) -> None:
        side = self.long_side_px
        if side is not None and not MIN_LONG_SIDE_PX <= side <= MAX_LONG_SIDE_PX:
            raise ValueError(f"A long side has {MIN_LONG_SIDE_PX} to {MAX_LONG_SIDE_PX} px, not {side}.")
        if not MIN_PERCENT <= self.percent <= 100:
            raise ValueError(f"A size has {MIN_PERCENT} to 100 per cent, not {self.percent}.")

    def size_px(self, width_px: int, height_px: int) -> tuple[int, int]:
        """(width, height) of the result of a photograph of that size."""
        width, height = (max(1, round(side * self.percent / 100)) for side in (width_px, height_px))
        side = self.long_side_px or max(width, height)
        return fit_within(width, height, (side, side))

    def of(self, photo: Photo) -> Photo:
        """The photograph with the size, depth and metadata of its result; itself where that is the same."""
        if not self.metadata:
            photo = replace(photo, metadata=Metadata(dpi=photo.metadata.dpi))
        if not self.deep and photo.bit_depth > 8:
            photo = replace(photo, bit_depth=8)
        size_px = self.size_px(photo.width_px, photo.height_px)
        if size_px == (photo.width_px, photo.height_px):
            return photo
        return replace(
            photo,
            gray=resize_gray(photo.gray, size_px),
            alpha=None if photo.alpha is None else resize_gray(photo.alpha, size_px),
            metadata=replace(photo.metadata, exif=upright_exif(photo.metadata.exif, size_px)),
        )
