"""Which part of the photograph is seen, and how large: the arithmetic of zooming and panning, without a widget."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

MAX_ZOOM = 8.0
ZOOM_PER_NOTCH = 1.25  # of the wheel, and of one press of a key
MARGIN_PX = 20  # left free around a fitted photo, in device-independent pixels


@dataclass(frozen=True)
class Viewport:
    """A view of a photograph of `width_px` x `height_px`.

    view: size of the pane in device-independent pixels; device_ratio: device pixels to one of these.
    zoom: device pixels to one photo pixel; None fits the photo into the pane.
    center: the photo pixel in the middle of the pane; only looked at when zoomed.
    """

    width_px: int
    height_px: int
    view: QSizeF
    device_ratio: float = 1.0
    zoom: float | None = None
    center: QPointF | None = None

    @property
    def fit_zoom(self) -> float:
        """The zoom at which the whole photo is just seen."""
        across = (self.view.width() - 2 * MARGIN_PX) * self.device_ratio / self.width_px
        down = (self.view.height() - 2 * MARGIN_PX) * self.device_ratio / self.height_px
        return min(max(min(across, down), 1 / max(self.width_px, self.height_px)), MAX_ZOOM)

    @property
    def least_zoom(self) -> float:
        """As far as one gets away: the whole photo is seen, and a small one is not enlarged."""
        return min(self.fit_zoom, 1.0)

    @property
    def scale(self) -> float:
        """The zoom in force, device pixels to one photo pixel."""
        return self.fit_zoom if self.zoom is None else self.zoom

    @property
    def fits(self) -> bool:
        """Whether the photo is fitted into the pane."""
        return self.zoom is None

    def target(self) -> QRectF:
        """Where the whole photo lies in the pane (device-independent pixels), on whole device pixels."""
        width, height = round(self.width_px * self.scale), round(self.height_px * self.scale)
        middle = self._middle()
        left = round(self.view.width() * self.device_ratio / 2 - middle.x() * self.scale)
        top = round(self.view.height() * self.device_ratio / 2 - middle.y() * self.scale)
        ratio = self.device_ratio
        return QRectF(left / ratio, top / ratio, max(width, 1) / ratio, max(height, 1) / ratio)

    def to_photo(self, position: QPointF) -> QPointF:
        """The photo pixel under a position in the pane."""
        ratio, middle = self.device_ratio / self.scale, self._middle()
        across, down = position.x() - self.view.width() / 2, position.y() - self.view.height() / 2
        return QPointF(middle.x() + across * ratio, middle.y() + down * ratio)

    def visible_px(self) -> QRect:
        """The photo pixels that are seen, whole ones."""
        corner = self.to_photo(QPointF(0, 0))
        far = self.to_photo(QPointF(self.view.width(), self.view.height()))
        seen = QRectF(corner, far).toAlignedRect()
        return seen.intersected(QRect(0, 0, self.width_px, self.height_px))

    def region_px(self) -> QRect:
        """What is seen and a quarter of it around, so that small moves uncover nothing unfinished."""
        seen = self.visible_px()
        across, down = seen.width() // 4, seen.height() // 4
        whole = QRect(0, 0, self.width_px, self.height_px)
        return seen.adjusted(-across, -down, across, down).intersected(whole)

    def preview_size_px(self) -> tuple[int, int]:
        """Width and height of the whole photo when fitted, in device pixels, never above its full size."""
        scale = min(self.fit_zoom, 1.0)
        return max(1, round(self.width_px * scale)), max(1, round(self.height_px * scale))

    def zoomed(self, factor: float, position: QPointF) -> "Viewport":
        """Closer or farther by `factor`, as `zoomed_to`; fitted where that is on the way."""
        zoom = self.scale * factor
        if min(self.scale, zoom) < self.fit_zoom < max(self.scale, zoom):
            return self.fitted()
        return self.zoomed_to(zoom, position)

    def zoomed_to(self, zoom: float, position: QPointF) -> "Viewport":
        """At `zoom` or as near as one gets, the photo pixel under `position` staying where it is."""
        zoom = min(max(zoom, self.least_zoom), max(MAX_ZOOM, self.fit_zoom))
        if zoom == self.fit_zoom:
            return self.fitted()
        anchor = self.to_photo(position)
        ratio = self.device_ratio / zoom
        center = QPointF(
            anchor.x() - (position.x() - self.view.width() / 2) * ratio,
            anchor.y() - (position.y() - self.view.height() / 2) * ratio,
        )
        return replace(self, zoom=zoom, center=center)._kept_inside()

    def panned(self, delta: QPointF) -> "Viewport":
        """Panned by `delta` (device-independent pixels); a fitted photo stays."""
        if self.zoom is None or self.center is None:
            return self
        ratio = self.device_ratio / self.zoom
        center = QPointF(self.center.x() - delta.x() * ratio, self.center.y() - delta.y() * ratio)
        return replace(self, center=center)._kept_inside()

    def fitted(self) -> "Viewport":
        """The whole photo in the pane."""
        return replace(self, zoom=None, center=None)

    def resized(self, view: QSizeF, device_ratio: float) -> "Viewport":
        """The same view in a pane of another size."""
        moved = replace(self, view=view, device_ratio=device_ratio)
        if moved.zoom is not None and (moved.zoom < moved.least_zoom or moved.zoom == moved.fit_zoom):
            return moved.fitted()
        return moved._kept_inside()

    def _middle(self) -> QPointF:
        """The photo pixel in the middle of the pane."""
        if self.zoom is not None and self.center is not None:
            return self.center
        return QPointF(self.width_px / 2, self.height_px / 2)

    def _kept_inside(self) -> "Viewport":
        """Without empty space beside the photo where it is larger than the pane."""
        if self.zoom is None or self.center is None:
            return self
        half_across = self.view.width() * self.device_ratio / self.zoom / 2
        half_down = self.view.height() * self.device_ratio / self.zoom / 2
        x = _held(self.center.x(), half_across, self.width_px)
        y = _held(self.center.y(), half_down, self.height_px)
        return replace(self, center=QPointF(x, y))


def _held(center: float, half: float, length: float) -> float:
    """`center` moved so that [center - half, center + half] lies in [0, length], else the middle."""
    if 2 * half >= length:
        return length / 2
    return min(max(center, half), length - half)
