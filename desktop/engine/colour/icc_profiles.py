"""ICC profiles: converts a file's colours to sRGB, in 16 bits so that no step is lost."""

import io
import struct
from functools import cache
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import ImageCms

from desktop.engine.core.arrays import GrayArray, Samples
from desktop.engine.core.reasons import Reason, reason_of

SPACES = {b"GRAY": "gray", b"RGB ": "rgb", b"CMYK": "cmyk"}
PROBE_LEVELS = 6  # of each channel, to tell sRGB by
SRGB_WITHIN = 200  # of 65535, less than a step of 8 bits
CHANNELS = {"gray": 1, "rgb": 3, "cmyk": 4}
PROFILE_DATE = slice(
    24, 36
)  # year, month, day, hour, minute, second of an ICC profile's making, 16 bits each
PROFILE_DATE_FIXED = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)


@cache
def srgb_profile() -> bytes:
    """The ICC profile that every result carries."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[PROFILE_DATE] = (
        PROFILE_DATE_FIXED  # it holds today's date and time; equal results are equal files
    )
    return bytes(profile)


def profile_space(icc: bytes) -> str:
    """What the profile describes: "gray", "rgb" or "cmyk"; "" for anything else or a damaged profile."""
    return SPACES.get(icc[16:20], "")


def profile_description(icc: bytes) -> str:
    """The profile's name for people; "" when it has none or is damaged."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        return ImageCms.getProfileDescription(profile).strip()
    except (OSError, ValueError, ImageCms.PyCMSError):
        return ""


def left_out(error: ValueError) -> str:
    """The notice for the user about a profile that cannot be used."""
    return f"The colour profile was left out: {reason_of(error)}."


def is_srgb(icc: bytes) -> bool:
    """Whether the profile is one of the many that mean sRGB, whatever its name, which need no conversion."""
    if profile_space(icc) != "rgb":
        return False
    steps = np.linspace(0, 255, PROBE_LEVELS).astype(np.uint8)
    probes = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(1, -1, 3)
    try:
        return bool(np.abs(to_srgb(probes, icc) - probes * 257.0).max() < SRGB_WITHIN)
    except ValueError:
        return False


def to_srgb(samples: Samples, icc: bytes) -> NDArray[np.uint16]:
    """(n, m, 3) 16-bit sRGB of samples (n, m, 3 or 4) in the profile's RGB or CMYK; what it cannot show is cut.

    Raises ValueError when Little CMS cannot use the profile.
    """
    return to_space(samples, icc, srgb_profile(), np.uint16)


def to_space(
    samples: Samples, icc: bytes, target_icc: bytes, dtype: type[np.uint16 | np.float32]
) -> NDArray[Any]:
    """(n, m, 3) of samples (n, m, 3 or 4) in the target's RGB; float32 is not bounded to 0..1. Raises ValueError."""
    space = profile_space(icc)
    if samples.ndim != 3 or CHANNELS.get(space) != samples.shape[2]:
        raise Reason("the profile is for another kind of picture")
    return _transform(np.ascontiguousarray(samples), icc, target_icc, space, dtype)


def gray_curve(icc: bytes, dtype: np.dtype[np.uint8 | np.uint16]) -> NDArray[np.uint16]:
    """16-bit sRGB-encoded grey for each value of a grey channel of `dtype` in the profile's grey, or neutral RGB.

    Of grey a profile needs to tell but a curve, so the whole picture needs only a look into it. Unoptimised:
    Little CMS's shortcut for curves is off by more than a grey level in the shadows. Raises ValueError.
    """
    space = profile_space(icc)
    if space not in ("gray", "rgb"):
        raise Reason("the profile is for another kind of picture")
    peak = np.iinfo(dtype).max
    ramp = (np.arange(peak + 1) * (65535 // peak)).astype(np.uint16)
    samples = ramp[None] if space == "gray" else np.repeat(ramp[None, :, None], 3, axis=2)
    exactly = imagecodecs.CMS.FLAGS.NOOPTIMIZE
    return np.ascontiguousarray(_transform(samples, icc, srgb_profile(), space, np.uint16, exactly)[0, :, 1])


def apply_gray_curve(gray: GrayArray, icc: bytes) -> GrayArray:
    """`gray` in the profile's grey as sRGB-encoded grey: in 16 bits, or as it is where the profile is sRGB."""
    if is_srgb(icc):
        return gray
    return np.take(gray_curve(icc, gray.dtype), gray)


def _transform(
    samples: Samples,
    icc: bytes,
    target_icc: bytes,
    space: str,
    dtype: type[np.uint16 | np.float32],
    flags: int | None = None,
) -> NDArray[Any]:
    try:
        result: NDArray[Any] = imagecodecs.cms_transform(
            samples, icc, target_icc, colorspace=space, outcolorspace="rgb", outdtype=dtype, flags=flags
        )
    except (RuntimeError, ValueError) as error:
        raise Reason("the profile cannot be used") from error
    return result
