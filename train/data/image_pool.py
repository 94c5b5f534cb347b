"""The pool of earlier answers that a discriminator is shown now and then (Shrivastava et al., 2017, section 2.3)."""

import torch
from torch import Tensor, nn


class PicturePool(nn.Module):
    """Keeps up to `size` answers; once full, every second one asked for is an old one, whose place the new one takes.

    Its pictures are buffers, so that a checkpoint holds them and a run goes on exactly. It keeps what it first sees
    on the processes that see it: with several, a resume gives all of them the leading one's.

    Args:
        size: answers kept, 0 or more.
        channels, side_px: shape of an answer.
    """

    pictures: Tensor
    filled: Tensor

    def __init__(self, size: int, channels: int, side_px: int) -> None:
        super().__init__()
        self.register_buffer("pictures", torch.zeros(size, channels, side_px, side_px))
        self.register_buffer("filled", torch.zeros((), dtype=torch.long))

    @torch.no_grad()
    def exchange(self, answers: Tensor, random: torch.Generator) -> Tensor:
        """Return as many pictures as `answers` [N,C,S,S] holds, new ones and old ones; no gradient passes."""
        size = len(self.pictures)
        shown = answers.detach().clone()
        for index in range(len(shown)):
            filled = int(self.filled)
            # Drawn in any case, so that the size of the pool changes no other random number.
            chance, place = torch.rand(2, generator=random).tolist()
            if filled < size:
                self.pictures[filled] = shown[index]
                self.filled += 1
            elif size and chance < 0.5:
                slot = min(int(place * size), size - 1)
                old = self.pictures[slot].clone()
                self.pictures[slot] = shown[index]
                shown[index] = old
        return shown
