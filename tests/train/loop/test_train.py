"""The loop: it learns, it is resumed exactly, its checkpoints are whole."""

import csv
import dataclasses
import itertools
from pathlib import Path

import pytest
import torch

from train.core.config import LossConfig, OptimConfig, Recipe, RecipeError
from train.core.distributed import Place
from train.data.cache import PictureCache
from train.loop.train import Run, learning_rate
from train.networks.checkpoint import load_checkpoint
from train.networks.weights import load_weights, save_weights

HERE = Place(0, 1, torch.device("cpu"))


def _run(recipe: Recipe, folder: Path, pictures: PictureCache) -> Run:
    folder.mkdir(exist_ok=True)
    return Run(recipe, folder, pictures, pictures, HERE)


def _rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "curves.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_network_learns_one_small_set(recipe: Recipe, pictures: PictureCache, tmp_path: Path) -> None:
    optim = dataclasses.replace(recipe.optim, pictures=8 * 40, learning_rate=5e-3)
    recipe = dataclasses.replace(recipe, optim=optim, jitter=dataclasses.replace(recipe.jitter, share=0.0))
    run = _run(recipe, tmp_path / "run", pictures)
    # The same batch again and again, so that only the weights can change the loss.
    batch = run.batcher.batch(0)
    run.batcher.batch = lambda step: batch  # type: ignore[method-assign]  # noqa: ARG005
    values = [run._take_step(run.trainer.train()) for _ in range(40)]
    assert values[-1]["mse"] < 0.8 * values[0]["mse"]


def test_a_killed_run_goes_on_exactly(recipe: Recipe, pictures: PictureCache, tmp_path: Path) -> None:
    recipe = dataclasses.replace(recipe, network=dataclasses.replace(recipe.network, dropout=0.2))
    straight = _run(recipe, tmp_path / "straight", pictures)
    straight.train()

    killed = _run(recipe, tmp_path / "killed", pictures)

    def stop(run: Run) -> None:
        if run.step == 3:
            raise KeyboardInterrupt

    often = dataclasses.replace(recipe, checkpoint_every_s=0.0)
    killed.recipe = often
    with pytest.raises(KeyboardInterrupt):
        killed.train(stop)
    assert load_checkpoint(killed.checkpoint_path).step == 3
    resumed = _run(recipe, tmp_path / "killed", pictures)
    assert resumed.resume()
    assert resumed.step == 3
    resumed.train()

    first, second = (load_checkpoint(run.checkpoint_path) for run in (straight, resumed))
    for name, value in first.trainer.items():
        assert torch.equal(value, second.trainer[name]), name
    for name, value in first.ema.items():
        assert torch.equal(value, second.ema[name]), name


def test_two_optimisers_take_turns_and_go_on_exactly(
    recipe: Recipe, pictures: PictureCache, tmp_path: Path
) -> None:
    recipe = dataclasses.replace(
        recipe,
        network=dataclasses.replace(recipe.network, kind="learned"),
        loss=LossConfig(palette=0.0, style=1.0),
        optim=dataclasses.replace(recipe.optim, pictures=8 * 7, alternate=2),
    )
    straight = _run(recipe, tmp_path / "straight", pictures)
    values = [straight._take_step(straight.trainer.train()) for _ in range(7)]
    assert [sorted(value) for value in values] == [
        ["style"] if step in {2, 5} else ["gradient_norm", "mse", "total"] for step in range(7)
    ]
    taken = [
        {int(state["step"]) for state in optimizer.state.values()}
        for optimizer in (straight.optimizers["colour"], straight.optimizers["style"])
    ]
    assert taken == [{5}, {2}]

    killed = _run(recipe, tmp_path / "killed", pictures)
    for _ in range(4):
        killed._take_step(killed.trainer.train())
    killed.save()
    resumed = _run(recipe, tmp_path / "killed", pictures)
    assert resumed.resume()
    for _ in range(3):
        resumed._take_step(resumed.trainer.train())
    for name, value in straight.network.state_dict().items():
        assert torch.equal(value, resumed.network.state_dict()[name]), name


def test_a_checkpoint_that_cannot_be_written_leaves_the_one_before(
    recipe: Recipe, pictures: PictureCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = _run(recipe, tmp_path / "run", pictures)
    run.save()
    run.step = 5

    def half_written(content: object, file: object) -> None:
        file.write(b"half")  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(torch, "save", half_written)
    with pytest.raises(OSError, match="No space"):
        run.save()
    assert load_checkpoint(run.checkpoint_path).step == 0


def test_curves_are_cut_where_a_resume_begins(recipe: Recipe, pictures: PictureCache, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    run = _run(recipe, folder, pictures)
    run.train()
    (last,) = _rows(folder)
    assert int(last["step"]) == recipe.optim.steps
    assert float(last["pictures"]) == recipe.optim.pictures
    with (folder / "curves.csv").open("a", encoding="utf-8") as file:
        file.write("9999,1\n")
    longer = dataclasses.replace(
        recipe,
        optim=dataclasses.replace(recipe.optim, pictures=64),
        loss=dataclasses.replace(recipe.loss, bleeding=0.1),
    )
    resumed = _run(longer, folder, pictures)
    resumed.resume()
    resumed.train()
    rows = _rows(folder)
    assert [int(row["step"]) for row in rows] == [6, 8]
    assert [row["bleeding"] == "" for row in rows] == [True, False]


def test_a_checkpoint_of_another_network_is_refused(
    recipe: Recipe, pictures: PictureCache, tmp_path: Path
) -> None:
    _run(recipe, tmp_path / "run", pictures).save()
    wider = dataclasses.replace(recipe, network=dataclasses.replace(recipe.network, learned=5))
    with pytest.raises(RecipeError, match="another network"):
        _run(wider, tmp_path / "run", pictures).resume()


def test_training_goes_on_from_shipped_weights(
    recipe: Recipe, pictures: PictureCache, tmp_path: Path
) -> None:
    first = _run(recipe, tmp_path / "first", pictures)
    first.train()
    model = tmp_path / "model"
    model.mkdir()
    save_weights(model / "weights.safetensors", first.averaged_network(), recipe, first.step)
    second = _run(recipe, tmp_path / "second", pictures)
    second.start_from(model)
    for name, value in first.averaged_network().state_dict().items():
        assert torch.allclose(second.network.state_dict()[name], value, atol=1e-3), name
    network, kept, step = load_weights(model)
    assert kept == recipe
    assert step == recipe.optim.steps
    assert not network.training
    wider = dataclasses.replace(recipe, network=dataclasses.replace(recipe.network, learned=5))
    with pytest.raises(RecipeError, match="another network"):
        _run(wider, tmp_path / "third", pictures).start_from(model)


def test_the_schedule_warms_up_and_cools_down() -> None:
    config = OptimConfig(
        pictures=1000, self_pairs=8, foreign_pairs=2, learning_rate=1.0, warmup_pictures=100, cooldown=0.5
    )
    rates = [learning_rate(config, step) for step in range(config.steps)]
    assert rates[0] == pytest.approx(0.1)
    assert rates[20] == rates[49] == 1.0
    assert rates[-1] < 0.02
    assert all(later <= earlier for earlier, later in itertools.pairwise(rates[49:]))


def test_a_straight_cool_down_falls_by_equal_steps() -> None:
    config = OptimConfig(
        pictures=100,
        self_pairs=1,
        foreign_pairs=0,
        learning_rate=1.0,
        warmup_pictures=0,
        cooldown=0.5,
        decay="linear",
    )
    rates = [learning_rate(config, step) for step in range(config.steps)]
    assert rates[:51] == [1.0] * 51
    assert rates[75] == pytest.approx(0.5)
    assert rates[99] == pytest.approx(0.02)


def test_a_checkpoint_of_one_optimiser_by_its_old_name_is_taken_up(
    recipe: Recipe, pictures: PictureCache, tmp_path: Path
) -> None:
    run = _run(recipe, tmp_path / "run", pictures)
    run._take_step(run.trainer.train())
    run.save()
    content = torch.load(run.checkpoint_path, weights_only=True)
    for name in ("objective", "adversarial"):
        del content["recipe"][name]
    torch.save(
        content | {"optimizer": content.pop("optimizers")["colour"], "style_optimizer": None},
        run.checkpoint_path,
    )
    resumed = _run(recipe, tmp_path / "run", pictures)
    assert resumed.resume()
    for one in (run, resumed):
        one._take_step(one.trainer.train())
    for name, value in run.network.state_dict().items():
        assert torch.equal(value, resumed.network.state_dict()[name]), name
