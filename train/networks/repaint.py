"""The networks of CycleGAN: photograph to painting, and back."""

import torch
from torch import Tensor, nn

from train.networks.generators import ResNetGenerator, UNetGenerator
from train.networks.painter import PainterGenerator

Body = UNetGenerator | ResNetGenerator | PainterGenerator


class PictureGenerator(nn.Module):
    """One direction: pictures in -1..1 to pictures in -1..1.

    What answers with a change of the picture is not squashed: while it trains, its adversary sees where it goes beyond.
    """

    def __init__(self, body: Body) -> None:
        super().__init__()
        self.body = body

    def forward(self, picture: Tensor) -> Tensor:
        """Map [N,3,H,W], sRGB in -1..1, to the same."""
        answer, _ = self.body(picture)
        return answer.float() if isinstance(self.body, PainterGenerator) else torch.tanh(answer.float())


class RepaintNetwork(nn.Module):
    """Both generators of Zhu et al. (2017): G from photograph to painting, F from painting to photograph.

    Args:
        generator: `unet`, `resnet` or `painter`.
        widths: channels of the levels, finest first.
        blocks: residual blocks of a `resnet` or a `painter`.
        dropout: share dropped while training.
        strokes_px: reach of the patches in the strokes that a `painter` lays photographs out in before it changes them;
            0: no strokes. The way back has none.
    """

    def __init__(
        self, generator: str, widths: tuple[int, ...], blocks: int, dropout: float = 0.0, strokes_px: int = 0
    ) -> None:
        super().__init__()
        self.size_multiple = 2 ** (len(widths) - 1)

        def build(strokes_px: int = 0) -> PictureGenerator:
            if generator == "painter":
                return PictureGenerator(PainterGenerator(widths, blocks, strokes_px))
            if generator == "unet":
                return PictureGenerator(UNetGenerator(3, 3, widths, dropout))
            return PictureGenerator(ResNetGenerator(3, 3, widths, blocks, dropout))

        self.to_painting, self.to_photo = build(strokes_px), build()

    def forward(self, rgb: Tensor) -> Tensor:
        """Paint photographs: sRGB [N,3,H,W] in 0..1 to the same."""
        return self._between(self.to_painting, rgb)

    def photograph(self, rgb: Tensor) -> Tensor:
        """Turn paintings into photographs: sRGB [N,3,H,W] in 0..1 to the same."""
        return self._between(self.to_photo, rgb)

    @staticmethod
    def _between(generator: nn.Module, rgb: Tensor) -> Tensor:
        answer: Tensor = generator(rgb * 2.0 - 1.0)
        return ((answer + 1.0) / 2.0).clamp(0.0, 1.0)
