"""Batches: which pictures, which crops, which jitter, all decided by (seed, step) alone."""

import math
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from train.core.colour import srgb_to_lab
from train.core.config import Recipe
from train.data.colour_jitter import apply_jitter, draw_jitter
from train.data.degradations import degrade, draw_degradation


class Batch(NamedTuple):
    """One step's pictures, this process's share, on the training device.

    The self pairs come first: their reference is another crop of the photo, jittered as its target is.

    Attributes:
        target: [N,3,S,S], CIELAB; for foreign pairs the photo's own colours, which nothing compares with.
        reference: [N,3,S,S], CIELAB.
        natural: [N,3,S,S], CIELAB, the photo's colours before any jitter.
        seen: [N,1,S,S], L* as the network is shown it: the photo's own, or aged as that of an old print.
        self_pairs: how many of the rows are self pairs.
    """

    target: Tensor
    reference: Tensor
    natural: Tensor
    seen: Tensor
    self_pairs: int


def step_generator(seed: int, step: int) -> torch.Generator:
    """Return the random numbers of one step; a resumed run draws the same as one that was never stopped."""
    return torch.Generator().manual_seed((seed * 1_000_003 + step) % 2**63)


class PictureStore:
    """The cached pictures: on the GPU as a whole where there is one, else read from the memory map."""

    def __init__(self, pixels: NDArray[np.uint8], device: torch.device) -> None:
        self.pixels = pixels
        self.device = device
        self.resident = torch.from_numpy(np.asarray(pixels)).to(device) if device.type == "cuda" else None

    def __len__(self) -> int:
        return len(self.pixels)

    def take(self, indices: Tensor) -> Tensor:
        """Return pictures [N,3,S,S], sRGB in 0..1, on the device."""
        if self.resident is not None:
            picked = self.resident[indices.to(self.device)]
        else:
            picked = torch.from_numpy(self.pixels[np.sort(indices.numpy())]).to(self.device)
            picked = picked[torch.argsort(torch.argsort(indices)).to(self.device)]
        return picked.permute(0, 3, 1, 2).float() / 255.0


def _draw_crops(count: int, scale: tuple[float, float], generator: torch.Generator) -> Tensor:
    """Random square crops as affine matrices [count,2,3]: scaled, placed anywhere inside, mirrored or not."""
    low, high = (math.log(value) for value in scale)
    side = torch.exp(torch.rand(count, generator=generator) * (high - low) + low)
    centre = (torch.rand(count, 2, generator=generator) * 2.0 - 1.0) * (1.0 - side)[:, None]
    mirror = torch.where(torch.rand(count, generator=generator) < 0.5, -1.0, 1.0)
    matrices = torch.zeros(count, 2, 3)
    matrices[:, 0, 0] = side * mirror
    matrices[:, 1, 1] = side
    matrices[:, :, 2] = centre
    return matrices


def _crop(pictures: Tensor, matrices: Tensor, size_px: int) -> Tensor:
    grid = functional.affine_grid(
        matrices.to(pictures.device), [len(pictures), 3, size_px, size_px], align_corners=False
    )
    return functional.grid_sample(pictures, grid, padding_mode="reflection", align_corners=False)


class Batcher:
    """Makes the batch of any step; with several processes each makes its own rows of the same global batch."""

    def __init__(
        self, recipe: Recipe, photos: PictureStore, paintings: PictureStore, rank: int = 0, world: int = 1
    ) -> None:
        if recipe.optim.self_pairs % world or recipe.optim.foreign_pairs % world:
            raise ValueError(f"self_pairs and foreign_pairs must be multiples of the {world} processes")
        self.recipe = recipe
        self.photos = photos
        self.paintings = paintings
        self.rank = rank
        self.world = world
        # Powers are slow one by one: compiled, the conversion costs a quarter.
        self.to_lab = torch.compile(srgb_to_lab) if recipe.compile else srgb_to_lab

    def _own_rows(self) -> Tensor:
        """Rows of the global batch that this process works on: its share of the self pairs, then of the foreign."""
        selfs, foreigns = self.recipe.optim.self_pairs, self.recipe.optim.foreign_pairs
        own = torch.arange(selfs).tensor_split(self.world)[self.rank]
        if foreigns:
            own = torch.cat((own, selfs + torch.arange(foreigns).tensor_split(self.world)[self.rank]))
        return own

    def batch(self, step: int) -> Batch:
        """Make this process's rows of the batch of a step."""
        recipe = self.recipe
        random = step_generator(recipe.seed, step)
        count, selfs = recipe.optim.batch, recipe.optim.self_pairs
        # All random numbers of the global batch are drawn on every process, so that the rows do not depend on
        # how many processes share them.
        photo_indices = torch.randint(len(self.photos), (count,), generator=random)
        painting_indices = torch.randint(len(self.paintings), (count,), generator=random)
        content_crops = _draw_crops(count, recipe.data.crop_scale, random)
        reference_crops = _draw_crops(count, recipe.data.crop_scale, random)
        if recipe.data.reference_crop == "same":
            reference_crops[:selfs] = content_crops[:selfs]
        jitter = draw_jitter(recipe.jitter, count, random)
        degradation = draw_degradation(recipe.degrade, count, random)
        own = self._own_rows()
        own_selfs = int((own < selfs).sum())
        photos = self.photos.take(photo_indices[own])
        references = torch.cat(
            (photos[:own_selfs], self.paintings.take(painting_indices[own[own_selfs:]]))
            if own_selfs < len(own)
            else (photos,)
        )
        size_px = recipe.data.crop_px
        natural = self.to_lab(_crop(photos, content_crops[own], size_px))
        reference = self.to_lab(_crop(references, reference_crops[own], size_px))
        own_jitter = jitter[own].to(natural.device)
        # Only self pairs are jittered: a painting's own colours are what a foreign pair is about.
        target = torch.cat((apply_jitter(natural[:own_selfs], own_jitter[:own_selfs]), natural[own_selfs:]))
        reference = torch.cat(
            (apply_jitter(reference[:own_selfs], own_jitter[:own_selfs]), reference[own_selfs:])
        )
        seen = natural[:, :1]
        if recipe.degrade.share:
            noise = torch.randn(count, 1, size_px, size_px, generator=random)
            seen = degrade(natural, degradation.rows(own).to(natural.device), noise[own])
        return Batch(target, reference, natural, seen, own_selfs)
