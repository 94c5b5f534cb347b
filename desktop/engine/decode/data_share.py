"""How much of its data a picture must have at least, and what is told of one whose header claims far more."""

from pathlib import Path

from desktop.engine.core.errors import DamagedPictureError

LEAST_SHARE = 0.05  # of a picture; with less it is not worth the memory for all of it
AT_ODDS = "tintype_at_odds"  # in `info` of a picture whose data do not fit its size


def check_share(most: float, wanted: float, size_px: tuple[int, int], path: Path) -> None:
    """Raise `DamagedPictureError` where a picture can have so little of what its header claims.

    most: what its data can become at most. wanted: what it is made of, in the same unit. size_px: width and height.
    """
    if most < wanted * LEAST_SHARE:
        raise DamagedPictureError(
            f"{path} is damaged or incomplete (its data are far too few for {size_px[0]} x {size_px[1]} px); "
            f"copy it again."
        )
