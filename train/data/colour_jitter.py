"""Joint colour jitter: the same grey, another right answer, told by the reference alone."""

import math

import torch
from torch import Tensor

from train.core.config import JitterConfig


def draw_jitter(config: JitterConfig, count: int, generator: torch.Generator) -> Tensor:
    """Draw affine maps of the ab plane, [count,2,3]; all but `config.share` of them are the identity."""
    angle = (torch.rand(count, generator=generator) * 2.0 - 1.0) * math.radians(config.hue_deg)
    chroma = torch.exp(torch.randn(count, generator=generator) * config.log_chroma)
    shift = torch.randn(count, 2, generator=generator) * config.shift_ab
    active = torch.rand(count, generator=generator) < config.share
    cosine, sine = chroma * torch.cos(angle), chroma * torch.sin(angle)
    rotation = torch.stack((torch.stack((cosine, -sine), dim=1), torch.stack((sine, cosine), dim=1)), dim=1)
    maps = torch.cat((rotation, shift[:, :, None]), dim=2)
    identity = torch.eye(2, 3).expand(count, 2, 3)
    return torch.where(active[:, None, None], maps, identity)


def apply_jitter(lab: Tensor, maps: Tensor) -> Tensor:
    """Apply the maps [N,2,3] to the ab of CIELAB pictures [N,3,H,W]; the lightness stays as it is."""
    ab = torch.einsum("nij,njhw->nihw", maps[:, :, :2], lab[:, 1:]) + maps[:, :, 2, None, None]
    return torch.cat((lab[:, :1], ab), dim=1)
