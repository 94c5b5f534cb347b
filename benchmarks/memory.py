"""Measures the peak of memory of colouring one file, in a process of its own, since a process keeps its peak."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import peak_memory_mb
from benchmarks.users_path import colour_file, request_of
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import load_model


@dataclass(frozen=True)
class Peak:
    """Peak memory of a process in MB. ready: before the file, with the networks loaded; whole: after it."""

    ready: float
    whole: float


def measure_peak(model: str, provider: str, path: Path, output: Path) -> Peak:
    """Colour the file in another process; raises CalledProcessError if that fails."""
    command = [sys.executable, "-m", "benchmarks.memory", model, provider, str(path), str(output)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    ready, whole = map(float, printed.split())
    return Peak(ready, whole)


def main(model: str, provider: str, path: str, output: str) -> None:
    """Colour one file, and print the peaks before and after."""
    colorizer = Colorizer(load_model(model), provider)
    ready = peak_memory_mb()
    embedding = (0.1,) * colorizer.model.embedding_size
    colour_file(request_of(colorizer, embedding), Path(path), Path(output))
    print(ready, peak_memory_mb())


if __name__ == "__main__":
    main(*sys.argv[1:])
