"""Edits as JSON objects that a user can read; unknown or wrong fields are refused."""

import math
from collections.abc import Collection, Mapping
from dataclasses import asdict, fields
from typing import Any

from desktop.engine.core.errors import DamagedEditError, NewerEditError
from desktop.engine.core.reasons import PARSE_ERRORS, Reason, reason_of
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.natural import natural_preset
from desktop.engine.edits.preset import OtherFormatError, preset_from_json, preset_to_json
from desktop.engine.edits.repaint import Repaint
from desktop.engine.edits.stroke import DECIMALS, Stroke
from desktop.engine.files.json_fields import text_of

__all__ = [
    "NewerFieldError",
    "blend_from_json",
    "blend_to_json",
    "edit_from_json",
    "edit_to_json",
    "framing_from_json",
    "framing_to_json",
    "read_adjustments",
    "read_edit",
    "read_number",
    "region_to_json",
    "regions_from_json",
    "repaint_from_json",
]


_POINT_STEPS = 10**DECIMALS


class NewerFieldError(Reason):
    """A field that this version of the program does not know."""


def edit_to_json(edit: Edit) -> dict[str, Any]:
    """An edit as a JSON object; `edit_from_json` reads it back unchanged."""
    data = {
        "blend": None if edit.blend is None else blend_to_json(edit.blend),
        "adjustments": asdict(edit.adjustments),
        "regions": [region_to_json(region) for region in edit.regions],
    }
    if edit.repaint is not None:  # older versions of the program read all other edits
        data["repaint"] = asdict(edit.repaint)
    if not edit.framing.is_whole:
        data["framing"] = framing_to_json(edit.framing)
    if edit.picture is not None:
        data["picture"] = framing_to_json(edit.picture)
    return data


def read_edit(data: object) -> Edit:
    """The edit that a JSON value describes.

    Raises `NewerEditError` for what only a newer program understands, `DamagedEditError` for what makes no sense.
    """
    try:
        return edit_from_json(data)
    except (NewerFieldError, OtherFormatError) as error:
        raise NewerEditError(
            f"The edit was made by a newer version of Tintype ({reason_of(error)}); update the program to go on."
        ) from error
    except PARSE_ERRORS as error:
        raise DamagedEditError(f"The edit makes no sense ({reason_of(error)}).") from error


def edit_from_json(data: Any) -> Edit:
    """The edit that a JSON value describes; raises what `reasons.PARSE_ERRORS` lists if it describes none."""
    known_only(data, ("blend", "adjustments", "regions", "repaint", "framing", "picture"))
    blend = data["blend"]
    return Edit(
        blend=None if blend is None else blend_from_json(blend),
        adjustments=read_adjustments(data["adjustments"]),
        regions=regions_from_json(data.get("regions", [])),
        repaint=repaint_from_json(data["repaint"]) if data.get("repaint") is not None else None,
        framing=framing_from_json(data["framing"]) if data.get("framing") is not None else Framing(),
        picture=framing_from_json(data["picture"]) if data.get("picture") is not None else None,
    )


def framing_to_json(framing: Framing) -> dict[str, Any]:
    """A framing as a JSON object; `framing_from_json` reads it back unchanged."""
    data = asdict(framing)
    if not framing.oval:  # older versions of the program read all other framings
        del data["oval"]
    return data


def framing_from_json(data: Any) -> Framing:
    """The framing that a JSON object describes; raises what `reasons.PARSE_ERRORS` lists if it makes no sense."""
    known_only(data, [field.name for field in fields(Framing)])
    numbers = {name: read_number(value) for name, value in data.items() if name != "oval"}
    turns = numbers.pop("turns", 0.0)
    if turns not in range(4):
        raise Reason(f"{turns:g} is not a number of quarter turns")
    return Framing(turns=int(turns), **numbers, oval=_flag(data.get("oval", False)))


def repaint_from_json(data: Any) -> Repaint:
    """The painting over that a JSON object describes; raises what `reasons.PARSE_ERRORS` lists if it makes no sense."""
    known_only(data, ("painter", "brush", "paint"))
    if not text_of(data["painter"]):
        raise Reason("the name of a model is not text")
    return Repaint(data["painter"], read_number(data["brush"]), read_number(data["paint"]))


def region_to_json(region: PaintedRegion) -> dict[str, Any]:
    """A region as a JSON object; the points of its strokes as x, y, x, y ... in steps of 0.0001."""
    data: dict[str, Any] = {
        "blend": None if region.blend is None else blend_to_json(region.blend),
        "amount": region.amount,
        "inverted": region.inverted,
        "visible": region.visible,
        "strokes": [_stroke_to_json(stroke) for stroke in region.strokes],
    }
    if region.colour is not None:  # older versions of the program read all other regions
        data["colour"] = list(region.colour)
    return data


def regions_from_json(data: Any) -> tuple[PaintedRegion, ...]:
    """The regions in a JSON list; raises what `reasons.PARSE_ERRORS` lists if they make no sense."""
    return tuple(_region_from_json(region) for region in _list(data))


def _region_from_json(data: Any) -> PaintedRegion:
    known_only(data, ("blend", "amount", "inverted", "visible", "strokes", "colour"))
    return PaintedRegion(
        blend=None if data["blend"] is None else blend_from_json(data["blend"]),
        amount=read_number(data["amount"]),
        inverted=_flag(data["inverted"]),
        visible=_flag(data["visible"]),
        strokes=tuple(_stroke_from_json(stroke) for stroke in _list(data["strokes"])),
        colour=None if data.get("colour") is None else _colour_from_json(data["colour"]),
    )


def _colour_from_json(data: Any) -> tuple[float, float]:
    a, b = (read_number(value) for value in _list(data))
    return a, b


def _stroke_to_json(stroke: Stroke) -> dict[str, Any]:
    points = [round(value * _POINT_STEPS) for point in stroke.points for value in point]
    return {"radius": stroke.radius, "feather": stroke.feather, "erase": stroke.erase, "points": points}


def _stroke_from_json(data: Any) -> Stroke:
    known_only(data, ("radius", "feather", "erase", "points"))
    values = [read_number(value) / _POINT_STEPS for value in _list(data["points"])]
    return Stroke(
        points=tuple(zip(values[::2], values[1::2], strict=True)),
        radius=read_number(data["radius"]),
        feather=read_number(data["feather"]),
        erase=_flag(data["erase"]),
    )


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Reason(f"{str(value)[:40]} is neither true nor false")
    return value


def read_adjustments(values: Mapping[str, object]) -> Adjustments:
    """The adjustments in a JSON object; those that it leaves out are neutral."""
    known_only(values, {field.name for field in fields(Adjustments)})
    return Adjustments(**{name: read_number(value) for name, value in values.items()})


def read_number(value: object) -> float:
    """A JSON number as a finite float; raises ValueError for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Reason(f"{str(value)[:40]} is not a number")
    return float(value)


def known_only(values: Mapping[str, object], names: Collection[str]) -> None:
    """Raise `NewerFieldError` for the first of `values` that is none of `names`."""
    if not isinstance(values, Mapping):
        raise Reason("it is not a list of fields")
    unknown = set(values) - set(names)
    if unknown:
        raise NewerFieldError(f"this version of the program does not know {min(unknown)[:40]!r}")


def blend_to_json(blend: Blend) -> dict[str, Any]:
    """A blend as a JSON object; `blend_from_json` reads it back unchanged."""
    return {"corners": [_corner_to_json(corner) for corner in blend.corners], "shift": list(blend.shift)}


def blend_from_json(data: Any) -> Blend:
    """The blend that a JSON value describes; raises what `reasons.PARSE_ERRORS` lists if it describes none."""
    known_only(data, ("corners", "shift"))
    return Blend(
        corners=tuple(_corner_from_json(corner) for corner in _list(data["corners"])),
        shift=tuple(read_number(value) for value in _list(data.get("shift", []))),
    )


def _corner_to_json(corner: Corner) -> dict[str, Any]:
    """Of natural colours there is nothing to tell but their model."""
    if corner.preset.is_natural:
        return {"natural": corner.preset.model, "weight": corner.weight}
    return {"preset": preset_to_json(corner.preset), "weight": corner.weight}


def _corner_from_json(data: Any) -> Corner:
    known_only(data, ("preset", "natural", "weight"))
    if "natural" in data:
        if not text_of(data["natural"]):
            raise Reason("the name of a model is not text")
        return Corner(natural_preset(data["natural"]), read_number(data["weight"]))
    return Corner(preset_from_json(data["preset"]), read_number(data["weight"]))


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise Reason(f"{str(value)[:40]} is not a list")
    return value
