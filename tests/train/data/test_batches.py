"""Batches: decided by seed and step alone, shared by processes, jittered jointly."""

import dataclasses

import pytest
import torch

from train.core.config import DegradeConfig, JitterConfig, Recipe
from train.data.batches import Batcher, PictureStore
from train.data.cache import PictureCache
from train.data.colour_jitter import apply_jitter, draw_jitter


@pytest.fixture
def store(pictures: PictureCache) -> PictureStore:
    return PictureStore(pictures.pixels, torch.device("cpu"))


def test_a_step_always_has_the_same_batch(recipe: Recipe, store: PictureStore) -> None:
    first, second = (Batcher(recipe, store, store).batch(7) for _ in range(2))
    assert torch.equal(first.target, second.target)
    assert torch.equal(first.reference, second.reference)
    assert not torch.equal(first.target, Batcher(recipe, store, store).batch(8).target)


def test_processes_share_the_rows_of_one_batch(recipe: Recipe, store: PictureStore) -> None:
    recipe = dataclasses.replace(recipe, degrade=DegradeConfig(share=0.5))
    whole = Batcher(recipe, store, store).batch(3)
    parts = [Batcher(recipe, store, store, rank, 2).batch(3) for rank in range(2)]
    for name in ("target", "reference", "natural", "seen"):
        selfs = torch.cat([getattr(part, name)[: part.self_pairs] for part in parts])
        foreigns = torch.cat([getattr(part, name)[part.self_pairs :] for part in parts])
        assert torch.allclose(torch.cat((selfs, foreigns)), getattr(whole, name), atol=1e-4)


def test_a_batch_that_cannot_be_shared_is_refused(recipe: Recipe, store: PictureStore) -> None:
    with pytest.raises(ValueError, match="multiples of the 3"):
        Batcher(recipe, store, store, 0, 3)


def test_pictures_come_in_the_order_asked_for(store: PictureStore, pictures: PictureCache) -> None:
    taken = store.take(torch.tensor([2, 0, 2]))
    assert torch.equal(taken[0], taken[2])
    assert torch.equal(
        (taken[1] * 255).round().byte().permute(1, 2, 0), torch.from_numpy(pictures.pixels[0].copy())
    )


def test_jitter_moves_target_and_reference_alike_and_leaves_the_lightness(
    recipe: Recipe, store: PictureStore
) -> None:
    jittered = dataclasses.replace(recipe, jitter=JitterConfig(share=1.0))
    plain = dataclasses.replace(recipe, jitter=JitterConfig(share=0.0))
    with_jitter, without = (Batcher(kind, store, store).batch(1) for kind in (jittered, plain))
    selfs = with_jitter.self_pairs
    assert torch.equal(with_jitter.natural, without.natural)
    assert torch.equal(with_jitter.target[:, :1], without.target[:, :1])
    assert not torch.equal(with_jitter.target[:selfs], without.target[:selfs])
    assert torch.equal(with_jitter.reference[selfs:], without.reference[selfs:])
    # The same affine map took both: fit it on the target, apply it to the reference.
    for row in range(selfs):
        before = without.target[row, 1:].flatten(1)
        ones = torch.ones(1, before.shape[1])
        fitted = torch.linalg.lstsq(
            torch.cat((before, ones)).T, with_jitter.target[row, 1:].flatten(1).T
        ).solution
        moved = fitted.T @ torch.cat((without.reference[row, 1:].flatten(1), ones))
        assert (moved - with_jitter.reference[row, 1:].flatten(1)).abs().max() < 0.05


def test_the_share_of_jittered_pairs_is_kept() -> None:
    random = torch.Generator().manual_seed(0)
    maps = draw_jitter(JitterConfig(share=0.3), 2000, random)
    untouched = (maps == torch.eye(2, 3)).flatten(1).all(dim=1).float().mean()
    assert abs(float(untouched) - 0.7) < 0.04


def test_a_turn_by_a_right_angle() -> None:
    quarter = torch.tensor([[[0.0, -1.0, 0.0], [1.0, 0.0, 0.0]]])
    lab = torch.tensor([50.0, 10.0, 3.0]).view(1, 3, 1, 1)
    assert apply_jitter(lab, quarter).flatten().tolist() == [50.0, -3.0, 10.0]
