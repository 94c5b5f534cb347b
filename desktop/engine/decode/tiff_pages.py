"""Which of a TIFF's pages is the photograph: by their role, not by their place.

Sources: TIFF revision 6.0 (NewSubfileType), TIFF technical note 1 (SubIFDs), as pyramids, scanners and DNG use them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import tifffile

from desktop.engine.decode.tiff_repairs import mended

REDUCED, MASK = 1, 4  # bits of NewSubfileType
MASK_KIND = 4  # a photometric interpretation
MAX_DEPTH = 8  # of SubIFDs within SubIFDs
RAW_KINDS = frozenset({32803, 34892})  # photometric interpretations: a sensor's mosaic, and linear raw
MAX_PAGES = 1000  # that are looked at


@dataclass(frozen=True, eq=False)
class MainPage:
    """The page to be read. others: full-size pages beside it. copies: smaller copies. has_raw: camera data, left out.

    has_mask: whether there is a mask, left out.
    is_first: whether it is the one that the file begins with, which other programs take.
    """

    page: tifffile.TiffPage
    is_first: bool
    others: int
    copies: int
    has_raw: bool
    has_mask: bool = False

    @property
    def notices(self) -> tuple[str, ...]:
        """What is left out, for the user."""
        told = []
        if self.others:
            told.append(f"The file holds {self.others + 1} pages, of which this is the first.")
        if self.has_raw:
            told.append(
                "The file holds a camera's raw data, which are left out; its developed picture is used."
            )
        elif self.copies:
            told.append(
                f"The file also holds smaller copies of the picture ({self.copies}); the full size is used."
            )
        if self.has_mask:
            told.append("The file also holds a mask of the picture, which is left out.")
        return tuple(told)


def main_page(tiff: tifffile.TiffFile, number: int = 0) -> MainPage:
    """The photograph, or the full-size page `number`, from 0, of several. Raises ValueError where there is none."""
    groups = [list(_with_subpages(page)) for page in _pages(tiff)]
    every = [page for group in groups for page in group]
    developed = [[page for page in group if int(page.photometric) not in RAW_KINDS] for group in groups]
    masks = [page for page in every if _is_mask(page)]
    full = [
        [page for page in group if not int(page.subfiletype) & REDUCED and page not in masks]
        for group in developed
    ]
    candidates = [max(group, key=_area) for group in full if group]
    if not candidates:
        candidates = [max((page for group in developed for page in group), key=_area)]
    page = candidates[number]
    copies = sum(bool(int(other.subfiletype) & REDUCED) and other is not page for other in every)
    return MainPage(
        page,
        page is every[0],
        len(candidates) - 1,
        copies,
        sum(map(len, developed)) < len(every),
        any(mask is not page for mask in masks),
    )


def has_raw_only(tiff: tifffile.TiffFile) -> bool:
    """Whether all pages are a camera's raw data; raises what tifffile raises."""
    kinds = {int(sub.photometric) for page in _pages(tiff) for sub in _with_subpages(page)}
    return bool(kinds) and kinds <= RAW_KINDS


def _pages(tiff: tifffile.TiffFile) -> Iterator[tifffile.TiffPage]:
    for index in range(min(len(tiff.pages), MAX_PAGES)):
        page = tiff.pages[index]
        yield page if isinstance(page, tifffile.TiffPage) else page.aspage()


def _with_subpages(page: tifffile.TiffPage, depth: int = 0) -> Iterator[tifffile.TiffPage]:
    yield mended(page)
    if page.subifds and depth < MAX_DEPTH:
        for sub in page.pages or ():
            yield from _with_subpages(sub if isinstance(sub, tifffile.TiffPage) else sub.aspage(), depth + 1)


def _is_mask(page: tifffile.TiffPage) -> bool:
    return bool(int(page.subfiletype) & MASK) or int(page.photometric) == MASK_KIND


def _area(page: tifffile.TiffPage) -> int:
    return int(page.imagewidth) * int(page.imagelength)
