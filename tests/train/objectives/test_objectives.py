"""pix2pix and CycleGAN in the one loop: their equations, what a step does, and exact resumes."""

import csv
import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from train.core.colour import lab_to_srgb
from train.core.config import AdversarialConfig, Recipe, RecipeError
from train.core.distributed import Place
from train.core.recipe_files import load_recipe
from train.data.batches import Batch
from train.data.cache import PictureCache
from train.data.colour_rebalancing import cell_of, gamut_centres
from train.loop.experiments import train_recipe
from train.loop.train import Run
from train.networks.auto import AB_RANGE
from train.networks.checkpoint import load_checkpoint
from train.networks.factory import repainting
from train.networks.weights import load_any_weights, load_weights, save_weights
from train.objectives.cyclegan import GENERATORS, PAINTINGS, PHOTOS, cycle_loss, identity_loss
from train.objectives.pix2pix import DISCRIMINATOR, GENERATOR, class_loss, l1_loss

HERE = Place(0, 1, torch.device("cpu"))
TINY = [
    "bf16=false",
    "compile=false",
    "network.widths=[4, 8, 8]",
    "network.blocks=1",
    "network.patch_width=4",
    "data.cache_px=48",
    "data.crop_px=32",
    "data.validation_px=40",
]


def _recipe(name: str, pictures: int, *changes: str) -> Recipe:
    pairs = "optim.foreign_pairs=2" if name.startswith("repaint") else "optim.self_pairs=2"
    return load_recipe(name, [*TINY, pairs, f"optim.pictures={pictures}", *changes])


def _run(recipe: Recipe, folder: Path, pictures: PictureCache) -> Run:
    folder.mkdir(exist_ok=True)
    return Run(recipe, folder, pictures, pictures, HERE)


def _batch(run: Run) -> Batch:
    return run.batcher.batch(0)


def test_l1_is_the_mean_absolute_error_over_the_range_of_ab() -> None:
    ab, truth = torch.tensor([11.0, -22.0]).view(1, 2, 1, 1), torch.tensor([0.0, 22.0]).view(1, 2, 1, 1)
    assert float(l1_loss(ab, truth)) == pytest.approx((11 + 44) / 2 / AB_RANGE)


def test_a_rare_colour_counts_by_its_weight() -> None:
    truth = torch.zeros(1, 2, 1, 2)
    truth[:, :, :, 1] = 50.0
    weights = torch.ones(529)
    weights[int(cell_of(truth)[0, 0, 0, 1])] = 5.0
    grey_only, rare_only = truth.clone(), truth.clone()
    grey_only[:, :, :, 0] += AB_RANGE
    rare_only[:, :, :, 1] += AB_RANGE
    assert float(l1_loss(grey_only, truth, weights)) == pytest.approx(0.5)
    assert float(l1_loss(rare_only, truth, weights)) == pytest.approx(2.5)


def test_the_class_loss_is_the_cross_entropy_of_the_cells_around_the_truth() -> None:
    centres = gamut_centres()
    truth = torch.tensor([5.0, 0.0]).view(1, 2, 1, 1)
    logits = torch.randn(1, len(centres), 1, 1, generator=torch.Generator().manual_seed(0))
    shares = torch.log_softmax(logits[0, :, 0, 0], dim=0)
    around = [
        int((centres == torch.tensor(place)).all(dim=1).nonzero()) for place in ((0.0, 0.0), (10.0, 0.0))
    ]
    expected = -0.5 * float(shares[around[0]] + shares[around[1]])
    assert float(class_loss(logits, truth)) == pytest.approx(expected, rel=1e-4)
    weights = torch.ones(529) * 3
    assert float(class_loss(logits, truth, weights)) == pytest.approx(3 * expected, rel=1e-4)


def test_the_cycle_is_closed_by_an_inverse_and_by_nothing_else() -> None:
    pictures = torch.rand(2, 3, 8, 8) * 2 - 1

    def negative(rgb: Tensor) -> Tensor:
        return -0.5 * rgb

    def back(rgb: Tensor) -> Tensor:
        return rgb / -0.5

    loss, answer = cycle_loss(negative, back, pictures)
    assert float(loss) < 1e-6
    assert torch.equal(answer, negative(pictures))
    loss, _ = cycle_loss(negative, negative, pictures)
    assert float(loss) == pytest.approx(float((0.75 * pictures).abs().mean()), rel=1e-5)
    assert float(identity_loss(negative, pictures)) == pytest.approx(
        float((1.5 * pictures).abs().mean()), rel=1e-5
    )


def test_small_errors_of_the_cycle_count_by_their_square_where_there_is_slack() -> None:
    pictures = torch.rand(1, 3, 8, 8)

    def brighter(rgb: Tensor) -> Tensor:
        return rgb + 0.1

    def far(rgb: Tensor) -> Tensor:
        return rgb + 0.5

    def stay(rgb: Tensor) -> Tensor:
        return rgb

    assert float(cycle_loss(brighter, stay, pictures, 0.2)[0]) == pytest.approx(0.1**2 / 0.4, rel=1e-4)
    assert float(cycle_loss(far, stay, pictures, 0.2)[0]) == pytest.approx(0.5 - 0.1, rel=1e-4)


def test_the_total_of_pix2pix_is_its_equation(pictures: PictureCache, tmp_path: Path) -> None:
    run = _run(_recipe("auto", 8, "adversarial.gan=0.5", "adversarial.l1=7"), tmp_path, pictures)
    random = torch.Generator()
    terms = run.trainer(_batch(run), random, GENERATOR)
    assert set(terms) == {"gan", "l1", "total"}
    assert float(terms["total"].detach()) == pytest.approx(
        0.5 * float(terms["gan"].detach()) + 7 * float(terms["l1"].detach())
    )


def test_the_total_of_cyclegan_is_its_equation(pictures: PictureCache, tmp_path: Path) -> None:
    run = _run(_recipe("repaint", 8, "adversarial.gan=2", "adversarial.cycle=3"), tmp_path, pictures)
    terms = run.trainer(_batch(run), torch.Generator(), GENERATORS)
    found = {name: float(value.detach()) for name, value in terms.items()}
    expected = sum(
        weight * (found[f"{term}_photos"] + found[f"{term}_paintings"])
        for term, weight in (("gan", 2.0), ("cycle", 3.0), ("identity", 5.0))
    )
    assert found["total"] == pytest.approx(expected, rel=1e-5)


@pytest.mark.usefixtures("random_backbones")
def test_textures_are_asked_for_of_those_who_see_features(pictures: PictureCache, tmp_path: Path) -> None:
    changes = ("adversarial.texture=3", "adversarial.cycle=2", "adversarial.calm=5")
    run = _run(_recipe("repaint_quick", 8, *changes), tmp_path, pictures)
    terms = run.trainer(_batch(run), torch.Generator().manual_seed(0), GENERATORS)
    found = {name: float(value.detach()) for name, value in terms.items()}
    expected = 2 * (found["cycle_photos"] + found["cycle_paintings"])
    expected += found["gan_photos"] + found["gan_paintings"] + 3 * found["texture"] + 5 * found["calm"]
    assert found["texture"] > 0
    assert found["calm"] > 0
    assert found["total"] == pytest.approx(expected, rel=1e-5)
    blind = _run(_recipe("repaint", 8, "adversarial.texture=3"), tmp_path / "blind", pictures)
    with pytest.raises(RecipeError, match="critic = features"):
        blind.trainer(_batch(blind), torch.Generator(), GENERATORS)


@pytest.mark.parametrize(
    ("name", "turn", "moved"),
    [
        ("auto", GENERATOR, "network."),
        ("auto", DISCRIMINATOR, "discriminator."),
        ("repaint", GENERATORS, "network."),
        ("repaint", PAINTINGS, f"discriminators.{PAINTINGS}."),
        ("repaint", PHOTOS, f"discriminators.{PHOTOS}."),
        ("repaint_quick", GENERATORS, "network."),
        ("repaint_quick", PAINTINGS, f"discriminators.{PAINTINGS}.judges."),
    ],
)
@pytest.mark.usefixtures("random_backbones")
def test_a_turn_moves_its_own_parameters_alone(
    name: str, turn: str, moved: str, pictures: PictureCache, tmp_path: Path
) -> None:
    run = _run(_recipe(name, 8), tmp_path, pictures)
    batch, random = _batch(run), torch.Generator().manual_seed(0)
    trainer = run.trainer.train()
    # The discriminators judge what the generators have just answered.
    trainer(batch, random, run.trainer.turns(0)[0])
    before = {key: value.detach().clone() for key, value in trainer.named_parameters()}
    learning = {key for key, value in trainer.named_parameters() if value.requires_grad}
    run._take_turn(trainer, turn, batch, random)
    changed = {key for key, value in trainer.named_parameters() if not torch.equal(value, before[key])}
    assert changed
    assert all(key.startswith(moved) for key in changed)
    # What stood still for this turn is not left so; a backbone never learns.
    assert learning == {key for key, value in trainer.named_parameters() if value.requires_grad}
    assert all(key in learning or ".backbone." in key for key in before)


@pytest.mark.usefixtures("random_backbones")
def test_judges_of_features_pull_a_painter_out_of_the_identity(
    pictures: PictureCache, tmp_path: Path
) -> None:
    dark = PictureCache((np.asarray(pictures.pixels) // 4), pictures.sources)
    # Without strokes it starts as the identity, and the judges alone say where it goes.
    changes = ["network.strokes_px=0", "adversarial.calm=0.0", "adversarial.texture=2.0"]
    changes += ["optim.learning_rate=5e-3", "optim.warmup_pictures=0"]
    recipe = _recipe("repaint_quick", 1000, *changes)
    (tmp_path / "run").mkdir()
    run = Run(recipe, tmp_path / "run", pictures, dark, HERE)
    photos = torch.from_numpy(pictures.pixels[:4].copy()).permute(0, 3, 1, 2).float() / 255
    assert torch.allclose(repainting(run.network)(photos), photos, atol=1e-6)
    for _ in range(60):
        run._take_step(run.trainer.train())
    with torch.no_grad():
        painted = repainting(run.network.eval())(photos)
    assert float(painted.mean()) < 0.8 * float(photos.mean())


def test_photographs_are_shown_in_odd_colours_and_judged_in_their_own(
    pictures: PictureCache, tmp_path: Path
) -> None:
    run = _run(_recipe("repaint", 8, "jitter.share=1.0", "jitter.hue_deg=0.0"), tmp_path, pictures)
    seen: dict[str, list[Tensor]] = {"painter": [], "judge": []}
    network, judge = run.trainer.network, run.trainer.get_submodule(f"discriminators.{PHOTOS}")
    repainting(network).to_painting.register_forward_pre_hook(
        lambda _, given: seen["painter"].append(given[0])
    )
    batch, random = _batch(run), torch.Generator().manual_seed(0)
    run.trainer(batch, random, GENERATORS)
    judge.register_forward_pre_hook(lambda _, given: seen["judge"].append(given[0]))
    run.trainer(batch, random, PHOTOS)
    own = lab_to_srgb(batch.natural) * 2 - 1
    assert torch.equal(seen["judge"][0], own)
    assert not torch.allclose(seen["painter"][0], own, atol=0.02)


@pytest.mark.parametrize("form", ["least_squares", "hinge", "cross_entropy"])
def test_gan_steps_lower_the_l1_part_on_one_batch(form: str, pictures: PictureCache, tmp_path: Path) -> None:
    changes = (f"adversarial.form={form}", "network.dropout=0.0", "optim.learning_rate=2e-3")
    run = _run(_recipe("auto", 1000, *changes), tmp_path, pictures)
    batch = _batch(run)
    run.batcher.batch = lambda step: batch  # type: ignore[method-assign]  # noqa: ARG005
    values = [run._take_step(run.trainer.train()) for _ in range(30)]
    assert values[-1]["l1"] < 0.8 * values[0]["l1"]
    assert values[0]["gan"] != values[-1]["gan"]


def test_without_the_gan_term_there_is_no_discriminator_to_train(
    pictures: PictureCache, tmp_path: Path
) -> None:
    run = _run(_recipe("auto_l1", 8), tmp_path, pictures)
    assert set(run._take_step(run.trainer.train())) == {"l1", "total", "gradient_norm"}


def test_the_cycle_of_a_trained_pair_closes(pictures: PictureCache, tmp_path: Path) -> None:
    run = _run(_recipe("repaint", 1000, "optim.learning_rate=2e-3"), tmp_path, pictures)
    batch = _batch(run)
    run.batcher.batch = lambda step: batch  # type: ignore[method-assign]  # noqa: ARG005
    values = [run._take_step(run.trainer.train()) for _ in range(40)]
    for term in ("cycle_photos", "cycle_paintings"):
        assert values[-1][term] < 0.8 * values[0][term]


@pytest.mark.usefixtures("random_backbones")
@pytest.mark.parametrize(
    ("name", "optimizers"),
    [("auto_rebalanced", 2), ("repaint", 3), ("repaint_unet", 3), ("repaint_quick", 3)],
)
def test_a_killed_run_goes_on_exactly_with_all_its_optimisers(
    name: str, optimizers: int, pictures: PictureCache, tmp_path: Path
) -> None:
    # A pool that is full before the kill, so that what it gives back matters.
    recipe = _recipe(name, 12, "adversarial.pool=3", "network.dropout=0.3")
    straight = _run(recipe, tmp_path / "straight", pictures)
    straight.train()
    killed = _run(recipe, tmp_path / "killed", pictures)
    for _ in range(3):
        killed._take_step(killed.trainer.train())
    killed.save()
    resumed = _run(recipe, tmp_path / "killed", pictures)
    assert resumed.resume()
    assert resumed.step == 3
    resumed.train()
    first, second = (load_checkpoint(run.checkpoint_path) for run in (straight, resumed))
    assert len(second.optimizers) == optimizers
    assert first.trainer.keys() == second.trainer.keys()
    for key, value in first.trainer.items():
        assert torch.equal(value, second.trainer[key]), key
    for key, value in first.ema.items():
        assert torch.equal(value, second.ema[key]), key
    for key, state in first.optimizers.items():
        for index, moments in state["state"].items():
            for moment, value in moments.items():
                assert torch.equal(value, second.optimizers[key]["state"][index][moment]), (key, moment)
    if name == "repaint":
        assert int(second.trainer[f"pools.{PAINTINGS}.filled"]) == 3


def test_a_run_of_another_objective_is_refused(pictures: PictureCache, tmp_path: Path) -> None:
    recipe = _recipe("auto", 8)
    _run(recipe, tmp_path / "run", pictures).save()
    with pytest.raises(RecipeError, match="another network"):
        _run(dataclasses.replace(recipe, objective="palette"), tmp_path / "run", pictures).resume()


def test_weights_of_every_kind_are_kept_and_begun_with(pictures: PictureCache, tmp_path: Path) -> None:
    recipe = _recipe("repaint", 8)
    run = _run(recipe, tmp_path / "run", pictures)
    path = tmp_path / "weights.safetensors"
    save_weights(path, run.averaged_network(), recipe, 2)
    network, kept, _ = load_any_weights(path)
    assert kept == recipe
    other = _run(dataclasses.replace(recipe, seed=5), tmp_path / "other", pictures)
    other.start_from(path)
    for key, value in network.state_dict().items():
        assert torch.equal(other.network.state_dict()[key], value), key
    with pytest.raises(RecipeError, match="repaint"):
        load_weights(path)


def test_the_palette_objective_needs_no_adversary(
    recipe: Recipe, pictures: PictureCache, tmp_path: Path
) -> None:
    assert recipe.adversarial == AdversarialConfig()
    run = _run(recipe, tmp_path / "run", pictures)
    assert set(run.optimizers) == {"colour"}


@pytest.fixture
def folders(tmp_path: Path, pictures: PictureCache) -> Path:
    kinds = ("berry", "bird", "dog", "flower", "other")
    for index, kind in enumerate(kinds):
        for part in ("train", "test"):
            place = tmp_path / "data" / "classes" / part / kind
            place.mkdir(parents=True)
            Image.fromarray(np.asarray(pictures.pixels[index % 4])).save(place / "one.png")
    paintings = tmp_path / "data" / "paintings"
    paintings.mkdir()
    for index in range(3):
        Image.fromarray(np.asarray(pictures.pixels[index])).save(paintings / f"{index}.png")
    listing = "file,style\n0.png,Impressionism\n1.png,Baroque\n2.png,Impressionism\n"
    (paintings / "listing.csv").write_text(listing, encoding="utf-8")
    return tmp_path


_PHOTOS = ["data.photos=['classes/train']", "data.validation_photos=['classes/test']"]
# Answers have half the size, of which a PatchGAN needs 32 px.
_LARGER = ["data.crop_px=64"]
_PAINTINGS = [
    "data.paintings=['paintings#style=Impressionism']",
    "data.validation_paintings=['paintings#style=Impressionism']",
]


@pytest.mark.parametrize(
    ("name", "changes", "measure", "terms"),
    [
        ("auto", _PHOTOS, "psnr_db", {"gan", "l1", "discriminator_real", "discriminator_fake"}),
        ("auto_hinge", _PHOTOS, "colourfulness_ratio", {"gan", "l1", "discriminator"}),
        ("auto_l1", _PHOTOS, "psnr_of_gray_db", {"l1"}),
        ("auto_rebalanced", _PHOTOS, "ab_mse", {"gan", "l1"}),
        ("auto_classes", [], "psnr_db", {"gan", "l1"}),
        ("auto_warm", [*_PHOTOS, *_LARGER], "psnr_db", {"gan", "l1", "semantic", "discriminator"}),
        ("auto_warm_l1", _PHOTOS, "psnr_db", {"l1", "semantic"}),
        ("auto_warm_rebalanced", _PHOTOS, "psnr_db", {"l1", "semantic"}),
        ("auto_warm_classes", _PHOTOS, "psnr_db", {"classes", "semantic"}),
        ("repaint", _PHOTOS + _PAINTINGS, "cycle_photos_db", {"cycle_photos", PAINTINGS, PHOTOS}),
        ("repaint_unet", _PHOTOS + _PAINTINGS, "cycle_paintings_db", {"identity_photos", "gan_paintings"}),
        ("repaint_quick", _PHOTOS + _PAINTINGS, "painted_db", {"gan_photos", f"{PHOTOS}_fake"}),
    ],
)
@pytest.mark.usefixtures("random_backbones")
def test_every_recipe_runs_two_steps(
    name: str, changes: list[str], measure: str, terms: set[str], folders: Path
) -> None:
    recipe = _recipe(name, 4, *changes)
    out = folders / "run"
    train_recipe(recipe, out, folders / "data", folders / "cache")
    checkpoint = load_checkpoint(out / "checkpoint.pt")
    assert checkpoint.step == 2
    with (out / "curves.csv").open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert terms | {"total", "gradient_norm", "learning_rate"} <= set(row)
    assert all(np.isfinite(float(row[term])) for term in terms)
    assert list((out / "tensorboard").iterdir())
    with (out / "validation.csv").open(newline="", encoding="utf-8") as file:
        (scores,) = csv.DictReader(file)
    assert np.isfinite(float(scores[measure]))
    with Image.open(out / "samples" / "0000002.png") as sheet:
        assert sheet.width > 3 * 48
    assert (out / "curves.png").exists()
