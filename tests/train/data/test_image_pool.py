"""The pool of earlier answers."""

import torch

from train.data.image_pool import PicturePool


def _answers(*values: float) -> torch.Tensor:
    return (
        torch.tensor(values, dtype=torch.float32)
        .view(-1, 1, 1, 1)
        .expand(-1, 1, 2, 2)
        .clone()
        .requires_grad_()
    )


def test_until_it_is_full_the_new_ones_are_shown() -> None:
    pool = PicturePool(3, 1, 2)
    shown = pool.exchange(_answers(1, 2, 3), torch.Generator().manual_seed(0))
    assert shown[:, 0, 0, 0].tolist() == [1, 2, 3]
    assert not shown.requires_grad
    assert pool.pictures[:, 0, 0, 0].tolist() == [1, 2, 3]


def test_half_of_what_is_shown_then_is_old_and_each_once() -> None:
    pool, random = PicturePool(10, 1, 2), torch.Generator().manual_seed(0)
    shown = torch.cat(
        [pool.exchange(_answers(*range(step, step + 10)), random) for step in range(0, 2000, 10)]
    )
    order = shown[:, 0, 0, 0].tolist()
    # Beyond those kept from the beginning, which were shown when they came.
    assert len(set(order[10:])) == len(order) - 10
    old = [value != index for index, value in enumerate(order)]
    assert 0.45 < sum(old) / len(old) < 0.55


def test_a_pool_of_none_shows_the_newest() -> None:
    pool, random = PicturePool(0, 1, 2), torch.Generator().manual_seed(0)
    assert pool.exchange(_answers(1, 2), random)[:, 0, 0, 0].tolist() == [1, 2]
    assert pool.exchange(_answers(3, 4), random)[:, 0, 0, 0].tolist() == [3, 4]
