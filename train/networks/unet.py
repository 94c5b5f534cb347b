"""The AdaIN U-Net: five levels, five skip connections, the embedding at every level."""

from torch import Tensor, nn
from torch.nn import functional

from train.networks.blocks import Block, Fusion, GlobalContext


class AdaINUNet(nn.Module):
    """U-Net (Ronneberger et al., 2015) whose blocks take an embedding by AdaIN, in encoder and decoder.

    Level 0 works at the resolution of its input, level i at 1/2**i of it; H and W must be multiples of
    2**(levels - 1). Every level has a skip connection, fused by a 1x1 convolution that also sees the input
    reduced to the size of that level.

    Args:
        inputs: channels of the input.
        outputs: channels of the answer.
        widths: channels of the levels, finest first.
        embedding_size: length of the embedding.
        dropout: share of channels dropped in the decoder while training (none in evaluation).
        photo_path: give every fusion the reduced input, so that absolute brightness is never normalised away.
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        widths: tuple[int, ...],
        embedding_size: int,
        dropout: float = 0.0,
        photo_path: bool = True,
    ) -> None:
        super().__init__()
        self.photo_path = photo_path
        photo = inputs if photo_path else 0
        before = (inputs, *widths[:-1])
        self.encoder = nn.ModuleList(
            Block(narrow, wide, embedding_size) for narrow, wide in zip(before, widths, strict=True)
        )
        deepest = widths[-1]
        self.bottleneck = Block(deepest, deepest, embedding_size, dropout)
        self.context = GlobalContext(deepest)
        deeper = (*widths[1:], deepest)
        self.fusions = nn.ModuleList(
            Fusion(deep, width, photo, width) for deep, width in zip(deeper, widths, strict=True)
        )
        self.decoder = nn.ModuleList(Block(width, width, embedding_size, dropout) for width in widths)
        self.head = nn.Conv2d(widths[0], outputs, 1)
        # Starting from zero, the answer begins as the network's base and is never thrown off it.
        for parameter in self.head.parameters():
            nn.init.zeros_(parameter)

    def forward(self, photo: Tensor, embedding: Tensor) -> tuple[Tensor, Tensor]:
        """Return the answer [N,outputs,H,W] and the deepest features [N,widths[-1],H/16,W/16]."""
        skips, deepest = self.encode(photo, embedding)
        return self.head(self.decode(photo, skips, deepest, embedding)), deepest

    def encode(self, photo: Tensor, embedding: Tensor) -> tuple[list[Tensor], Tensor]:
        """Return the features of every level, finest first, and the deepest ones."""
        skips: list[Tensor] = []
        features = photo
        for level, block in enumerate(self.encoder):
            if level:
                features = functional.avg_pool2d(features, 2)
            features = block(features, embedding)
            skips.append(features)
        return skips, self.context(self.bottleneck(features, embedding))

    def decode(self, photo: Tensor, skips: list[Tensor], deepest: Tensor, embedding: Tensor) -> Tensor:
        """Return what the head is fed with, [N,widths[0],H,W], from what `encode` returned; photo and embedding may be
        others than there."""
        reduced = [photo]
        for _ in skips[1:]:
            reduced.append(functional.avg_pool2d(reduced[-1], 2))
        if not self.photo_path:
            reduced = [plane[:, :0] for plane in reduced]
        features = deepest
        for level in reversed(range(len(skips))):
            features = self.fusions[level](features, skips[level], reduced[level])
            features = self.decoder[level](features, embedding)
        return features
