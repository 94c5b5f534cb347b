"""Exports the look of the photo on the canvas as a LUT for other programs, and says how much of it a table holds."""

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.edit import Edit
from desktop.engine.encode.lut_files import CUBE, CUBE_POINTS, HALD, save_lut
from desktop.engine.files.naming import output_path
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.lut import Lut, lut_of
from desktop.engine.render.pipeline import RenderRequest
from desktop.ui.base.open_folder import open_folder
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.notifier import Notifier
from desktop.ui.document.settings import Settings
from desktop.ui.export.suggested_place import place_of
from desktop.ui.services.model_pool import ModelPool


class LutExport(LaneService):
    """Asks for a file, fits the table to the result on a worker lane, and tells what came of it."""

    def __init__(
        self,
        document: Document,
        models: ModelPool,
        settings: Settings,
        notifier: Notifier,
        beside: QWidget,
        parent: QObject | None = None,
    ) -> None:
        """beside: a widget of the window that the dialog belongs to."""
        super().__init__(parent)
        self._document, self._models, self._settings = document, models, settings
        self._notifier, self._beside = notifier, beside
        self._lane = self.add_lane("lut", keep_all=True)

    def ask(self) -> None:
        """Ask where to, and in which format."""
        photo, edit = self._document.photo, self._document.edit
        if photo is None or edit.blend is None:
            return
        beside = place_of(photo, self._document.photo_name, self._settings)
        dialog = QFileDialog(self._beside.window(), self.tr("Export LUT"), str(beside.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        cube = self.tr("Cube LUT of {points} points ({pattern})")
        kinds = {cube.format(points=points, pattern=f"*{CUBE}"): (CUBE, points) for points in CUBE_POINTS}
        kinds[self.tr("HaldCLUT ({pattern})").format(pattern=f"*{HALD}")] = (HALD, CUBE_POINTS[0])
        dialog.setNameFilters(list(kinds))
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind][0]))
        dialog.setDefaultSuffix(CUBE)
        dialog.selectFile(output_path(beside, edit.chosen_blend.name, CUBE).name)

        def export(name: str) -> None:
            suffix, points = kinds.get(dialog.selectedNameFilter(), (CUBE, CUBE_POINTS[0]))
            path = Path(name)
            known = path.suffix.lower() in (CUBE, HALD)
            self._export(photo, edit, path if known else path.with_name(path.name + suffix), points)

        dialog.fileSelected.connect(export)
        dialog.open()

    def _export(self, photo: Photo, edit: Edit, path: Path, points: int) -> None:
        self._settings.folder = path.parent

        def work(token: CancelToken) -> Lut:
            request = RenderRequest(edit, self._models).checked()
            lut = lut_of(request, photo, token)
            save_lut(lut, path, f"Tintype: {request.name}", points)
            return lut

        self._lane.submit(work, lambda lut: self._tell(path, lut))

    def _tell(self, path: Path, lut: Lut) -> None:
        text = self.tr(
            "Saved {name}. It holds {share} % of how the colours of this photo vary: those that depend on how bright "
            "things are, not on what they are."
        )
        share = QLocale().toString(round(100 * lut.share))
        self._notifier.show_info(
            text.format(name=path.name, share=share),
            action=self.tr("Show in folder"),
            do=lambda: open_folder(path.parent),
        )
