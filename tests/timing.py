"""For tests that hold a stopwatch to what people wait for."""

import pytest

# A test machine's core may be taken away by a neighbour for longer than the bound; what is too slow by itself is too
# slow each time.
stopwatch = pytest.mark.flaky(reruns=2)
