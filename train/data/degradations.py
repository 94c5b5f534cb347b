"""Grey input as old photographs and their scans have it, so that a network trained on clean pictures reads them."""

import math
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from train.core.colour import gray_to_lightness, lab_to_srgb, linear_to_srgb, srgb_to_linear
from train.core.config import DegradeConfig

_BLOCK = 8
_BLUR_RADIUS_PX = 4
# What a plate of 1870 saw was blue; a film of 1930 saw green too, and only the panchromatic ones saw red.
_BLUE_SENSITIVE = (0.02, 0.18, 0.80)
_PANCHROMATIC = (0.2126, 0.7152, 0.0722)


class Degradation(NamedTuple):
    """The changes to each picture of a batch of N; `active` says which of them are changed at all.

    Attributes:
        active: [N], bool.
        emulsion: [N,3], weights of linear red, green and blue in what the plate recorded; they sum to one.
        darkest, lightest: [N], L* that black and white have faded to.
        exponent: [N], of the tone curve between them.
        shading: [N,2], L* by which the fading differs from edge to edge, along x and along y.
        blur_px: [N], standard deviation of the blur, pixels.
        grain: [N], standard deviation of the grain, L*.
        jpeg_step: [N], step of the quantised 8x8 cosine transform, L*.
    """

    active: Tensor
    emulsion: Tensor
    darkest: Tensor
    lightest: Tensor
    exponent: Tensor
    shading: Tensor
    blur_px: Tensor
    grain: Tensor
    jpeg_step: Tensor

    def rows(self, indices: Tensor) -> "Degradation":
        """Pick pictures."""
        return Degradation(*(value[indices] for value in self))

    def to(self, device: torch.device) -> "Degradation":
        """Move to a device."""
        return Degradation(*(value.to(device) for value in self))


def draw_degradation(config: DegradeConfig, count: int, generator: torch.Generator) -> Degradation:
    """Draw the changes to `count` pictures; all but `config.share` of them stay as they are."""

    def uniform(*shape: int) -> Tensor:
        return torch.rand(count, *shape, generator=generator)

    blue, panchromatic = torch.tensor(_BLUE_SENSITIVE), torch.tensor(_PANCHROMATIC)
    sensitivity = uniform(1)
    return Degradation(
        active=uniform() < config.share,
        emulsion=blue + sensitivity * (panchromatic - blue),
        darkest=uniform() * config.fading,
        lightest=100.0 - uniform() * config.fading,
        exponent=torch.exp((uniform() * 2.0 - 1.0) * math.log(config.contrast)),
        shading=(uniform(2) * 2.0 - 1.0) * config.shading,
        blur_px=uniform() * config.blur_px,
        # Most pictures have little of it, a few have much.
        grain=uniform().square() * config.grain,
        jpeg_step=uniform().square() * config.jpeg_step,
    )


def _tone(lab: Tensor, degradation: Degradation) -> Tensor:
    """What the plate recorded, faded: L* [N,1,H,W]."""
    light = torch.einsum("nc,nchw->nhw", degradation.emulsion, srgb_to_linear(lab_to_srgb(lab)))[:, None]
    recorded = gray_to_lightness(linear_to_srgb(light)) / 100.0
    low, high, exponent = (
        value[:, None, None, None]
        for value in (degradation.darkest, degradation.lightest, degradation.exponent)
    )
    faded = low + (high - low) * recorded.clamp(1e-4, 1.0) ** exponent
    across_x = torch.linspace(-0.5, 0.5, lab.shape[3], device=lab.device)
    across_y = torch.linspace(-0.5, 0.5, lab.shape[2], device=lab.device)[:, None]
    shading = degradation.shading[:, :, None, None]
    return faded + (shading[:, 0] * across_x + shading[:, 1] * across_y)[:, None]


def _blur(lightness: Tensor, sigma_px: Tensor) -> Tensor:
    """Gaussian blur, each picture with its own standard deviation."""
    offsets = torch.arange(-_BLUR_RADIUS_PX, _BLUR_RADIUS_PX + 1, device=lightness.device)
    kernels = torch.exp(-0.5 * (offsets / sigma_px.clamp_min(1e-2)[:, None]).square())
    kernels = kernels / kernels.sum(dim=1, keepdim=True)
    # Each picture is a channel of one grouped convolution.
    planes = functional.pad(lightness.transpose(0, 1), (_BLUR_RADIUS_PX,) * 4, mode="reflect")
    planes = functional.conv2d(planes, kernels[:, None, None, :], groups=len(kernels))
    return functional.conv2d(planes, kernels[:, None, :, None], groups=len(kernels)).transpose(0, 1)


def _cosine_basis(device: torch.device) -> Tensor:
    """Orthonormal DCT-II of eight samples: [8 frequencies, 8 samples]."""
    index = torch.arange(_BLOCK, dtype=torch.float32, device=device)
    basis = torch.cos(math.pi / _BLOCK * (index + 0.5) * index[:, None]) * math.sqrt(2 / _BLOCK)
    basis[0] /= math.sqrt(2)
    return basis


def _compress(lightness: Tensor, step: Tensor) -> Tensor:
    """Round the cosine coefficients of 8x8 blocks, the high ones coarser, as JPEG does (ITU-T T.81, A.3.3)."""
    height, width = lightness.shape[2:]
    below, right = -height % _BLOCK, -width % _BLOCK
    padded = functional.pad(lightness, (0, right, 0, below), mode="replicate")
    blocks = padded.unfold(2, _BLOCK, _BLOCK).unfold(3, _BLOCK, _BLOCK)
    basis = _cosine_basis(lightness.device)
    coefficients = basis @ blocks @ basis.T
    index = torch.arange(_BLOCK, device=lightness.device)
    steps = (1.0 + index + index[:, None]) / 2.0 * step.clamp_min(1e-2)[:, None, None, None, None, None]
    rounded = basis.T @ (torch.round(coefficients / steps) * steps) @ basis
    joined = rounded.transpose(3, 4).reshape(padded.shape)
    return joined[:, :, :height, :width]


def degrade(lab: Tensor, degradation: Degradation, noise: Tensor) -> Tensor:
    """Grey of colour pictures as an old photograph, scanned and compressed, would show them.

    Args:
        lab: [N,3,H,W], CIELAB; the colours matter, since old emulsions did not see red.
        degradation: the changes to each of the N pictures.
        noise: [N,1,H,W], standard normal, of which the grain is made.

    Returns:
        L* [N,1,H,W] in 0..100; that of `lab` itself where a picture is not active.
    """
    aged = _blur(_tone(lab, degradation), degradation.blur_px)
    aged = aged + noise.to(lab.device) * degradation.grain[:, None, None, None]
    aged = _compress(aged, degradation.jpeg_step).clamp(0.0, 100.0)
    return torch.where(degradation.active[:, None, None, None], aged, lab[:, :1])
