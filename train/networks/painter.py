"""A generator that learns quickly on a processor: it changes the photograph, mostly at a quarter of its size."""

from torch import Tensor, nn
from torch.nn import functional

from train.networks.edge_tangent_flow import DIRECTION_REACH_PX, along, directions
from train.networks.strokes import Strokes

# What the blocks see: squares of so many pixels, laid out as channels.
_SQUARE = 4
# How far the change is drawn out along the lines of strokes, to both sides: as far as teeth on a rim are apart.
_DRAWN_PX = (2, 1)


def _convolution(inputs: int, outputs: int, kernel: int = 3) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, padding_mode="reflect")


class _Block(nn.Module):
    """Two convolutions beside a shortcut, without a norm (Lim et al., 2017)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first, self.second = _convolution(width, width), _convolution(width, width)
        nn.init.zeros_(self.second.weight)

    def forward(self, features: Tensor) -> Tensor:
        answer: Tensor = features + self.second(functional.relu(self.first(features)))
        return answer


class PainterGenerator(nn.Module):
    """Adds to a picture what makes it a painting; it starts as the identity.

    Squares of 4 x 4 pixels become channels (Shi et al., 2016, backwards), the residual blocks work on these, and two
    levels at half and at full size, which see the picture again, refine what the blocks say. So nearly all arithmetic
    is done at a sixteenth of the pixels. Since the answer is the picture and a change, a cycle of two such networks
    starts closed, and what the adversary says first is about the manner alone.

    There is no norm: what it does at a place depends on the pixels around, `reach_px` of them each way, and on nothing
    else. So a large picture can be painted in tiles, and where they overlap by twice that much there is no seam at all.

    Where it is given strokes, it begins as these instead: the picture is laid out in them before anything else sees it,
    and the network has tone and manner to learn, not brushwork. What it adds to them is drawn out along their lines:
    what it learns to break up a ground with would stand on every rim as teeth.

    Args:
        widths: channels at full, half and quarter size.
        blocks: residual blocks at quarter size.
        strokes_px: reach of the patches in the strokes that the picture is laid out in first (`Strokes`); 0: none.
    """

    def __init__(self, widths: tuple[int, ...], blocks: int, strokes_px: int = 0) -> None:
        super().__init__()
        full, half, quarter = widths
        self.reach_px = _SQUARE * (2 * blocks + 4) + 8
        self.strokes: nn.Module = nn.Identity()
        if strokes_px:
            self.strokes = strokes = Strokes(strokes_px)
            self.reach_px += strokes.reach_px + _DRAWN_PX[1] + max(_DRAWN_PX[0], DIRECTION_REACH_PX)
        self.first = _convolution(3 * _SQUARE**2, quarter)
        self.blocks = nn.Sequential(*(_Block(quarter) for _ in range(blocks)))
        self.to_half, self.see_half = _convolution(quarter, half), _convolution(12, half)
        self.refine = _convolution(half, half)
        self.to_full, self.see_full = _convolution(half, full), _convolution(3, full)
        self.last = _convolution(full, 3)
        nn.init.zeros_(self.last.weight)
        assert self.last.bias is not None
        nn.init.zeros_(self.last.bias)

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        """Map [N,3,H,W], H and W multiples of 4, to the answer [N,3,H,W], without bounds, and the deepest features."""
        picture = self.strokes(picture)
        deepest = self.blocks(functional.relu(self.first(functional.pixel_unshuffle(picture, _SQUARE))))
        halves = self.see_half(functional.pixel_unshuffle(picture, 2))
        features = functional.relu(_twice(self.to_half(deepest)) + halves)
        features = functional.relu(self.refine(features))
        features = functional.relu(_twice(self.to_full(features)) + self.see_full(picture))
        change = self.last(features)
        if isinstance(self.strokes, Strokes):
            change = along(change, directions(picture), _DRAWN_PX)
        return picture + change, deepest


def _twice(features: Tensor) -> Tensor:
    # Smooth, so that no grid of squares is there to begin with (Odena et al., 2016).
    return functional.interpolate(features, scale_factor=2.0, mode="bilinear", align_corners=False)
