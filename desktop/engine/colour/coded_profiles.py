"""ICC profiles for colour spaces that files name by code points or numbers in place of a profile.

Sources: ITU-T H.273 (code points of primaries and transfer characteristics); PNG, third edition (2025), section 4.3,
which orders a PNG's own: cICP before iCCP before sRGB before gAMA and cHRM.
"""

from functools import cache

import imagecodecs
import numpy as np

from desktop.engine.colour.spaces import srgb_decode

Primaries = tuple[float, ...]  # x, y of red, green, blue

BT709: Primaries = (0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
D65 = (0.3127, 0.3290)
PRIMARIES: dict[int, tuple[Primaries, tuple[float, float]]] = {
    1: (BT709, D65),
    4: ((0.67, 0.33, 0.21, 0.71, 0.14, 0.08), (0.310, 0.316)),
    5: ((0.64, 0.33, 0.29, 0.60, 0.15, 0.06), D65),
    6: ((0.630, 0.340, 0.310, 0.595, 0.155, 0.070), D65),
    9: ((0.708, 0.292, 0.170, 0.797, 0.131, 0.046), D65),
    11: ((0.680, 0.320, 0.265, 0.690, 0.150, 0.060), (0.314, 0.351)),
    12: ((0.680, 0.320, 0.265, 0.690, 0.150, 0.060), D65),
}
GAMMAS = {4: 2.2, 5: 2.8, 8: 1.0, 17: 2.6}  # by transfer characteristics
LIKE_SRGB = frozenset(
    {0, 1, 2, 6, 13, 14, 15}
)  # sRGB, unsaid, and video curves, by which sRGB is meant in pictures
HDR_CURVES = {16: "PQ", 18: "HLG"}
SENSIBLE_GAMMAS = (0.1, 5.0)
GAMMA_OF_SRGB, GAMMA_WITHIN = 1 / 2.2, 0.012  # by which nearly every writer of gAMA means sRGB
SAME_PRIMARIES = 0.003
CURVE_STEPS = 4096


def of_code_points(primaries: int, transfer: int) -> tuple[bytes, tuple[str, ...]]:
    """A profile, empty for sRGB or what is not known, and notices for the user where the curve is unusual."""
    hdr = HDR_CURVES.get(transfer)
    if hdr is not None:
        return b"", (
            f"The photograph is HDR ({hdr}), taken as if it were not, so that it looks flat; export it as SDR first.",
        )
    notices: tuple[str, ...] = ()
    if transfer not in LIKE_SRGB and transfer not in GAMMAS:
        notices = (
            f"The file's curve (number {transfer} of ITU-T H.273) is not known; it is taken as sRGB's.",
        )
    elif transfer == 8:
        notices = ("The file holds linear light, and is read as such.",)
    colours, white = PRIMARIES.get(primaries, PRIMARIES[1])
    return _profile(GAMMAS.get(transfer), colours, white), notices


def of_gamma(gamma: float | None, chromaticities: tuple[float, ...] | None) -> tuple[bytes, tuple[str, ...]]:
    """The same for a PNG's gAMA (0.45455 is the usual one) and cHRM (x, y of white, red, green, blue)."""
    white, colours = D65, BT709
    if chromaticities is not None and all(chromaticities):
        white, colours = (chromaticities[0], chromaticities[1]), chromaticities[2:]
    exponent = None
    notices: tuple[str, ...] = ()
    if gamma is not None and not SENSIBLE_GAMMAS[0] <= gamma <= SENSIBLE_GAMMAS[1]:
        notices = ("The gamma that the file tells makes no sense and was left out.",)
    elif gamma and abs(gamma - GAMMA_OF_SRGB) > GAMMA_WITHIN:
        exponent = 1 / gamma
        notices = (f"The file says that its brightness has a gamma of {gamma:.3g}, and is read so.",)
    return _profile(exponent, colours, white), notices


@cache
def _profile(exponent: float | None, colours: Primaries, white: tuple[float, float]) -> bytes:
    """exponent: None for sRGB's curve. Empty for sRGB itself, and for colours that make no sense."""
    pairs = zip((*colours, *white), (*BT709, *D65), strict=True)
    if exponent is None and all(abs(one - other) < SAME_PRIMARIES for one, other in pairs):
        return b""
    primaries = [value for at in (0, 2, 4) for value in (*colours[at : at + 2], 1.0)]
    curve = srgb_decode(np.linspace(0, 1, CURVE_STEPS, dtype=np.float32))
    options = {"transferfunction": curve} if exponent is None else {"gamma": exponent}
    try:
        return bytes(imagecodecs.cms_profile("rgb", primaries=primaries, whitepoint=[*white, 1.0], **options))
    except (RuntimeError, ValueError):
        return b""
