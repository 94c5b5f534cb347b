"""All that was chosen for one photograph: the blend of presets that colours it, its regions and its adjustments."""

from dataclasses import dataclass, field, replace
from typing import Self

from desktop.engine.core.errors import PresetNotFoundError
from desktop.engine.core.reasons import Reason
from desktop.engine.edits.adjustments import MAX_AMOUNT, MAX_PULL_AB, Adjustments
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.preset import Preset
from desktop.engine.edits.repaint import Repaint
from desktop.engine.edits.stroke import Stroke


@dataclass(frozen=True)
class PaintedRegion:
    """A part of the photograph in colours of its own. Raises ValueError for what is out of range.

    strokes: what it covers; inverted: covers all else. blend: None for the colours of the rest of the photograph.
    colour: CIELAB a* and b*, each within `MAX_PULL_AB`, of the one colour that the part has instead of a blend's.
    amount: how much colour, in place of the photograph's. visible: whether it counts at all.
    """

    strokes: tuple[Stroke, ...] = ()
    blend: Blend | None = None
    amount: float = 1.0
    inverted: bool = False
    visible: bool = True
    colour: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if self.colour is not None and self.blend is not None:
            raise Reason("A region has presets or a colour, not both.")
        if self.colour is not None and not all(abs(value) <= MAX_PULL_AB for value in self.colour):
            raise Reason(f"The a* and b* of a colour are from {-MAX_PULL_AB:g} to {MAX_PULL_AB:g}.")
        if not 0.0 <= self.amount <= MAX_AMOUNT:
            raise Reason(f"The amount must be from 0 to {MAX_AMOUNT}, not {self.amount}.")


@dataclass(frozen=True)
class Edit:
    """All that was chosen for one photograph. blend: None until a preset was chosen.

    regions: painted parts with colours of their own; later ones lie over earlier ones.
    repaint: how what is coloured is painted over; None for not at all.
    framing: what is shown of the photograph. Places of regions are those of the whole photograph, whatever is shown.
    picture: where the picture lies on the photograph, straightened and cropped but not turned; the rest is a print's
        border and is not coloured. None: the program finds it. `Framing()`: there is no border.
    """

    blend: Blend | None = None
    adjustments: Adjustments = field(default_factory=Adjustments)
    regions: tuple[PaintedRegion, ...] = ()
    repaint: Repaint | None = None
    framing: Framing = field(default_factory=Framing)
    picture: Framing | None = None

    def __post_init__(self) -> None:
        if self.picture is not None and self.picture.turns:
            raise Reason("The picture within a border is straightened, but not turned.")
        if self.framing.oval:
            raise Reason("A photograph is cropped to a rectangle, not to an oval.")

    @property
    def preset(self) -> Preset | None:
        """The preset that colours it; of a blend the one with the largest share."""
        return None if self.blend is None else self.blend.preset

    @property
    def chosen_blend(self) -> Blend:
        """The blend of an edit that colours; raises `PresetNotFoundError` while no preset was chosen."""
        if self.blend is None:
            raise PresetNotFoundError("No preset was chosen for this photograph; choose one.")
        return self.blend

    @property
    def colour_models(self) -> tuple[str, ...]:
        """The names of all models that colour by it, that of its own blend first; raises as `chosen_blend`."""
        others = [region.blend for region in self.regions if region.blend is not None]
        mixtures = [blend.mixture for blend in (self.chosen_blend, *others)]
        return tuple(dict.fromkeys(model for mixture in mixtures for model in mixture.models))

    def carried(self) -> Self:
        """The edit that another photograph begins with: without the parts that belong to places of this one."""
        return replace(self, regions=(), framing=Framing(), picture=None)

    def with_preset(self, preset: Preset | None) -> Self:
        """The same with another preset, plain."""
        return replace(self, blend=None if preset is None else Blend.of(preset))

    def renamed(self, name: str, preset: Preset) -> Self:
        """The same with `preset` in the place of every one called `name`, also in regions."""
        regions = tuple(
            region if region.blend is None else replace(region, blend=region.blend.renamed(name, preset))
            for region in self.regions
        )
        blend = None if self.blend is None else self.blend.renamed(name, preset)
        return replace(self, blend=blend, regions=regions)

    def with_amount(self, amount: float) -> Self:
        """The same with another amount, 0 to 1.5; raises ValueError beyond that."""
        return replace(self, adjustments=replace(self.adjustments, amount=amount))

    def with_region_preset(self, number: int, preset: Preset) -> Self:
        """The same with another preset, plain, for the region of that `number`."""
        return self.with_region(number, replace(self.regions[number], blend=Blend.of(preset), colour=None))

    def with_region(self, number: int, region: PaintedRegion) -> Self:
        """The same with another region in place of that `number`."""
        return replace(self, regions=(*self.regions[:number], region, *self.regions[number + 1 :]))

    def without_region(self, number: int) -> Self:
        """The same without a region."""
        return replace(self, regions=(*self.regions[:number], *self.regions[number + 1 :]))
