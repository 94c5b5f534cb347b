"""A project with all that one can hold."""

from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.edits.preset import Preset
from desktop.engine.edits.stroke import Stroke
from desktop.engine.store.project import Project, Snapshot

OPHELIA = Preset("Ophelia", "palette", "ab" * 32, (0.1, -1.0, 3.0), ("#102030",), painter="Millais")
NIGHT = Preset("Nacht über der Rhône", "palette", "ab" * 32, (0.5, 1.0, -3.0), ("#aabbcc",))
SKY = PaintedRegion((Stroke(((0.1, 0.2), (0.5, 0.25)), 0.05),), Blend.of(NIGHT), 1.2, inverted=True)
EDIT = Edit(
    Blend((Corner(OPHELIA, 0.25), Corner(NIGHT, 0.75)), (0.0, 0.5, 0.0)), Adjustments(0.7, hue=-20), (SKY,)
)
PROJECT = Project(EDIT, (Snapshot("First", Edit(Blend.of(OPHELIA))), Snapshot("Zweiter „Versuch“", EDIT)))
