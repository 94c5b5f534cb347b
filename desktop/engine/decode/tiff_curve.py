"""Tells of a TIFF's own tone curve where it is an unusual one: like other programs, this one reads the values as sRGB.

Source: TIFF revision 6.0, section 20 (TransferFunction).
"""

import numpy as np
import tifffile

from desktop.engine.colour.spaces import srgb_decode

TRANSFER_FUNCTION, PROFILE = 301, 34675
USUAL_WITHIN = 0.05  # of linear light 0..1; a gamma of 2.2 is 0.007 from sRGB, one of 1.8 is 0.08
NOT_APPLIED = (
    "The file tells a tone curve of its own, which is not applied; the picture may be too dark or too light."
)


def curve_notices(page: tifffile.TiffPage) -> tuple[str, ...]:
    """For the user; empty where the curve is like sRGB's, or where a profile tells it."""
    tag = page.tags.get(TRANSFER_FUNCTION)
    if tag is None or page.tags.get(PROFILE) is not None:
        return ()
    curve, length = np.ravel(np.asarray(tag.value, np.float32)), 1 << min(int(page.bitspersample), 16)
    if curve.size not in (length, 3 * length) or length < 2:
        return ()
    usual = srgb_decode(np.linspace(0, 1, length, dtype=np.float32))
    is_usual = np.abs(curve.reshape(-1, length) / 65535 - usual).max() <= USUAL_WITHIN
    return () if is_usual else (NOT_APPLIED,)
