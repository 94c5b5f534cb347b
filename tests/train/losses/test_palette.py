"""Every term of the objective against its definition."""

import math
from pathlib import Path

import pytest
import torch
from torch import Tensor

from train.core.backbones import load_lpips
from train.core.colour import lab_to_srgb, srgb_to_lab
from train.core.config import LossConfig
from train.core.distances import contour_energy, even_angles, sliced_wasserstein
from train.data.batches import Batch
from train.losses.palette import UNIT_AB, Objective, style_apart
from train.networks.base import Prediction


def _batch(selfs: int = 2, foreigns: int = 1, size: int = 32) -> Batch:
    random = torch.Generator().manual_seed(0)
    lab = torch.randn(3, selfs + foreigns, 3, size, size, generator=random) * 10
    lab[:, :, 0] = torch.rand(3, selfs + foreigns, size, size, generator=random) * 100
    return Batch(lab[0], lab[1], lab[2], lab[2][:, :1], selfs)


def _prediction(ab: Tensor) -> Prediction:
    return Prediction(ab, None, torch.zeros(len(ab), 8, 4, 4), torch.zeros(len(ab), 4))


def _terms(config: LossConfig, prediction: Prediction, batch: Batch) -> dict[str, Tensor]:
    objective = Objective(config, 8)
    return objective(prediction, batch, torch.Generator().manual_seed(1))


def test_mse_is_over_self_pairs_only() -> None:
    batch = _batch()
    ab = batch.target[:, 1:].clone()
    ab[batch.self_pairs :] += 50
    terms = _terms(LossConfig(mse=1.0, palette=0.0), _prediction(ab), batch)
    assert float(terms["mse"]) == 0.0
    terms = _terms(LossConfig(mse=1.0, palette=0.0), _prediction(ab + 2 * UNIT_AB), batch)
    assert float(terms["mse"]) == pytest.approx(4.0, rel=1e-4)


def test_the_total_is_the_weighted_sum() -> None:
    batch = _batch()
    terms = _terms(
        LossConfig(mse=0.5, palette=3.0, contour=0.25, bleeding=0.5),
        _prediction(batch.reference[:, 1:]),
        batch,
    )
    expected = 0.5 * terms["mse"] + 3.0 * terms["palette"] + 0.25 * terms["contour"]
    expected += 0.5 * terms["bleeding"]
    assert float(terms["total"]) == pytest.approx(float(expected), rel=1e-5)


def test_an_objective_of_weight_zero_is_not_computed() -> None:
    batch = _batch()
    terms = _terms(LossConfig(mse=1.0, palette=0.0), _prediction(batch.target[:, 1:]), batch)
    assert set(terms) == {"mse", "total"}


def test_wasserstein_of_a_shift_is_its_mean_projection() -> None:
    random = torch.Generator().manual_seed(0)
    samples = torch.randn(1, 2, 500, generator=random) * 20
    shuffled = samples[:, :, torch.randperm(500, generator=random)]
    angles = even_angles(64)
    assert float(sliced_wasserstein(samples, shuffled, angles)) == pytest.approx(0.0, abs=1e-4)
    shifted = shuffled + torch.tensor([3.0, 4.0]).view(1, 2, 1)
    # |shift| times the mean of |cos| over all directions.
    assert float(sliced_wasserstein(samples, shifted, angles)) == pytest.approx(5.0 * 2 / math.pi, rel=1e-2)


def test_palette_compares_foreign_pairs_with_their_painting() -> None:
    batch = _batch()
    same = _terms(LossConfig(mse=0.0, palette=1.0), _prediction(batch.reference[:, 1:]), batch)["palette"]
    moved = _terms(LossConfig(mse=0.0, palette=1.0), _prediction(batch.reference[:, 1:] + 20), batch)[
        "palette"
    ]
    assert float(same) < 0.2
    assert float(moved) > 1.0


def test_entries_that_do_not_vary_are_penalised() -> None:
    batch = _batch(selfs=8, foreigns=0)
    embedding = torch.randn(8, 4, generator=torch.Generator().manual_seed(0))
    config = LossConfig(mse=0.0, palette=0.0, latent=1.0)
    prediction = _prediction(batch.target[:, 1:])
    assert float(_terms(config, prediction._replace(embedding=embedding), batch)["latent"]) == 0.0
    embedding[:, 0] = 0.7
    asleep = _terms(config, prediction._replace(embedding=embedding), batch)["latent"]
    assert float(asleep) == pytest.approx(1 / 4, abs=0.01)


def test_contours_count_where_the_lightness_is_flat() -> None:
    ab = torch.zeros(1, 2, 16, 16)
    ab[:, :, :, 8:] = 30.0
    flat, edged = torch.full((1, 1, 16, 16), 50.0), torch.full((1, 1, 16, 16), 20.0)
    edged[:, :, :, 8:] = 80.0
    assert float(contour_energy(ab, edged)) < 0.05 * float(contour_energy(ab, flat))


@pytest.mark.usefixtures("random_backbones")
def test_lpips_is_zero_for_equal_pictures_only() -> None:
    distance = load_lpips()
    pictures = torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(0)) * 2 - 1
    assert float(distance(pictures, pictures).abs().max()) < 1e-6
    assert float(distance(pictures, pictures.flip(0)).min()) > 1e-3


def test_lpips_takes_every_layer_of_the_backbone(random_backbones: Path) -> None:
    state = torch.load(random_backbones / "squeezenet1_1_features_torchvision.pth", weights_only=True)
    loaded = load_lpips().get_submodule("net").state_dict()
    assert loaded
    for name, value in loaded.items():
        assert torch.equal(value, state["features." + name.split(".", 1)[1]]), name


@pytest.mark.usefixtures("random_backbones")
def test_the_semantic_term_teaches_the_features() -> None:
    batch = _batch(size=64)
    objective = Objective(LossConfig(mse=0.0, palette=0.0, semantic=1.0), 8)
    features = torch.randn(3, 8, 4, 4, requires_grad=True)
    prediction = Prediction(batch.target[:, 1:], None, features, torch.zeros(3, 4))
    before = objective(prediction, batch, torch.Generator())["semantic"]
    before.backward()
    assert objective.semantic is not None
    assert features.grad is not None
    assert features.grad.abs().max() > 0
    assert all(parameter.grad is None for parameter in objective.semantic.backbone.parameters())
    head = torch.optim.Adam(objective.semantic.project.parameters(), lr=1e-2)
    for _ in range(20):
        head.zero_grad()
        loss = objective(prediction, batch, torch.Generator())["semantic"]
        loss.backward()
        head.step()
    assert float(loss.detach()) < 0.8 * float(before.detach())


def test_foreign_pairs_are_compared_with_the_photo_where_asked() -> None:
    batch = _batch()
    ab = batch.target[:, 1:].clone()
    ab[batch.self_pairs :] += 3 * UNIT_AB
    terms = _terms(LossConfig(palette=0.0, foreign_colour=True), _prediction(ab), batch)
    assert float(terms["mse"]) == pytest.approx(9.0 / 3, rel=1e-4)
    rgb = lab_to_srgb(batch.target)
    rgb[batch.self_pairs :] += 0.1
    terms = _terms(LossConfig(palette=0.0, foreign_colour=True), _prediction(ab)._replace(rgb=rgb), batch)
    assert float(terms["mse"]) == pytest.approx(0.01 * UNIT_AB**2 / 3, rel=1e-3)


def test_the_style_term_compares_embeddings_of_answer_and_painting() -> None:
    batch = _batch()
    config = LossConfig(mse=0.0, palette=0.0, style=1.0)

    def embed(lab: Tensor) -> Tensor:
        return lab.mean(dim=(2, 3))

    answer = torch.cat((batch.target[:, :1], batch.reference[:, 1:]), dim=1)
    prediction = _prediction(answer[:, 1:])._replace(embedding=embed(answer))
    objective = Objective(config, 8)
    same = objective(prediction, batch, torch.Generator(), embed)["style"]
    assert float(same) == pytest.approx(0.0, abs=1e-6)
    prediction = prediction._replace(embedding=embed(answer) + 2)
    assert float(objective(prediction, batch, torch.Generator(), embed)["style"]) == pytest.approx(
        4.0, rel=1e-4
    )
    decoded = prediction._replace(ab=answer[:, 1:] + 50, rgb=lab_to_srgb(answer))
    expected = (embed(srgb_to_lab(lab_to_srgb(answer))) - prediction.embedding)[batch.self_pairs :]
    found = objective(decoded, batch, torch.Generator(), embed)["style"]
    assert float(found) == pytest.approx(float(expected.square().mean()), rel=1e-4)


def test_the_style_term_can_be_set_apart() -> None:
    together, alone = style_apart(LossConfig(mse=2.0, lpips=1.0, style=0.5))
    assert (together.mse, together.lpips, together.style) == (2.0, 1.0, 0.0)
    assert alone == LossConfig(mse=0.0, palette=0.0, style=0.5)
