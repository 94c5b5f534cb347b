"""For tests that measure how long users wait."""

import io
import time

import numpy as np
import pytest
from PIL import Image

# A test machine's core may be taken away by a neighbour for longer than the bound; what is too slow by itself is too
# slow each time.
# run.py runs these by themselves, one by one.
stopwatch = pytest.mark.flaky(reruns=2)

REFERENCE_S = 0.010  # on two cores of an AMD EPYC, nothing else running
ROUNDS = 5


def allowed_s(promised_s: float) -> float:
    """What was promised for the machine that the promises were made on, for this one as it is now.

    No slower machine can keep a promise in seconds, and none is let off more than its slowness: a fixed piece of
    arithmetic, of encoding and of plain Python tells that. A quicker one gets no less.
    """
    return promised_s * slowness()


def slowness() -> float:
    """How many times as long as on that machine things take on this one now; at least 1."""
    return max(1.0, min(_reference_s() for _ in range(ROUNDS)) / REFERENCE_S)


def _reference_s() -> float:
    """Seconds that the fixed piece takes."""
    values = np.linspace(0, 1, 1 << 18, dtype=np.float32)
    picture = Image.fromarray((values.reshape(512, 512) * 255).astype(np.uint8))
    start_s = time.perf_counter()
    for _ in range(10):
        np.sqrt(values * values + values, out=values)
    picture.resize((800, 800), Image.Resampling.BICUBIC).save(io.BytesIO(), format="JPEG")
    sum(number * number for number in range(50_000))
    return time.perf_counter() - start_s
