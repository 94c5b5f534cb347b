"""Sheets of pictures: photographs under paintings, and a model's worst photographs beside the truth."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from torch import Tensor

from train.core.colour import lab_to_srgb
from train.core.config import DegradeConfig
from train.data.cache import PictureCache
from train.data.degradations import degrade, draw_degradation
from train.evaluation.baselines import Baseline, rank_table
from train.evaluation.colourings import lab_of, network_colouring
from train.networks.base import TransferNetwork
from train.networks.repaint import RepaintNetwork

Pixels = NDArray[np.uint8]

_GUTTER_PX = 6
_BACKGROUND = (119, 119, 119)
_LABEL_PX = 20


def rgb_pixels(rgb: Tensor) -> Pixels:
    """Return the first of sRGB pictures [N,3,H,W] in 0..1 as uint8 [H,W,3]."""
    values = rgb[0].permute(1, 2, 0).mul(255.0).round().byte()
    return np.asarray(values.cpu().numpy(), dtype=np.uint8)


def _to_pixels(lab: Tensor) -> Pixels:
    return rgb_pixels(lab_to_srgb(lab))


def joined_pixels(lightness: Tensor, ab: Tensor) -> Pixels:
    """Return the first of photos given as L* [N,1,H,W] and ab [N,2,H,W] as uint8 [H,W,3]."""
    return _to_pixels(torch.cat((lightness, ab), dim=1))


def gray_pixels(lightness: Tensor) -> Pixels:
    """Return the first of photos given as L* [N,1,H,W] in grey as uint8 [H,W,3]."""
    return joined_pixels(lightness, torch.zeros_like(lightness).expand(-1, 2, -1, -1))


def _clip(label: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width_px: int) -> str:
    clipped = label
    while clipped and font.getlength(clipped + "…" * (clipped != label)) > width_px:
        clipped = clipped[:-1]
    return clipped + "…" * (clipped != label)


def tile(rows: Sequence[Sequence[Pixels | None]], labels: Sequence[Sequence[str]] = ()) -> Image.Image:
    """Lay pictures of one size out in rows; `labels`, by row and column, are written below the pictures."""
    side_px = next(picture.shape[0] for row in rows for picture in row if picture is not None)
    step_px = side_px + _GUTTER_PX
    heights_px = [step_px + (_LABEL_PX if any(row) else 0) for row in labels]
    heights_px += [step_px] * (len(rows) - len(heights_px))
    size = (max(map(len, rows)) * step_px + _GUTTER_PX, sum(heights_px) + _GUTTER_PX)
    sheet = Image.new("RGB", size, _BACKGROUND)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=_LABEL_PX - 5)
    top_px = _GUTTER_PX
    for row, pictures in enumerate(rows):
        for column, picture in enumerate(pictures):
            left_px = _GUTTER_PX + column * step_px
            if picture is not None:
                sheet.paste(Image.fromarray(picture), (left_px, top_px))
            if row < len(labels) and labels[row][column]:
                place = (left_px, top_px + side_px)
                draw.text(place, _clip(labels[row][column], font, side_px), (255, 255, 255), font)
        top_px += heights_px[row]
    return sheet


def lightness_of(photos: PictureCache, *, degraded: bool) -> Tensor:
    """Return the lightness of photos, L* [N,1,S,S]; on request aged as an old photograph's, always in the same way."""
    lab = lab_of(photos, np.arange(len(photos.pixels)))
    if not degraded:
        return lab[:, :1]
    random = torch.Generator().manual_seed(0)
    degradation = draw_degradation(DegradeConfig(share=1.0), len(lab), random)
    return degrade(lab, degradation, torch.randn(lab[:, :1].shape, generator=random))


@torch.no_grad()
def contact_sheet(
    network: TransferNetwork,
    photos: PictureCache,
    paintings: PictureCache,
    *,
    working_px: int,
    style_px: int,
    names: Sequence[str] = (),
    lightness: Tensor | None = None,
) -> Image.Image:
    """Photos down, paintings across, the paintings on top.

    Args:
        network: in evaluation mode.
        photos, paintings: squares of one size.
        working_px: side at which the network sees a photo.
        style_px: side at which it sees a painting.
        names: of the paintings, written below them.
        lightness: L* [N,1,S,S] to colour in place of the photos' own. The first column then shows it in grey; without
            it, it shows the photos in their own colours, and the second one with themselves as reference.
    """
    colour = network_colouring(network, working_px, style_px)
    references = [lab_of(paintings, np.array([index])) for index in range(len(paintings.pixels))]
    blank: list[Pixels | None] = [None] if lightness is not None else [None, None]
    rows: list[list[Pixels | None]] = [[*blank, *(np.array(painting) for painting in paintings.pixels)]]
    for index, photo in enumerate(photos.pixels):
        if lightness is None:
            own = lab_of(photos, np.array([index]))
            shown, gray, asked = np.array(photo), own[:, :1], [own, *references]
        else:
            gray = lightness[index : index + 1]
            shown, asked = gray_pixels(gray), references
        rows.append([shown, *(joined_pixels(gray, colour(gray, reference)) for reference in asked)])
    return tile(rows, [["" for _ in blank] + list(names)] if names else ())


@torch.no_grad()
def worst_sheet(
    network: TransferNetwork,
    photos: PictureCache,
    paintings: PictureCache,
    indices: Sequence[int],
    *,
    working_px: int,
    style_px: int,
) -> Image.Image:
    """Photographs that a network rebuilds badly: grey, truth, the network's and the rank table's answer with the photo
    as its own reference, the painting of the same number, and the photo under it. Each row names its collection."""
    colour = network_colouring(network, working_px, style_px)
    rows: list[list[Pixels]] = []
    labels: list[list[str]] = []
    for index in indices:
        truth = lab_of(photos, np.array([index]))
        painting = index % len(paintings.pixels)
        reference = lab_of(paintings, np.array([painting]))
        lightness = truth[:, :1]
        answers = [colour(lightness, truth), rank_table(lightness, truth)]
        rows.append(
            [
                gray_pixels(lightness),
                np.array(photos.pixels[index]),
                *(joined_pixels(lightness, answer) for answer in answers),
                np.array(paintings.pixels[painting]),
                joined_pixels(lightness, colour(lightness, reference)),
            ]
        )
        photo = f"{photos.sources[index]} {index}"
        labels.append([photo, "truth", "model", "rank table", f"painting {painting}", "model, painted"])
    return tile(rows, labels)


@torch.no_grad()
def painted_sheet(network: RepaintNetwork, photos: PictureCache, across: int) -> Image.Image:
    """Triples of a photo, that photo painted, and taken back from there; `across` of them in a row."""
    side_px = photos.pixels.shape[1] // network.size_multiple * network.size_multiple
    rows: list[list[Pixels]] = []
    for index, photo in enumerate(photos.pixels):
        shown = np.array(photo[:side_px, :side_px])
        painted = network(torch.from_numpy(shown).permute(2, 0, 1)[None].float() / 255.0)
        if index % across == 0:
            rows.append([])
        rows[-1] += [shown, rgb_pixels(painted), rgb_pixels(network.photograph(painted))]
    return tile(rows)


@torch.no_grad()
def guess_sheet(colourings: Mapping[str, Baseline], photos: PictureCache, across: int = 1) -> Image.Image:
    """Photos down; across the grey, what each of the colourings makes of it without a reference, and the photo itself.

    Args:
        colourings: by name; each is given the photo as reference, and must not look at it.
        photos: squares.
        across: photos beside each other in a row.
    """
    rows: list[list[Pixels | None]] = []
    labels: list[list[str]] = []
    for index, photo in enumerate(photos.pixels):
        own = lab_of(photos, np.array([index]))
        lightness = own[:, :1]
        if index % across == 0:
            rows.append([])
            labels.append([])
        answers = [joined_pixels(lightness, colour(lightness, own)) for colour in colourings.values()]
        rows[-1] += [gray_pixels(lightness), *answers, np.array(photo)]
        labels[-1] += [f"{photos.sources[index]} {index}", *colourings, "photo"]
    return tile(rows, labels)


def spread_out(cache: PictureCache, count: int) -> NDArray[np.int64]:
    """Pick the indices of `count` pictures evenly from a cache."""
    return np.linspace(0, len(cache.pixels) - 1, min(count, len(cache.pixels))).round().astype(np.int64)


def one_by_source(cache: PictureCache, count: int) -> NDArray[np.int64]:
    """Pick the indices of `count` pictures, one of every collection in turn, the largest collection first."""
    members: dict[str, list[int]] = {}
    for index, source in enumerate(cache.sources):
        members.setdefault(source, []).append(index)
    queues = sorted(members.values(), key=len, reverse=True)
    picked = [queue[turn] for turn in range(max(map(len, queues))) for queue in queues if turn < len(queue)]
    return np.array(picked[:count], dtype=np.int64)


def pick(cache: PictureCache, indices: NDArray[np.int64]) -> PictureCache:
    """Return these pictures of a cache."""
    return PictureCache(cache.pixels[indices], [cache.sources[index] for index in indices])
