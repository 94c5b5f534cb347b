"""One to four presets, mixed, natural colours among them: what colours a photograph or a region of it."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from desktop.engine.core.arrays import Floats
from desktop.engine.core.reasons import Reason
from desktop.engine.edits.mixture import Mixture, Natural
from desktop.engine.edits.preset import MAX_EMBEDDED, Preset
from desktop.engine.inference.colorizer import Colorizers

MAX_CORNERS = 4
WEIGHT_TOLERANCE = 1e-6  # of the sum: weights are kept as decimal numbers in files
NAMED_WEIGHT = 0.005  # what has less of a blend is not named


@dataclass(frozen=True)
class Corner:
    """One preset of a blend and its share, 0 to 1. Raises ValueError for any other weight."""

    preset: Preset
    weight: float = 1.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.weight <= 1.0:
            raise Reason(f"A weight must be from 0 to 1, not {self.weight}.")


@dataclass(frozen=True)
class Blend:
    """One to four presets, mixed. Raises ValueError when they cannot be.

    corners: their weights sum to 1; a weight of 0 keeps its place on the blend pad. All are of one style encoder, but
        for natural colours, which may be one of them: embeddings are mixed with embeddings, what comes of that
        with natural colours.
    shift: added to the mixed embedding by hand, of the same size; empty for none.
    """

    corners: tuple[Corner, ...]
    shift: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= len(self.corners) <= MAX_CORNERS:
            raise Reason(f"A blend has 1 to {MAX_CORNERS} presets, not {len(self.corners)}.")
        total = sum(corner.weight for corner in self.corners)
        if abs(total - 1.0) > WEIGHT_TOLERANCE:
            raise Reason(f"The weights of a blend sum to 1, not {total:g}.")
        painted = [preset for preset in self.presets if not preset.is_natural]
        if len(self.corners) - len(painted) > 1:
            raise Reason("Natural colours are in a blend once at most.")
        if len({(preset.model, preset.encoder_sha256.lower()) for preset in painted}) > 1:
            raise Reason("Presets of different models cannot be mixed.")
        if self.shift and not painted:
            raise Reason("Natural colours have no numbers to shift.")
        sizes = {len(preset.embedding) for preset in painted} | ({len(self.shift)} - {0})
        if len(sizes) > 1:
            raise Reason("Embeddings of different sizes cannot be mixed.")
        if not all(abs(value) <= MAX_EMBEDDED for value in self.shift):
            raise Reason("A shift is made of finite numbers.")

    @classmethod
    def of(cls, preset: Preset) -> Self:
        """A plain preset as a blend of one."""
        return cls((Corner(preset),))

    @property
    def preset(self) -> Preset:
        """The preset with the largest share; of equals the first."""
        return max(self.corners, key=lambda corner: corner.weight).preset

    @property
    def presets(self) -> tuple[Preset, ...]:
        """The presets at the corners, in their order."""
        return tuple(corner.preset for corner in self.corners)

    @property
    def is_plain(self) -> bool:
        """Whether this is one preset as it is."""
        return self == Blend.of(self.preset)

    @property
    def name(self) -> str:
        """The presets' names by descending share: "Ophelia", or "Ophelia + The Starry Night"."""
        return " + ".join(preset.name for preset in self.named)

    @property
    def named(self) -> tuple[Preset, ...]:
        """The presets that make up its name, by descending share: each name once, and none with hardly any share."""
        shares: dict[str, float] = {}
        by_name: dict[str, Preset] = {}
        for corner in self.corners:
            name = corner.preset.name
            shares[name] = shares.get(name, 0.0) + corner.weight
            by_name.setdefault(name, corner.preset)
        named = [name for name, share in shares.items() if share >= NAMED_WEIGHT]
        return tuple(by_name[name] for name in sorted(named, key=lambda name: -shares[name]))

    @property
    def painted(self) -> tuple[Corner, ...]:
        """The presets that paintings made, their weights summing to 1; empty for natural colours alone."""
        corners = [corner for corner in self.corners if not corner.preset.is_natural]
        if len(corners) == len(self.corners):
            return self.corners
        total = sum(corner.weight for corner in corners)
        if not total:  # natural colours take it all: then what lies over them is even
            return tuple(replace(corner, weight=1 / len(corners)) for corner in corners)
        return tuple(replace(corner, weight=corner.weight / total) for corner in corners)

    @property
    def painted_preset(self) -> Preset | None:
        """The preset with the largest share of those that paintings made."""
        return max(self.painted, key=lambda corner: corner.weight).preset if self.painted else None

    @property
    def natural(self) -> Natural | None:
        """Natural colours and their share, if they are in the blend."""
        corner = next((corner for corner in self.corners if corner.preset.is_natural), None)
        return None if corner is None else Natural(corner.preset.model, corner.weight)

    @property
    def mixture(self) -> Mixture:
        """What predicts chroma by this blend; nothing of what has no share."""
        natural, preset = self.natural, self.painted_preset
        if natural is not None and (preset is None or natural.share == 1):
            return Mixture(natural.model, ())
        assert preset is not None  # a blend has at least one corner
        return Mixture(preset.model, self.embedding, natural if natural and natural.share else None)

    @property
    def vector(self) -> Floats:
        """The mixed embedding as an array (embedding_size,); a plain preset's to the last bit."""
        painted = self.painted
        mixed = np.zeros(len(painted[0].preset.embedding) if painted else 0)
        for corner in painted:
            mixed += corner.weight * np.asarray(corner.preset.embedding)
        if self.shift:
            mixed += self.shift
        return mixed.astype(np.float32)

    @property
    def embedding(self) -> tuple[float, ...]:
        """The mixed embedding as numbers."""
        return tuple(float(value) for value in self.vector)

    def renamed(self, name: str, preset: Preset) -> Self:
        """The same with `preset` in the place of every one called `name`."""
        corners = tuple(
            replace(corner, preset=preset)
            if corner.preset.name == name and not corner.preset.is_natural
            else corner
            for corner in self.corners
        )
        return replace(self, corners=corners)

    def check_models(self, colorizers: Colorizers) -> None:
        """Raise `PresetModelMismatchError` unless the current models are those of these presets."""
        mixture, by_model = self.mixture, {preset.model: preset for preset in self.presets}
        for model in mixture.models:
            by_model[model].check_model(colorizers(model).model)
