"""One spoiled input given to one reader."""

import random
import re
import time
from pathlib import Path

from desktop.engine.core.errors import TintypeError, TooLittleMemoryError
from tests.fuzz.subjects import subjects

MAX_S = 2.0  # of one input, of the processor's time: the machine may have other work to do
MAX_BYTES = 500 << 20  # of one input, beyond what there was before
STATUS = Path("/proc/self/status")
PEAK_RESET = (Path("/proc/self/clear_refs"), "5")  # forgets the peak, as proc(5) says


class Trial:
    """Runs inputs by number. subject: what the last one was given to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._subjects = subjects()
        self.subject = ""

    def run(self, number: int) -> str:
        """The name of the fault that input `number` gave, or "read"; any fault but ours comes out."""
        chance = random.Random(number)
        self.subject = chance.choice(sorted(self._subjects))
        spoil, read = self._subjects[self.subject]
        name, content = spoil(chance)
        path = self._folder / name
        path.write_bytes(content)
        bounds = Bounds()
        try:
            read(path)
        except TooLittleMemoryError as error:  # no input claims so many pixels: the system refused more
            raise AssertionError(f"takes far too much memory: {error!s:.200}") from error
        except TintypeError as error:
            if "\n" in str(error) or len(str(error)) > 1000:
                raise AssertionError(f"not one short line: {error!s:.200}") from error
            outcome = f"{self.subject}: {type(error).__name__}"
        else:
            outcome = f"{self.subject}: read"
        finally:
            path.unlink(missing_ok=True)
        bounds.check()
        return outcome


class Bounds:
    """What one input may take; memory is looked at on Linux alone, whose peak can be set back."""

    def __init__(self) -> None:
        self._watched = STATUS.exists()
        if self._watched:
            PEAK_RESET[0].write_text(PEAK_RESET[1])
        self._before = self._bytes("VmRSS")
        self._start_s = time.process_time()

    def check(self) -> None:
        """Raise AssertionError where it took more."""
        spent_s, taken = time.process_time() - self._start_s, self._bytes("VmHWM") - self._before
        if spent_s > MAX_S:
            raise AssertionError(f"took {spent_s:.1f} s")
        if taken > MAX_BYTES:
            raise AssertionError(f"took {taken >> 20} MB")

    def _bytes(self, name: str) -> int:
        if not self._watched:
            return 0
        found = re.search(rf"{name}:\s+(\d+) kB", STATUS.read_text("ascii"))
        assert found is not None
        return int(found[1]) << 10
