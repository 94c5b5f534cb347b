"""The crash report: shown when the program itself is at fault, with versions and traceback to copy."""

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

import numpy as np
import onnxruntime
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop import __version__
from desktop.engine.core.display_text import spelt_out
from desktop.ui.base.logging_setup import log_error
from desktop.ui.dialogs.copyable_text import CopyableText
from desktop.ui.widgets.form_layout import closing_buttons

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def report_of(error: BaseException) -> str:
    """Versions of everything that matters, and the traceback."""
    versions = {
        "Tintype": __version__,
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "ONNX Runtime": onnxruntime.__version__,
        "NumPy": np.__version__,
        "System": platform.platform(),
    }
    lines = [f"{name} {version}" for name, version in versions.items()]
    return "\n".join(lines) + "\n\n" + "".join(traceback.format_exception(error))


class CrashDialog(QDialog):
    """Says that something unforeseen happened, and what to do with the report."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unexpected error"))
        self.resize(640, 420)
        text = QLabel(
            self.tr(
                "An error occurred in Tintype. Your photograph on disk is untouched, and you can go on working. "
                "Please send the report below to the developers: it holds no pictures."
            ),
            self,
        )
        text.setWordWrap(True)
        self.report = CopyableText(report_of(error), self)
        buttons = closing_buttons(self)
        buttons.addButton(self.report.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(text)
        layout.addWidget(self.report)
        layout.addWidget(buttons)


_open: set[CrashDialog] = set()  # a dialog without a parent has nobody else to keep it


def show_crash(error: BaseException, parent: QWidget | None = None) -> CrashDialog:
    """Open the dialog without blocking the window."""
    dialog = CrashDialog(error, parent or QApplication.activeWindow())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(True)
    _open.add(dialog)
    dialog.finished.connect(lambda: _open.discard(dialog))
    dialog.open()
    return dialog


def install_crash_hook() -> Hook:
    """Show uncaught errors of the GUI thread; returns the hook that was in place before."""
    previous = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt) or QApplication.instance() is None:
            previous(kind, error, trace)
            return
        if sys.stderr is not None:  # a windowed program on Windows has none
            sys.stderr.write(spelt_out(report_of(error), keep="\n\t"))
        log_error(error)
        show_crash(error)

    sys.excepthook = hook
    return previous
