"""Prints the result: opens Qt's preview, composes the picture as fine as paper shows, and fits it to the page."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.files.naming import output_path
from desktop.engine.imaging.resize import fit_within
from desktop.engine.render.pipeline import RenderRequest
from desktop.ui.base.qimage import to_qimage
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.settings import Settings
from desktop.ui.export.suggested_place import place_of
from desktop.ui.services.model_pool import ModelPool

if TYPE_CHECKING:  # loaded when something is printed: that keeps it out of every start
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

PREVIEW_SHARE = 0.85  # of the window's size
PREVIEW_MIN_WIDTH_PX = 720  # with all buttons of its tool bar in sight
PRINTED_SUFFIX = ".pdf"
MAX_SIDE_PX = 7000  # of A3 at 400 dots an inch; more is not seen on paper


class Printing(LaneService):
    """Prints the chosen edit of the photo on the canvas, whole and as large as the page takes it."""

    def __init__(
        self,
        document: Document,
        models: ModelPool,
        settings: Settings,
        beside: QWidget,
        parent: QObject | None = None,
    ) -> None:
        """beside: a widget of the window that the preview belongs to."""
        super().__init__(parent)
        self._document, self._models, self._settings, self._beside = document, models, settings, beside
        self._lane = self.add_lane("printing", keep_all=True)
        self.preview: QPrintPreviewDialog | None = None
        self._image: QImage | None = None
        self._printer: QPrinter | None = None
        self._file = Path()  # that is suggested where the page is printed to a file

    def ask(self) -> None:
        """Compose the result, then show how it will be printed: no page without it can be sent to a printer."""
        photo, edit = self._document.photo, self._document.edit
        if photo is None or edit.blend is None:
            return
        size_px = edit.framing.size_px((photo.width_px, photo.height_px))
        fitting = fit_within(*size_px, (MAX_SIDE_PX, MAX_SIDE_PX))

        def work(token: CancelToken) -> QImage:
            smaller = None if fitting == size_px else fitting
            request = RenderRequest(edit, self._models).checked()
            result = request.composition(photo, size_px=smaller, bit_depth=8, cancel=token)
            return to_qimage(result.whole(cancel=token))

        title = self._document.photo_name
        beside = place_of(photo, title, self._settings)
        file = output_path(beside, edit.chosen_blend.name, PRINTED_SUFFIX)
        self._lane.submit(work, lambda image: self._show(image, title, file))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Suggest a file in the print dialog, a child of the preview: Qt would name one in the current folder.

        The printer cannot carry the name: with one it would print to a file even where there is a real printer.
        """
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            dialog = event.child()
            field = dialog.findChild(QLineEdit, "filename") if dialog.inherits("QPrintDialog") else None
            if field is not None:
                field.setText(str(self._file))
        return super().eventFilter(watched, event)

    def _preview(self, title: str, *, wide: bool) -> "QPrintPreviewDialog":
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        window = self._beside.window()
        printer = self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(orientation)  # before the preview, whose buttons tell it as it is then
        preview = QPrintPreviewDialog(printer, window)
        preview.setWindowTitle(self.tr("Print {name}").format(name=title))
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.paintRequested.connect(self._draw)
        preview.finished.connect(self._forget)
        preview.resize(window.size() * PREVIEW_SHARE)
        preview.setMinimumWidth(PREVIEW_MIN_WIDTH_PX)
        preview.installEventFilter(self)
        return preview

    def _show(self, image: QImage, title: str, file: Path) -> None:
        if self.preview is not None:
            return  # asked for twice
        self._image, self._file = image, file
        self.preview = self._preview(title, wide=image.width() > image.height())
        self.preview.open()

    def _draw(self, printer: "QPrinter") -> None:
        assert self._image is not None  # composed before the preview opened
        draw_page(printer, self._image)

    def _forget(self) -> None:
        self.preview, self._image = None, None


def draw_page(printer: "QPrinter", image: QImage) -> None:
    """Draw a picture in the middle of the page, as large as its printable part allows, its shape kept."""
    painter = QPainter(printer)
    room = painter.viewport()
    size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)
    painter.end()
