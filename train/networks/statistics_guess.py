"""The palette network without a painting: it guesses from the grey which embedding a painting would have given it."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.data.colour_rebalancing import gamut_centres
from train.networks.auto import AutoNetwork
from train.networks.base import Prediction
from train.networks.colour_table import apply_table, lightness_rank
from train.networks.palette import INPUT_UNIT_AB, TABLE_UNIT_AB, PaletteNetwork
from train.networks.unet import AdaINUNet

# Spread of the distribution that a new network gives around its one colour (ab units): that of its usual error.
_SPREAD_AB = 15.0


class CellHead(nn.Module):
    """A distribution over the cells of ab around one colour, and the colour that is made of it (Zhang et al., 2016).

    The logits are those of a Gaussian around the one colour plus what a convolution adds, which starts from zero.

    Args:
        channels: of the features.
        temperature: by which the logits are divided before their mean is taken (eq. 5, the annealed mean).
        rarity: power of the cells' weights (eq. 4) by which they are preferred there: 0 takes cells as likely as they
            are, 1 as if all colours were equally frequent.
    """

    def __init__(self, channels: int, temperature: float, rarity: float) -> None:
        super().__init__()
        self.temperature, self.rarity = temperature, rarity
        self.centres = nn.Buffer(gamut_centres(), persistent=False)
        self.weights = nn.Buffer(torch.ones(len(self.centres)))
        self.more = nn.Conv2d(channels, len(self.centres), 1)
        for parameter in self.more.parameters():
            nn.init.zeros_(parameter)

    def forward(self, features: Tensor, ab: Tensor) -> Tensor:
        """Return logits [N,Q,h,w] of features [N,channels,h,w] and the one colour ab [N,2,h,w]."""
        logits: Tensor = self.more(features).float()
        weight = (self.centres / _SPREAD_AB**2)[:, :, None, None]
        bias = -self.centres.square().sum(dim=1) / (2.0 * _SPREAD_AB**2)
        return logits + functional.conv2d(ab, weight, bias)

    def colour(self, logits: Tensor) -> Tensor:
        """Return the ab [N,2,h,w] of a distribution."""
        preferred = logits + self.rarity * self.weights.log()[:, None, None]
        return _mean_under(preferred / self.temperature, self.centres.T)

    def spread(self, logits: Tensor) -> Tensor:
        """Return the standard deviation of a distribution, [N,1,h,w], ab units."""
        moments = torch.cat((self.centres.T, self.centres.square().sum(dim=1)[None]))
        found = _mean_under(logits, moments)
        return (found[:, 2:] - found[:, :2].square().sum(dim=1, keepdim=True)).clamp_min(0.0).sqrt()


def _mean_under(logits: Tensor, values: Tensor) -> Tensor:
    """Mean [N,M,h,w] of the values [M,Q] of cells under the softmax of logits [N,Q,h,w].

    Divided by the sum of likelihoods only at the end: ONNX Runtime's Softmax over any axis but the last one takes a
    third of the whole network's time.
    """
    likelihood = torch.exp(logits - logits.amax(dim=1, keepdim=True))
    weighted = torch.cat((values, torch.ones_like(values[:1])))
    sums = functional.conv2d(likelihood, weighted[:, :, None, None])
    return sums[:, :-1] / sums[:, -1:]


class GuessNetwork(AutoNetwork):
    """The colorizer of `PaletteNetwork`, whose embedding is guessed from its own deepest features.

    The encoder of the U-Net is run under one average embedding; from mean and spread of the deepest features a small
    head guesses by how much this photograph's differs; table and decoder take the sum. The head starts from zero, so
    that a network which begins with the weights of a palette model begins as that model under the average embedding.

    Args:
        widths: channels of the U-Net's levels, finest first.
        table_steps: steps of lightness rank in the table.
        learned: learned numbers of the embedding.
        dropout: share of channels dropped in the decoder while training: the noise of the conditional GAN.
        cells: what makes one colour of a distribution; None: the network answers by one colour.
    """

    def __init__(
        self,
        widths: tuple[int, ...],
        table_steps: int = 8,
        learned: int = 16,
        dropout: float = 0.0,
        cells: CellHead | None = None,
    ) -> None:
        super().__init__()
        self.table_steps = table_steps
        self.size_multiple = 2 ** len(widths)
        self.feature_channels = deepest = widths[-1]
        entries = 2 * table_steps + learned
        self.average = nn.Parameter(torch.zeros(entries))
        self.unet = AdaINUNet(7, 2, widths, entries, dropout)
        self.guess = nn.Sequential(
            nn.LayerNorm(2 * deepest), nn.Linear(2 * deepest, deepest), nn.ReLU(), nn.Linear(deepest, entries)
        )
        for parameter in self.guess[-1].parameters():
            nn.init.zeros_(parameter)
        self.cells = cells

    @torch.no_grad()
    def begin_as(self, palette: PaletteNetwork, average: Tensor) -> None:
        """Become a palette network of the same widths under one embedding [E].

        Raises:
            RuntimeError: the networks differ in shape.
        """
        self.unet.load_state_dict(palette.unet.state_dict())
        self.average.copy_(average)

    def predict(self, lightness: Tensor, embedding: Tensor) -> Prediction:
        """Colour photos given as L* [N,1,H,W]; the ab of the prediction has half their height and width."""
        with torch.autocast(lightness.device.type, enabled=False):
            lightness = lightness.float()
            rank = lightness_rank(functional.avg_pool2d(lightness, 2))
            samples = torch.cat(
                (functional.pixel_unshuffle(lightness / 50.0 - 1.0, 2), rank * 2.0 - 1.0), dim=1
            )
        average = self.average.expand(len(lightness), -1)
        skips, deepest = self.unet.encode(self._photo(samples, self._base(rank, average)), average)
        guessed = average + self._guess(deepest).float()
        base = self._base(rank, guessed)
        features = self.unet.decode(self._photo(samples, base), skips, deepest, guessed)
        ab = base + self.unet.head(features).float() * INPUT_UNIT_AB
        if self.cells is None:
            return Prediction(ab, None, deepest, embedding)
        logits = self.cells(features, ab)
        return Prediction(self.cells.colour(logits), None, deepest, embedding, logits)

    def _guess(self, deepest: Tensor) -> Tensor:
        mean = deepest.mean(dim=(2, 3))
        spread = ((deepest - mean[:, :, None, None]).square().mean(dim=(2, 3)) + 1e-4).sqrt()
        difference: Tensor = self.guess(torch.cat((mean, spread), dim=1))
        return difference

    def _base(self, rank: Tensor, embedding: Tensor) -> Tensor:
        with torch.autocast(rank.device.type, enabled=False):
            table = embedding[:, : 2 * self.table_steps].float()
            return apply_table(table.reshape(-1, self.table_steps, 2) * TABLE_UNIT_AB, rank)

    @staticmethod
    def _photo(samples: Tensor, base: Tensor) -> Tensor:
        return torch.cat((samples, base / INPUT_UNIT_AB), dim=1)
