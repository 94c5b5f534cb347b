"""Options of a result's file: its size and bit depth, what it shows, and whether it carries metadata."""

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from desktop.engine.imaging.photo import Metadata, Photo
from desktop.engine.imaging.resize import fit_within, resize_gray
from desktop.engine.metadata.exif import upright_exif

MIN_LONG_SIDE_PX, MAX_LONG_SIDE_PX = 16, 65_500
MIN_PERCENT = 1


class Layout(StrEnum):
    """What a result's file shows: the result, or the photograph beside it."""

    RESULT = "result"
    SPLIT = "split"
    SIDE_BY_SIDE = "side-by-side"


@dataclass(frozen=True)
class OutputOptions:
    """Size, bit depth, metadata and layout of a result's file, beside its format and quality. Raises ValueError.

    long_side_px: at most this many pixels, MIN_LONG_SIDE_PX to MAX_LONG_SIDE_PX; None for any number.
    percent: of the photograph's own size, MIN_PERCENT to 100. No result is larger than its photograph.
    deep: 16 bits a channel where both the photograph and the format have them, else always 8.
    metadata: whether EXIF, XMP, IPTC, the look and IPTC's word for coloured pictures go into the file.
    layout: the result alone, or before and after. mark: whether a small sign in a corner shows that it was coloured.
    """

    long_side_px: int | None = None
    percent: int = 100
    deep: bool = True
    metadata: bool = True
    layout: Layout = Layout.RESULT
    mark: bool = False

    def __post_init__(self) -> None:
        side = self.long_side_px
        if side is not None and not MIN_LONG_SIDE_PX <= side <= MAX_LONG_SIDE_PX:
            raise ValueError(
                f"The long side must be {MIN_LONG_SIDE_PX} to {MAX_LONG_SIDE_PX} px, not {side}."
            )
        if not MIN_PERCENT <= self.percent <= 100:
            raise ValueError(f"The size must be {MIN_PERCENT} to 100 per cent, not {self.percent}.")

    @property
    def described(self) -> dict[str, Any]:
        """Its values by name; those that came later are left out where they change nothing.

        So that what is hashed of them stays as it was, and results that are in ledgers stay good.
        """
        neutral, later = OutputOptions(), ("layout", "mark")
        return {
            name: value
            for name, value in asdict(self).items()
            if name not in later or value != getattr(neutral, name)
        }

    def size_px(self, width_px: int, height_px: int) -> tuple[int, int]:
        """(width, height) of the result of a photograph of that size, whatever lies beside it."""
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
