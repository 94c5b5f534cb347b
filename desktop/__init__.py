"""The program: colours black-and-white photographs in the colours of a painting.

ONNX Runtime is imported here, before anything can import PySide6: on Windows the other order fails, because
Qt's own copies of the C++ runtime libraries are then found first.
"""

import os as _os

# From 1.29 its official builds report usage to their maker unless told not to: on Linux and macOS over the network,
# where only this variable keeps all of it away, and only before the import; on Windows through the system's tracing.
_os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime as _onnxruntime

_onnxruntime.disable_telemetry_events()

__version__ = "0.1.0"
