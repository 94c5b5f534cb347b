"""Detail of a photo that is zoomed in: no more is rendered than is visible."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect, QSizeF

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.edit import Edit
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.render.composition import Composition, compose
from desktop.engine.store.preset_library import make_preset
from desktop.ui.base.qimage import to_array
from desktop.ui.document.viewport import Viewport
from desktop.ui.services.detail_renderer import detail_plan_for, render_detail
from tests.support.edits import request_of


def test_at_actual_size_only_what_is_seen_and_a_little_around_is_made(
    colorizer: Colorizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    gray = np.random.default_rng(5).integers(0, 256, (3000, 4000), dtype=np.uint8)
    photo = Photo(None, gray)
    red = np.full((40, 40, 3), (200, 40, 30), dtype=np.uint8)
    preset = make_preset(colorizer, red, "Red")
    view = Viewport(4000, 3000, QSizeF(400, 300), zoom=1.0, center=QPointF(1500, 2000))
    seen = detail_plan_for(view, around=False)
    assert seen is not None
    assert seen.region == QRect(1300, 1850, 400, 300)
    plan = detail_plan_for(view, around=True)
    assert plan is not None
    assert plan.region == QRect(1200, 1775, 600, 450)
    made = []
    real = Composition.write_rows

    def write_rows(
        self: Composition, rows: slice, out: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
    ) -> None:
        made.append((rows.stop - rows.start) * self.shape[1])
        real(self, rows, out)

    monkeypatch.setattr(Composition, "write_rows", write_rows)
    request = request_of(Edit(Blend.of(preset)), colorizer)
    detail = render_detail(plan, photo, request.edit.framing, request, CancelToken())
    assert sum(made) == 600 * 450
    monkeypatch.undo()
    whole = compose(photo, colorizer.predict(photo, preset.vector), Adjustments())
    assert detail.after is not None
    assert np.array_equal(to_array(detail.after), whole[1775:2225, 1200:1800])
    assert np.array_equal(to_array(detail.before)[..., 0], gray[1775:2225, 1200:1800])
