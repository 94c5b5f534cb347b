"""The log file: what the program did and what failed, without names of files or of the user.

Photographs are logged by their size, foreseen errors by their class; of an unforeseen one the traceback is kept, with
the user's home folder left out of it.
"""

import errno
import logging
import os
import platform
import re
import sys
import traceback
from collections.abc import Callable
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

import onnxruntime
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

from desktop import __version__
from desktop.engine.core.errors import TintypeError
from desktop.engine.core.paths import make_private, user_dir
from desktop.engine.core.reasons import cause_of
from desktop.engine.files.plain_file import NOT_BLOCKING, is_special

MAX_LOG_BYTES = 256_000
_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | NOT_BLOCKING
_log = logging.getLogger("tintype")
_NAMES = re.compile(r"['\"].*|\S*[/\\]\S*")  # of files, perhaps: from the first quotation mark on, and paths
_heard_before: list[
    Callable[[QtMsgType, QMessageLogContext, str], None] | None
] = []  # Qt's message handlers from before ours


def log_path() -> Path:
    """Where the log lies; the part before it ends in ".1"."""
    return user_dir() / "tintype.log"


class _PrivateFile(RotatingFileHandler):
    """A log that only its owner may read, also when a new one is begun."""

    def _open(self) -> TextIOWrapper:
        if is_special(Path(self.baseFilename)):
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        return os.fdopen(os.open(self.baseFilename, _APPEND, 0o600), "a", encoding="utf-8")


def start_log() -> None:
    """Begin to write; a folder that cannot be written leaves the program without a log."""
    stop_log()
    try:
        make_private(log_path().parent)
        handler = _PrivateFile(
            log_path(), maxBytes=MAX_LOG_BYTES, backupCount=1, encoding="utf-8", delay=False
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False
    versions = f"Python {platform.python_version()}, Qt {qVersion()}, ONNX Runtime {onnxruntime.__version__}"
    log_info(f"Tintype {__version__} starts: {versions}, {platform.platform()}, {sys.platform}")


def log_qt_messages() -> None:
    """Log Qt's warnings too; the message handler that was installed before still gets them."""

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            _log.warning("Qt: %s", without_home(message))
        if previous is not None:
            previous(kind, context, message)
        elif sys.stderr is not None:
            sys.stderr.write(f"{message}\n")

    previous = qInstallMessageHandler(hear)
    _heard_before.append(previous)


def stop_logging_qt_messages() -> None:
    """Give Qt's messages back to the message handler that was installed before."""
    if _heard_before:
        qInstallMessageHandler(_heard_before.pop())


def stop_log() -> None:
    """Close the file."""
    for handler in list(_log.handlers):
        _log.removeHandler(handler)
        handler.close()


def log_info(text: str) -> None:
    """Write a line; `text` must name nothing of the user's."""
    _log.info("%s", text)


def log_error(error: BaseException) -> None:
    """Log an error: of a foreseen one its class and its cause, of any other the traceback."""
    if isinstance(error, TintypeError):
        cause = _NAMES.sub("…", cause_of(error))
        _log.warning("%s%s", type(error).__name__, f" ({without_home(cause)})" if cause else "")
    else:
        _log.error("%s", without_home("".join(traceback.format_exception(error))))


def without_home(text: str) -> str:
    """`text` with ~ in place of the user's home folder."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > len(os.sep) else text
