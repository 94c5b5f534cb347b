"""Recipes: training configurations, kept in every checkpoint."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_type_hints

_FORMER_TERMS = frozenset({"joint", "unrest"})  # of the loss, that earlier weights were trained with


class RecipeError(ValueError):
    """A recipe that cannot be understood; the message names the key."""


@dataclass(frozen=True)
class NetworkConfig:
    """Which network, and how large (see the classes in `train.networks`)."""

    kind: str = "palette"
    widths: tuple[int, ...] = (32, 64, 128, 192, 256)
    style_widths: tuple[int, ...] = (32, 64, 128, 192)
    table_steps: int = 8
    learned: int = 16
    residual_widths: tuple[int, ...] = (64, 96, 128)
    """For `palette_pretrained`: channels of the U-Net that adds to transported colours, from a quarter of the size."""
    slots: int = 16
    """For `palette_pretrained`: semantic slots that colours are averaged over."""
    tune_encoder: bool = False
    """For `auto_pretrained`: train the deeper half of the encoder too, at `optim.encoder_rate` of the learning rate."""
    tune_natural: bool = False
    """For `palette_pretrained`: train the decoder of its natural colours too, at `optim.encoder_rate`."""
    dropout: float = 0.0
    lab: bool = False
    """For `learned`: answer in CIELAB ab instead of sRGB."""
    squash: bool = False
    """For `learned`: a sigmoid on the embedding."""
    generator: Literal["unet", "resnet", "painter"] = "resnet"
    """For `repaint`: what its two generators are."""
    blocks: int = 9
    """Residual blocks of a `resnet` or `painter` generator."""
    strokes_px: int = 0
    """Reach of the patches in the strokes that a `painter` lays a photograph out in first; 0: no strokes."""
    critic: Literal["patches", "features"] = "patches"
    """For `repaint`: what a discriminator sees, its own PatchGAN's features or those of a frozen classifier."""
    cells: bool = False
    """For `guess`: answer by a distribution over the cells of ab (Zhang et al., 2016) rather than by one colour."""
    temperature: float = 0.38
    """Of that distribution when it becomes one colour: 1 takes its mean, towards 0 its most likely cell."""
    rarity: float = 0.0
    """By which power of their rarity cells are preferred there."""
    patch_width: int = 64
    """Channels after the first convolution of a PatchGAN, or inside the judges of features."""

    def fits(self, other: "NetworkConfig") -> bool:
        """Whether weights of the other are weights of this: what they differ in changes the answer alone."""
        return self == dataclasses.replace(
            other,
            dropout=self.dropout,
            temperature=self.temperature,
            rarity=self.rarity,
            strokes_px=self.strokes_px,
            tune_encoder=self.tune_encoder,
            tune_natural=self.tune_natural,
        )


@dataclass(frozen=True)
class DataConfig:
    """Pictures: Parquet shards (glob), folders, or data sets of the hub, decoded once into squares of `cache_px`."""

    photos: tuple[str, ...] = ("photos-train-*.parquet",)
    paintings: tuple[str, ...] = ("paintings-train-*.parquet",)
    cache_px: int = 144
    crop_px: int = 128
    crop_scale: tuple[float, float] = (0.6, 1.0)
    reference_crop: Literal["other", "same"] = "other"
    """What a self pair shows as reference: another crop of the photo, or the same."""
    limit: int = 0
    """Pictures to take from each source at most; 0 takes all."""
    validation_photos: tuple[str, ...] = ()
    """Held-out pictures that every checkpoint is scored on, as squares of `validation_px`; none: no such scores."""
    validation_paintings: tuple[str, ...] = ()
    validation_px: int = 256


@dataclass(frozen=True)
class JitterConfig:
    """Joint colour jitter of target and reference (units: share of pairs, degrees, natural log, ab units)."""

    share: float = 0.5
    hue_deg: float = 180.0
    log_chroma: float = 0.3
    shift_ab: float = 8.0


@dataclass(frozen=True)
class DegradeConfig:
    """Grey input aged by `train.data.degradations`: the largest changes to a picture (L* units, pixels)."""

    share: float = 0.0
    fading: float = 25.0
    """L* that black may have risen, and white fallen."""
    contrast: float = 1.6
    """Exponent of the tone curve, or its reciprocal, at most."""
    shading: float = 15.0
    blur_px: float = 1.0
    grain: float = 4.0
    jpeg_step: float = 6.0


@dataclass(frozen=True)
class LossConfig:
    """Weights of the objectives; an objective of weight 0 is not computed."""

    mse: float = 1.0
    lpips: float = 0.0
    palette: float = 1.0
    contour: float = 0.0
    bleeding: float = 0.0
    semantic: float = 0.0
    latent: float = 0.0
    style: float = 0.0
    transported: float = 0.0
    """Foreign pairs: distance to the photo's true colours transported into the painting's palette, place by place."""
    foreign_colour: bool = False
    """Compare foreign pairs too with the photo's own colours, in `mse` and `lpips`."""


@dataclass(frozen=True)
class AdversarialConfig:
    """Weights and form of the adversarial objectives; those of `LossConfig` are of the palette objective alone."""

    form: Literal["least_squares", "hinge", "cross_entropy"] = "least_squares"
    gan: float = 1.0
    l1: float = 100.0
    """Lambda of pix2pix, for ab / 110."""
    rebalance: float = 0.0
    """In the L1 term, share of rare colours' claim: 0 counts all pixels alike, 0.5 is that of Zhang et al. (2016)."""
    semantic: float = 0.0
    """For pix2pix: the generator's deepest features learn what a classifier sees in the colour picture."""
    classes: float = 0.0
    """Of pix2pix with cells: the cross-entropy of the true colour's cells; `rebalance` weighs it too."""
    contour: float = 0.0
    """For pix2pix: the chroma gradients of the truth, no more and no fewer, at three scales; against blotches."""
    cycle: float = 10.0
    """Lambda of CycleGAN, for sRGB in -1..1."""
    slack: float = 0.0
    """Errors of the cycle below this count by their square, which lets a pair go that starts as its own inverse."""
    identity: float = 5.0
    texture: float = 0.0
    """For judges of features: how far painted pictures' textures are from the average of the paintings."""
    calm: float = 0.0
    """For CycleGAN: how visible painted detail is where the photograph has none (see `train.losses.visibility`)."""
    pool: int = 50
    """Answers kept for each discriminator of CycleGAN, to be shown again later; 0 shows the newest only."""


@dataclass(frozen=True)
class OptimConfig:
    """Optimiser, schedule and averaging. One step sees `self_pairs + foreign_pairs` pictures over all processes."""

    pictures: int = 100_000
    self_pairs: int = 24
    foreign_pairs: int = 8
    learning_rate: float = 2e-3
    encoder_rate: float = 0.1
    """Learning rate of what another run has trained (`tune_encoder`, `tune_natural`), as a share of the others'."""
    warmup_pictures: int = 2000
    cooldown: float = 0.3
    decay: Literal["sqrt", "linear"] = "sqrt"
    """Shape of the cool-down: 1 - sqrt, or a straight line."""
    betas: tuple[float, ...] = (0.9, 0.99)
    weight_decay: float = 1e-2
    clip_norm: float = 1.0
    """Longest gradient of an optimiser's parameters; 0 leaves it as it is."""
    ema_decay: float = 0.998
    alternate: int = 0
    """Steps without the style term for every step of it alone, each kind with an optimiser of its own; 0: together."""

    @property
    def batch(self) -> int:
        """Pictures of one step."""
        return self.self_pairs + self.foreign_pairs

    @property
    def steps(self) -> int:
        """Steps of the whole run."""
        return max(1, self.pictures // self.batch)


@dataclass(frozen=True)
class Recipe:
    """Everything that makes one training run; the same recipe on the same data gives the same model."""

    name: str = "palette"
    seed: int = 1
    objective: Literal["palette", "pix2pix", "cyclegan"] = "palette"
    bf16: bool = True
    """Compute in bfloat16 (autocast) on devices that have it; the others stay with float32."""
    compile: bool = True
    checkpoint_every_s: float = 180.0
    network: NetworkConfig = field(default_factory=NetworkConfig)
    data: DataConfig = field(default_factory=DataConfig)
    jitter: JitterConfig = field(default_factory=JitterConfig)
    degrade: DegradeConfig = field(default_factory=DegradeConfig)
    loss: LossConfig = field(default_factory=LossConfig)
    adversarial: AdversarialConfig = field(default_factory=AdversarialConfig)
    optim: OptimConfig = field(default_factory=OptimConfig)

    def as_dict(self) -> dict[str, Any]:
        """Return the recipe as plain nested dictionaries."""
        return dataclasses.asdict(self)


def _convert(value: Any, kind: Any, key: str) -> Any:
    if dataclasses.is_dataclass(kind):
        if not isinstance(value, Mapping):
            raise RecipeError(f"recipe: {key} must be a table")
        return _build(kind, value, f"{key}.")
    origin = getattr(kind, "__origin__", None)
    if origin is tuple and isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(_convert(item, kind.__args__[0], key) for item in value)
    if origin is Literal and value in kind.__args__:
        return value
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if origin is None and type(value) is kind:
        return value
    raise RecipeError(f"recipe: {key} = {value!r} is not of type {kind}")


def _build(kind: Any, values: Mapping[str, Any], prefix: str = "") -> Any:
    hints = get_type_hints(kind)
    for key in values:
        if key not in hints:
            raise RecipeError(f"recipe: there is no setting {prefix}{key}")
    return kind(**{key: _convert(value, hints[key], prefix + key) for key, value in values.items()})


def recipe_from_dict(values: Mapping[str, Any]) -> Recipe:
    """Build a recipe from nested dictionaries; raises RecipeError on an unknown key or a wrong type."""
    recipe: Recipe = _build(Recipe, values)
    return recipe


def kept_recipe(values: Mapping[str, Any]) -> Recipe:
    """Build the recipe that weights were kept with, without settings that are no more; raises as `recipe_from_dict`."""
    loss = {key: value for key, value in values.get("loss", {}).items() if key not in _FORMER_TERMS}
    return recipe_from_dict({**values, "loss": loss})
