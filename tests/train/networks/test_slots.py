"""The colour table over learned slots."""

import torch

from train.networks.efficientnet_lite import EfficientNetLite0
from train.networks.feature_decoder import PHOTO_CHANNELS
from train.networks.slots import SemanticSlots, apply_slots, measure_slots


def test_shares_add_up_to_one_at_every_place() -> None:
    random = torch.Generator().manual_seed(0)
    seen = [
        torch.randn(2, channels, 64 // stride, 96 // stride, generator=random)
        for channels, stride in zip(EfficientNetLite0.channels, (4, 8, 16, 32), strict=True)
    ]
    photo = torch.randn(2, PHOTO_CHANNELS, 16, 24, generator=random)
    shares = SemanticSlots(5, width=16)(photo, seen).detach()
    assert shares.shape == (2, 5, 8, 12)
    assert (shares > 0).all()
    assert torch.allclose(shares.sum(dim=1), torch.ones(2, 8, 12))
    assert float(shares.std()) > 0.01


def test_measured_colours_come_back() -> None:
    shares = torch.zeros(1, 3, 8, 8)
    shares[:, 0, :, :4], shares[:, 1, :, 4:] = 1.0, 1.0
    residual = torch.zeros(1, 2, 8, 8)
    residual[:, 0, :, :4], residual[:, 1, :, 4:] = 20.0, -30.0
    table = measure_slots(shares, residual)
    assert table.shape == (1, 3, 2)
    # Drawn towards zero by one share in a hundred of the places, so by one in fifty of a half.
    assert torch.allclose(apply_slots(table, shares), residual / 1.02, atol=1e-4)


def test_an_absent_slot_says_nothing_and_a_rare_one_little() -> None:
    shares = torch.zeros(1, 3, 10, 10)
    shares[:, 0] = 1.0
    shares[:, 0, 0, 0], shares[:, 1, 0, 0] = 0.0, 1.0
    residual = torch.full((1, 2, 10, 10), 40.0)
    table = measure_slots(shares, residual)[0]
    assert torch.equal(table[2], torch.zeros(2))
    assert torch.allclose(table[1], torch.full((2,), 20.0))
    assert float(table[0].min()) > 39.0


def test_a_slot_takes_colours_by_thing_and_not_by_place() -> None:
    shares = torch.softmax(torch.randn(1, 4, 6, 6, generator=torch.Generator().manual_seed(0)), dim=1)
    residual = torch.randn(1, 2, 6, 6, generator=torch.Generator().manual_seed(1))
    assert torch.allclose(
        measure_slots(shares.flip(3), residual.flip(3)), measure_slots(shares, residual), atol=1e-6
    )
