"""One spoiled input given to one reader."""

import random
import time
from pathlib import Path

from desktop.engine.core.errors import TintypeError
from tests.fuzz.subjects import subjects

MAX_S = 10.0  # of one input, on a machine with other work to do; 2 s where there is none


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
        start_s = time.monotonic()
        try:
            read(path)
        except TintypeError as error:
            if "\n" in str(error) or len(str(error)) > 1000:
                raise AssertionError(f"not one short line: {error!s:.200}") from error
            return f"{self.subject}: {type(error).__name__}"
        finally:
            path.unlink(missing_ok=True)
        if time.monotonic() - start_s > MAX_S:
            raise AssertionError(f"took {time.monotonic() - start_s:.1f} s")
        return f"{self.subject}: read"
