"""The program: colours black-and-white photographs in the colours of a painting.

ONNX Runtime is imported here, before anything can import PySide6: on Windows the other order fails, because
Qt's own copies of the C++ runtime libraries are then found first.
"""

import onnxruntime as _onnxruntime

# Its official builds for Windows report usage to their maker unless told not to; this program reports nothing.
_onnxruntime.disable_telemetry_events()

__version__ = "0.1.0"
