"""What was painted on the photograph whose look is passed on, to be looked for on other open photographs."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, TintypeError
from desktop.engine.decode.reader import read_thumbnail
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.series import SIDE_PX, Series
from desktop.ui.base.qimage import to_gray
from desktop.ui.document.open_photos import Frame

Found = Mapping[Frame, tuple[PaintedRegion, ...]]


class Painted:
    """The regions of a photograph, and how it looks; of the photograph itself no more than that is kept."""

    def __init__(self, regions: tuple[PaintedRegion, ...], photo: Photo) -> None:
        self.regions = regions
        self._photo: Photo | None = photo
        self._series: Series | None = None

    def look_at(self) -> Series:
        """How the photograph looks, which takes a moment; for workers, one at a time."""
        if self._photo is not None:
            self._series, self._photo = Series.of(self._photo), None
        assert self._series is not None
        return self._series

    def found_on(self, photos: Mapping[Frame, Photo | None], token: CancelToken) -> Found:
        """The regions where their things lie on each of some photographs; for workers. Raises `Cancelled`.

        photos: by their frames; of those that are None the thumbnail is looked at. On one that cannot be read nothing
        is found.
        """
        series = self.look_at()
        found: dict[Frame, tuple[PaintedRegion, ...]] = {}
        for frame, photo in photos.items():
            token.raise_if_cancelled()
            try:
                found[frame] = series.on(photo or _small(frame, token), self.regions)
            except Cancelled:
                raise
            except (TintypeError, OSError):
                found[frame] = ()
        return found


def with_regions(edit: Edit, regions: tuple[PaintedRegion, ...]) -> Edit:
    """`edit` with more regions above its own; those that it has already are not laid there twice."""
    new = tuple(region for region in regions if region not in edit.regions)
    return replace(edit, regions=(*edit.regions, *new))


def _small(frame: Frame, token: CancelToken) -> Photo:
    plain = frame.plain
    gray = read_thumbnail(frame.path, SIDE_PX, cancel=token) if plain is None else to_gray(plain)
    return Photo(path=None, gray=gray)
