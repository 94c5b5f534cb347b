"""sRGB and CIELAB for batches of pictures, in operations that ONNX can express."""

import torch
from torch import Tensor

# IEC 61966-2-1 (sRGB) primaries to CIE XYZ, rows divided by the D65 white so that white is (1, 1, 1).
_WHITE = (0.95047, 1.0, 1.08883)
_RGB_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
# CIE 15:2004, the exact rationals of the CIELAB transfer function.
_EPSILON = 216 / 24389
_KAPPA = 24389 / 27


def _white_matrix(like: Tensor) -> Tensor:
    rows = torch.tensor(_RGB_TO_XYZ, dtype=like.dtype, device=like.device)
    # The published digits leave white off by some 1e-7; dividing by the row sums makes grey exactly neutral.
    return rows / rows.sum(dim=1, keepdim=True)


def _multiply(matrix: Tensor, planes: Tensor) -> Tensor:
    return torch.nn.functional.conv2d(planes, matrix[:, :, None, None])


def srgb_to_linear(rgb: Tensor) -> Tensor:
    """Undo the sRGB transfer curve: any shape, 0..1 to 0..1 (IEC 61966-2-1)."""
    rgb = rgb.clamp(0.0, 1.0)
    return torch.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def linear_to_srgb(linear: Tensor) -> Tensor:
    """Apply the sRGB transfer curve, clipping to the gamut: any shape, 0..1 to 0..1 (IEC 61966-2-1)."""
    linear = linear.clamp(0.0, 1.0)
    # The floor keeps the gradient of the power finite where the linear branch is taken anyway.
    return torch.where(
        linear <= 0.0031308, linear * 12.92, 1.055 * linear.clamp_min(1e-6) ** (1 / 2.4) - 0.055
    )


def _lab_curve(t: Tensor) -> Tensor:
    return torch.where(t > _EPSILON, t.clamp_min(_EPSILON) ** (1 / 3), (_KAPPA * t + 16) / 116)


def _lab_curve_inverse(f: Tensor) -> Tensor:
    cube = f**3
    return torch.where(cube > _EPSILON, cube, (116 * f - 16) / _KAPPA)


def srgb_to_lab(rgb: Tensor) -> Tensor:
    """Convert sRGB [N,3,H,W] in 0..1 to CIELAB (D65, 2 degrees): L* 0..100, a* and b* about -110..110."""
    f = _lab_curve(_multiply(_white_matrix(rgb), srgb_to_linear(rgb)))
    x, y, z = f.unbind(dim=1)
    return torch.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), dim=1)


def lab_to_srgb(lab: Tensor) -> Tensor:
    """Convert CIELAB [N,3,H,W] to sRGB in 0..1; colours outside the gamut are clipped by channel."""
    lightness, a, b = lab.unbind(dim=1)
    y = (lightness + 16) / 116
    xyz = _lab_curve_inverse(torch.stack((y + a / 500, y, y - b / 200), dim=1))
    return linear_to_srgb(_multiply(torch.linalg.inv(_white_matrix(lab)), xyz))


def gray_to_lightness(gray: Tensor) -> Tensor:
    """Convert sRGB-encoded grey in 0..1 to L* in 0..100; any shape (a grey's Y is its linear value)."""
    return 116 * _lab_curve(srgb_to_linear(gray)) - 16


def lightness_to_gray(lightness: Tensor) -> Tensor:
    """Convert L* in 0..100 to the sRGB-encoded grey in 0..1 that has it; any shape."""
    return linear_to_srgb(_lab_curve_inverse((lightness + 16) / 116))
