"""Describes the computer that the figures were measured on; they mean nothing without it."""

import platform
import re
import sys
from pathlib import Path

import numpy as np
import onnxruntime as ort
import PIL

from desktop.engine.core.parallel import usable_cores

BYTES_PER_MB = 1e6


def describe_machine() -> str:
    """Processor, cores, system and the versions of what does the work."""
    return (
        f"{_processor()}, {usable_cores()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, NumPy {np.__version__}, Pillow {PIL.__version__}, "
        f"ONNX Runtime {ort.__version__}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def peak_memory_mb() -> float:
    """Greatest memory that this process has held so far; not a number where the system does not tell."""
    if sys.platform == "win32":
        return float("nan")
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would count the peak of the process that started this one
        peak_kib = re.search(r"VmHWM:\s+(\d+)", status.read_text(encoding="utf-8"))
        if peak_kib is not None:
            return int(peak_kib[1]) * 1024 / BYTES_PER_MB
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / BYTES_PER_MB if sys.platform == "darwin" else peak * 1024 / BYTES_PER_MB
