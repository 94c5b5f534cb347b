"""The chip in the status bar that shows the zoom; a click offers other zooms."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

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
        self.setToolTip(self.tr("How large the photo is shown"))
        menu = QMenu(self)
        fit = QAction(self.tr("Fit in window"), menu)
        fit.triggered.connect(lambda _checked=False: self.fit_requested.emit())
        menu.addAction(fit)
        menu.addSeparator()
        for zoom in ZOOMS:
            action = QAction(self._text(zoom), menu)
            action.triggered.connect(lambda _checked=False, zoom=zoom: self.zoom_requested.emit(zoom))
            menu.addAction(action)
        self.setMenu(menu)
        self.hide()

    def show_zoom(self, viewport: Viewport | None) -> None:
        """Show how close a view is."""
        self.setVisible(viewport is not None)
        if viewport is not None:
            self.setText(self._text(viewport.scale))
            self.setAccessibleName(self.tr("Zoom {percent}").format(percent=self.text()))

    def _text(self, zoom: float) -> str:
        return self.tr("{percent} %").format(percent=round(zoom * 100))
