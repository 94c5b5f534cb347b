"""What the networks promise, and the known faults they must not have."""

import pytest
import torch

from train.core.config import NetworkConfig, RecipeError
from train.core.recipe_files import load_recipe
from train.networks.base import TransferNetwork
from train.networks.blocks import AdaIN
from train.networks.factory import build_network
from train.networks.palette import TABLE_UNIT_AB, PaletteNetwork

WIDTHS = (8, 8, 16, 16, 16)


def _awake(network: TransferNetwork) -> TransferNetwork:
    """A network whose head is no longer zero, as after some training."""
    generator = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=generator) * 0.05)
    return network


@pytest.fixture(params=["palette", "learned"])
def network(request: pytest.FixtureRequest) -> TransferNetwork:
    torch.manual_seed(0)
    learned = 16 if request.param == "palette" else 32
    config = NetworkConfig(
        kind=request.param, widths=WIDTHS, style_widths=(8, 16), learned=learned, dropout=0.2
    )
    return _awake(build_network(config)).eval()


@pytest.fixture
def lab() -> torch.Tensor:
    random = torch.Generator().manual_seed(2)
    lab = torch.rand(3, 3, 64, 96, generator=random) * 60 - 30
    lab[:, :1] = torch.rand(3, 1, 64, 96, generator=random) * 100
    return lab


def test_shapes(network: TransferNetwork, lab: torch.Tensor) -> None:
    prediction = network(lab[:, :1], lab)
    scale = 2 if isinstance(network, PaletteNetwork) else 1
    assert prediction.ab.shape == (3, 2, 64 // scale, 96 // scale)
    assert prediction.embedding.shape == (3, network.embedding_size)
    assert network.embedding_size == 32
    assert prediction.features.shape[1] == network.feature_channels


def test_evaluation_is_deterministic_though_there_is_dropout(
    network: TransferNetwork, lab: torch.Tensor
) -> None:
    first, second = (network(lab[:, :1], lab).ab for _ in range(2))
    assert torch.equal(first, second)
    network.train()
    assert not torch.equal(network(lab[:, :1], lab).ab, network(lab[:, :1], lab).ab)


def test_a_picture_alone_gets_the_answer_it_gets_in_a_batch(
    network: TransferNetwork, lab: torch.Tensor
) -> None:
    together = network(lab[:, :1], lab).ab
    alone = network(lab[1:2, :1], lab[1:2]).ab
    assert (together[1:2] - alone).abs().max() < 1e-3


def test_absolute_brightness_reaches_the_answer(network: TransferNetwork, lab: torch.Tensor) -> None:
    embedding = network.embed(lab)
    flat = torch.full_like(lab[:, :1], 30.0)
    dark, light = (network.predict(flat + shift, embedding).ab for shift in (0.0, 40.0))
    assert (dark - light).abs().mean() > 1e-3


def test_the_embedding_changes_the_answer(network: TransferNetwork, lab: torch.Tensor) -> None:
    embedding = network.embed(lab)
    for entry in range(network.embedding_size):
        moved = embedding.clone()
        moved[:, entry] += 0.5
        difference = network.predict(lab[:, :1], moved).ab - network.predict(lab[:, :1], embedding).ab
        assert difference.abs().mean() > 1e-4, f"entry {entry} is dead"


def test_every_block_of_the_encoder_is_alive(network: TransferNetwork, lab: torch.Tensor) -> None:
    network(lab[:, :1], lab).ab.square().mean().backward()
    for name, parameter in network.named_parameters():
        assert parameter.grad is not None, name
        assert parameter.grad.abs().max() > 0, name


def test_adain_gives_features_the_statistics_of_the_interface() -> None:
    torch.manual_seed(0)
    layer = AdaIN(4, 3)
    embedding = torch.randn(2, 3)
    features = layer(torch.randn(2, 4, 32, 32) * 7 + 5, embedding)
    scale, shift = layer.interface(embedding).chunk(2, dim=1)
    assert torch.allclose(features.mean(dim=(2, 3)), shift, atol=1e-4)
    assert torch.allclose(features.std(dim=(2, 3), correction=0), (1 + scale).abs(), atol=1e-3)


def test_half_of_the_embedding_is_the_colour_table() -> None:
    network = build_network(NetworkConfig(widths=WIDTHS, style_widths=(8, 16)))
    lab = torch.zeros(1, 3, 64, 64)
    lab[:, 0] = torch.linspace(0, 100, 64)
    lab[:, 1], lab[:, 2] = 12.0, -6.0
    table = network.embed(lab)[0, :16].view(8, 2) * TABLE_UNIT_AB
    assert torch.allclose(table, torch.tensor([[12.0, -6.0]]).expand(8, 2), atol=1e-3)


def test_an_untrained_palette_network_lays_down_the_table() -> None:
    network = build_network(NetworkConfig(widths=WIDTHS, style_widths=(8, 16))).eval()
    lightness = torch.rand(1, 1, 64, 64) * 100
    embedding = torch.zeros(1, 32)
    embedding[:, 0:16:2] = 1.0
    ab = network.predict(lightness, embedding).ab
    assert torch.allclose(ab[:, 0], torch.full_like(ab[:, 0], TABLE_UNIT_AB), atol=1e-3)
    assert ab[:, 1].abs().max() < 1e-3


def test_scarce_rgb_has_the_published_size() -> None:
    network = build_network(load_recipe("scarce_rgb").network)
    total = sum(parameter.numel() for parameter in network.parameters())
    encoder = sum(parameter.numel() for parameter in network.style_encoder.parameters())
    assert 3.0e6 < total < 4.0e6
    assert 0.4 < encoder / total < 0.6


def test_an_unknown_network_is_named() -> None:
    with pytest.raises(RecipeError, match="transformer"):
        build_network(NetworkConfig(kind="transformer"))


def test_the_table_can_be_left_out(lab: torch.Tensor) -> None:
    config = NetworkConfig(widths=WIDTHS, style_widths=(8, 16), table_steps=0, learned=32)
    network = build_network(config).eval()
    prediction = network(lab[:, :1], lab)
    assert prediction.embedding.shape == (3, 32)
    assert prediction.ab.abs().max() == 0


def _learned(**settings: int | bool) -> TransferNetwork:
    torch.manual_seed(0)
    config = NetworkConfig(kind="learned", widths=WIDTHS, style_widths=(8, 16), **settings)  # type: ignore[arg-type]
    return _awake(build_network(config)).eval()


def test_a_u_net_alone_does_not_see_its_reference(lab: torch.Tensor) -> None:
    network = _learned(learned=0)
    assert torch.equal(network(lab[:, :1], lab).ab, network(lab[:, :1], lab.flip(0)).ab)
    assert not any(name.startswith("style_encoder") for name, _ in network.named_parameters())


def test_an_answer_in_lab_has_no_rgb_and_follows_the_reference(lab: torch.Tensor) -> None:
    network = _learned(learned=8, lab=True)
    prediction = network(lab[:, :1], lab)
    assert prediction.rgb is None
    assert prediction.ab.shape == (3, 2, 64, 96)
    assert (prediction.ab - network(lab[:, :1], lab.flip(0)).ab).abs().mean() > 1e-4


def test_a_squashed_embedding_lies_between_zero_and_one(lab: torch.Tensor) -> None:
    plain, squashed = (_learned(learned=8, squash=squash).embed(lab) for squash in (False, True))
    assert torch.allclose(torch.sigmoid(plain), squashed, atol=1e-6)


def test_the_shipped_palette_network_keeps_its_parameters_in_their_order() -> None:
    names = [name for name, _ in build_network(load_recipe("palette").network).named_parameters()]
    assert names[0] == "style_encoder.features.0.weight"
    assert names[-1] == "unet.head.bias"
    assert len(names) == 91
