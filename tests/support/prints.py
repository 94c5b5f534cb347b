"""Prints as scanners see them: photographs with borders of paper, mounts, film edges and captions around them."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from skimage import data
from skimage.color import rgb2gray

Gray = NDArray[np.uint8]
Box = tuple[float, float, float, float]  # left, top, right, bottom

PHOTOGRAPHS = ("astronaut", "camera", "coffee", "chelsea", "rocket", "brick", "grass", "moon")


@dataclass(frozen=True)
class Print:
    """scan: (H, W) grey. box: where the picture lies on it, in pixels. degrees: by which all is turned clockwise."""

    scan: Gray
    box: Box
    degrees: float = 0.0

    def shares(self) -> Box:
        """The box as shares of width and height."""
        height, width = self.scan.shape
        left, top, right, bottom = self.box
        return left / width, top / height, right / width, bottom / height


@cache
def photograph(name: str, long_side_px: int = 900) -> Gray:
    """A photograph of scikit-image, grey."""
    pixels = getattr(data, name)()
    gray = pixels if pixels.ndim == 2 else np.rint(rgb2gray(pixels[..., :3]) * 255).astype(np.uint8)
    image = Image.fromarray(gray)
    scale = long_side_px / max(image.size)
    size_px = round(image.width * scale), round(image.height * scale)
    return np.asarray(image.resize(size_px, Image.Resampling.LANCZOS))


def on_paper(
    picture: Gray,
    tone: float = 245.0,
    widths: tuple[float, float, float, float] = (0.06, 0.06, 0.06, 0.06),
    *,
    noise: float = 1.5,
    shade: float = 0.0,
    seed: int = 1,
) -> Print:
    """Within a border of one tone. widths: left, top, right, bottom as shares of the picture's long side.

    noise: standard deviation of the grain. shade: levels by which the paper is darker at the right than at the left.
    """
    height, width = picture.shape
    left, top, right, bottom = (round(share * max(height, width)) for share in widths)
    random = np.random.default_rng(seed)
    size = top + height + bottom, left + width + right
    paper = tone - shade * np.linspace(0, 1, size[1])[None, :] + random.normal(0, noise, size)
    paper[top : top + height, left : left + width] = picture
    box = float(left), float(top), float(left + width), float(top + height)
    return Print(np.clip(np.rint(paper), 0, 255).astype(np.uint8), box)


def in_oval(
    picture: Gray,
    tone: float = 235.0,
    radii: tuple[int, int] = (190, 265),
    *,
    noise: float = 2.0,
    shade: float = 0.0,
) -> Print:
    """In the oval window of a mount, as old portraits are. radii: across and down, in pixels of the scan.

    The window stands a little above the middle of the mount. shade: as of `on_paper`.
    """
    across, down = radii
    width, height = round(3.2 * across), round(3.2 * down)
    x, y = width / 2, round(0.45 * height)
    random = np.random.default_rng(1)
    mount = tone - shade * np.linspace(0, 1, width)[None, :] + random.normal(0, noise, (height, width))
    left, top = round(x - across), round(y - down)
    filled = mount.copy()
    filled[top : top + 2 * down, left : left + 2 * across] = np.asarray(
        Image.fromarray(picture).resize((2 * across, 2 * down))
    )
    within = within_oval((height, width), (x - across, y - down, x + across, y + down))
    scan = np.clip(np.rint(np.where(within, filled, mount)), 0, 255).astype(np.uint8)
    return Print(scan, (x - across, y - down, x + across, y + down))


def within_oval(shape: tuple[int, int], box: Box, scale: float = 1.0) -> NDArray[np.bool_]:
    """(H, W) what lies within the oval in a box, in pixels; scale: of its radii."""
    left, top, right, bottom = box
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]] + 0.5
    across = (columns - (left + right) / 2) / ((right - left) / 2)
    down = (rows - (top + bottom) / 2) / ((bottom - top) / 2)
    return np.asarray(np.hypot(across, down) <= scale)


def captioned(print_: Print, text: str = "Summer holidays at the sea, 1927", ink: int = 40) -> Print:
    """With handwriting below the picture."""
    image = Image.fromarray(print_.scan)
    left, _, _, bottom = print_.box
    space = image.height - bottom
    font = ImageFont.load_default(space * 0.4)
    ImageDraw.Draw(image).text((left + 30, bottom + space * 0.25), text, fill=ink, font=font)
    return Print(np.asarray(image), print_.box, print_.degrees)


def turned(print_: Print, degrees: float, lid: int = 250) -> Print:
    """Laid askew on the scanner, clockwise."""
    image = Image.fromarray(print_.scan).rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=lid)
    return Print(np.asarray(image), print_.box, degrees)


def deckled(print_: Print, lid: int = 30, seed: int = 2) -> Print:
    """With the wavy edge of paper on a dark ground."""
    height, width = print_.scan.shape
    random = np.random.default_rng(seed)
    margin = round(0.03 * max(height, width))
    scan = np.full((height + 2 * margin, width + 2 * margin), lid, np.uint8)
    scan[margin:-margin, margin:-margin] = print_.scan
    wave = max(2, round(0.006 * max(height, width)))
    for turns in range(4):
        side = np.rot90(scan, turns)
        depths = margin + np.repeat(random.integers(0, wave, side.shape[1] // 6 + 1), 6)[: side.shape[1]]
        side[: margin + wave][np.arange(margin + wave)[:, None] < depths[None]] = lid
    left, top, right, bottom = print_.box
    return Print(scan, (left + margin, top + margin, right + margin, bottom + margin))


def filmed(picture: Gray, rebate: int = 20, hole: int = 240) -> Print:
    """On 35 mm film: perforated above and below, 2.8 mm x 2.0 mm holes every 4.75 mm, 24 mm x 36 mm for the picture."""
    height, width = picture.shape
    mm = height / 24
    edge, side = round(5.5 * mm), round(1.2 * mm)
    image = Image.new("L", (width + 2 * side, height + 2 * edge), rebate)
    draw = ImageDraw.Draw(image)
    for top in (2.0 * mm, image.height - 4.0 * mm):
        for left in np.arange(-1.0 * mm, image.width, 4.75 * mm):
            draw.rounded_rectangle((left, top, left + 2.8 * mm, top + 2.0 * mm), 0.5 * mm, fill=hole)
    image.paste(Image.fromarray(picture), (side, edge))
    return Print(np.asarray(image), (float(side), float(edge), float(side + width), float(edge + height)))


def part(values: NDArray[np.int64], left: float, top: float, right: float, bottom: float) -> float:
    """The mean of values [H,W] within a rectangle, given by shares of width and height."""
    height, width = values.shape
    return float(
        values[int(top * height) : int(bottom * height), int(left * width) : int(right * width)].mean()
    )
