"""The chip in the status bar that shows the zoom; a click offers other zooms."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.document.viewport import MAX_ZOOM, Viewport

ZOOMS = (0.5, 1.0, 2.0, 4.0, MAX_ZOOM)


class ZoomChip(QToolButton):
    """A button that shows the zoom in per cent of the photo's own size, in device pixels; hidden without a photo."""

    fit_requested = Signal()
    zoom_requested = Signal(float)  # device pixels to one photo pixel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._fit = menu.addAction("")
        self._fit.triggered.connect(lambda _checked=False: self.fit_requested.emit())
        menu.addSeparator()
        self._zooms: dict[float, QAction] = {}
        for zoom in ZOOMS:
            action = self._zooms[zoom] = menu.addAction("")
            action.triggered.connect(lambda _checked=False, zoom=zoom: self.zoom_requested.emit(zoom))
        self.setMenu(menu)
        self._shown: float | None = None
        follow_language(self._show_texts)
        self.hide()

    def show_zoom(self, viewport: Viewport | None) -> None:
        """Show how close a view is."""
        self.setVisible(viewport is not None)
        if viewport is not None:
            self._shown = viewport.scale
            self._say_zoom()

    def _show_texts(self) -> None:
        self.setToolTip(self.tr("How large the photo is shown"))
        self._fit.setText(self.tr("Fit in window"))
        for zoom, action in self._zooms.items():
            action.setText(self._text(zoom))
        self._say_zoom()

    def _say_zoom(self) -> None:
        if self._shown is not None:
            self.setText(self._text(self._shown))
            self.setAccessibleName(self.tr("Zoom {percent}").format(percent=self.text()))

    def _text(self, zoom: float) -> str:
        return self.tr("{percent} %").format(percent=round(zoom * 100))
