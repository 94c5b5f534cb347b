"""The About box: what this is, its version, and under what licences it and its parts come."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import __version__
from desktop.engine.models import find_models
from desktop.ui.icons import application_icon

_PARTS = (
    ("Qt and PySide6", "LGPL-3.0", "https://www.qt.io/licensing"),
    ("ONNX Runtime", "MIT", "https://github.com/microsoft/onnxruntime"),
    ("NumPy", "BSD-3-Clause", "https://numpy.org"),
    ("Pillow", "MIT-CMU", "https://python-pillow.org"),
    ("tifffile", "BSD-3-Clause", "https://github.com/cgohlke/tifffile"),
    ("imagecodecs", "BSD-3-Clause", "https://github.com/cgohlke/imagecodecs"),
    ("platformdirs", "MIT", "https://github.com/tox-dev/platformdirs"),
)


class AboutDialog(QDialog):
    """Icon, name, version, models and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Tintype"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QLabel(self)
        picture.setPixmap(application_icon().pixmap(96, 96))
        name = QLabel("Tintype", self)
        name.setObjectName("heading")
        text = QLabel(self._text(), self)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setWordWrap(True)
        text.setOpenExternalLinks(True)
        text.setMinimumWidth(380)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(name)
        words.addWidget(text, 1)
        words.addSpacing(8)
        words.addWidget(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 18)
        layout.setSpacing(22)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def _text(self) -> str:
        models = [f"{model.title} {model.version} ({model.licence or '–'})" for model in find_models()]
        parts = "<br>".join(f'<a href="{url}">{name}</a> – {licence}' for name, licence, url in _PARTS)
        lines = [
            self.tr("Version {version}").format(version=__version__),
            self.tr("Colours black-and-white photographs in the colours of a painting, offline."),
            self.tr("Tintype comes under the MIT licence."),
            self.tr("Models: {models}").format(models=", ".join(models)) if models else "",
            self.tr("It stands on:") + "<br>" + parts,
        ]
        return "".join(f"<p>{line}</p>" for line in lines if line)
