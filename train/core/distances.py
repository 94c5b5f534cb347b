"""Distances between pictures and palettes, shared by the objectives and the evaluation."""

import math

import torch
from torch import Tensor
from torch.nn import functional

# Changes of colour that `colour_unrest` lets pass: times the true ones, as a share of the lightness's, and ab units.
_STRETCH = 2.0
_LIGHT_SHARE = 0.5
_UNSEEN_AB = 0.3


def project(ab: Tensor, angles: Tensor) -> Tensor:
    """Project ab [N,2,P] on directions at `angles` [K] (radians): [N,K,P]."""
    directions = torch.stack((torch.cos(angles), torch.sin(angles)), dim=1)
    return torch.matmul(directions, ab)


def sliced_wasserstein(first: Tensor, second: Tensor, angles: Tensor) -> Tensor:
    """Sliced 1-Wasserstein distance of ab distributions (Rabin et al., 2011).

    Args:
        first, second: ab samples [N,2,P], the same P; CIELAB units.
        angles: directions [K], radians.

    Returns:
        [N], ab units: mean over the directions of the distance of the sorted projections.
    """
    ordered_first = project(first, angles).sort(dim=2).values
    ordered_second = project(second, angles).sort(dim=2).values
    return (ordered_first - ordered_second).abs().mean(dim=(1, 2))


def even_angles(count: int, offset: float = 0.0) -> Tensor:
    """Directions evenly spread over the half circle, from `offset` (share of a step): [count], radians."""
    return (torch.arange(count) + offset) * (math.pi / count)


def differences(plane: Tensor) -> tuple[Tensor, Tensor]:
    """Forward differences of [N,C,H,W] along x and y, cropped to the same [N,C,H-1,W-1]."""
    here = plane[..., :-1, :-1]
    return plane[..., :-1, 1:] - here, plane[..., 1:, :-1] - here


def contour_energy(ab: Tensor, lightness: Tensor, edge_lightness: float = 3.0) -> Tensor:
    """Chroma gradient where the lightness has none: bleeding and contours, [N], ab units a pixel.

    Args:
        ab: [N,2,H,W].
        lightness: [N,1,H,W], L* in 0..100.
        edge_lightness: L* a pixel at which a place counts as an edge of 1/e weight.
    """
    ab_x, ab_y = differences(ab)
    light_x, light_y = differences(lightness)
    flatness = torch.exp(-(light_x.abs() + light_y.abs()) / edge_lightness)
    gradient = (ab_x.square().sum(1, True) + ab_y.square().sum(1, True) + 1e-4).sqrt()
    return (gradient * flatness).flatten(1).mean(dim=1)


def contour_distance(ab: Tensor, truth: Tensor, scales: int = 1) -> Tensor:
    """Mean absolute difference of the chroma gradients of two batches [N,2,H,W], ab units a pixel, summed over x and y.

    Args:
        ab, truth: of one size.
        scales: how many; at each further one the pictures are halved first, and the means are added up.
    """
    total = ab.new_zeros(())
    for scale in range(scales):
        if scale:
            ab, truth = functional.avg_pool2d(ab, 2), functional.avg_pool2d(truth, 2)
        for own, true in zip(differences(ab), differences(truth), strict=True):
            total = total + functional.l1_loss(own, true)
    return total


def colour_unrest(ab: Tensor, truth: Tensor, scales: int = 4) -> Tensor:
    """How much colours change where neither the true colours nor the lightness do: patches on a plain wall.

    At every scale, the pictures halved before each further one, the change from a place to the next may be twice the
    true one, since a painting's colours may be stronger than the photograph's, and half of the lightness's. So may the
    slope over the whole picture: patches would else give way to colours that go by place, left red and right blue.

    Args:
        ab: an answer, [N,2,h,w].
        truth: the photographs in colour, CIELAB [N,3,H,W].
        scales: how many.

    Returns:
        [N], ab units a place: what is beyond that, averaged over places and added up over scales, and ab units from the
        middle to an edge for the slope.
    """
    lab = resize_to(truth, ab)
    total = _beyond(_slopes(ab), _slopes(lab)).mean(dim=1)
    for scale in range(scales):
        if scale:
            ab, lab = functional.avg_pool2d(ab, 2), functional.avg_pool2d(lab, 2)
        for own, true in zip(differences(ab), differences(lab), strict=True):
            total = total + _beyond(own, true).flatten(1).mean(dim=1)
    return total


def _beyond(changes: Tensor, true: Tensor) -> Tensor:
    """How far changes of ab [N,2,...] go beyond what those of the photograph's lab [N,3,...] allow, [N,...]."""
    change = (changes.square().sum(dim=1) + 1e-4).sqrt()
    true_change = (true[:, 1:].square().sum(dim=1) + 1e-4).sqrt()
    return (change - _STRETCH * true_change - _LIGHT_SHARE * true[:, 0].abs() - _UNSEEN_AB).clamp_min(0.0)


def _slopes(plane: Tensor) -> Tensor:
    """Change of [N,C,H,W] from the middle to the lower and the right edge, as least squares fit it, [N,C,2]."""
    height, width = plane.shape[-2:]
    down = torch.linspace(-1.0, 1.0, height, dtype=plane.dtype, device=plane.device)
    right = torch.linspace(-1.0, 1.0, width, dtype=plane.dtype, device=plane.device)
    rows, columns = plane.mean(dim=3), plane.mean(dim=2)
    return torch.stack(((rows @ down) / down.square().sum(), (columns @ right) / right.square().sum()), dim=2)


def resize_to(plane: Tensor, like: Tensor) -> Tensor:
    """Resize [N,C,H,W] to the height and width of another: box average when smaller, bilinear when larger."""
    if plane.shape[-2:] == like.shape[-2:]:
        return plane
    if plane.shape[-1] > like.shape[-1]:
        return functional.adaptive_avg_pool2d(plane, (like.shape[-2], like.shape[-1]))
    return functional.interpolate(plane, size=like.shape[-2:], mode="bilinear", align_corners=False)
