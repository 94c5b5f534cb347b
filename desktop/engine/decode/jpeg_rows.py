"""Grey of a colour JPEG, computed row by row while the rows below are still being decoded.

Fresh memory is the slowest part of a large photograph: the system takes longer to find and clear it than all
arithmetic on its contents takes, above all on a virtual machine. So the colours are never held whole: rows that have
become grey give their memory back, and the next ones reuse it. Two kinds of
pictures are whole for a moment: progressive ones, of which the decoder has no row before the last part of the file,
and those saved as colour that have none, for a last pixel might have one.
"""

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.luminance import LuminanceOf, honoured_luminance
from desktop.engine.core.arrays import GrayArray
from desktop.engine.core.parallel import usable_cores
from desktop.engine.decode.returnable_memory import give_back
from desktop.engine.imaging.grayscale import STRIPE_PIXELS, is_gray, write_gray
from desktop.engine.imaging.orientation import lying, turned

RGB = 3  # channels
AHEAD = 2  # stripes that wait for each thread; the decoding thread does further ones itself


class RowGraying:
    """Turns the rows of one picture grey, on threads that end with its context.

    It gives what `gray_from_rgb` gives of the whole, or one channel as it is where a picture has no colours.
    notices: for the user, where the profile could not be honoured.
    """

    def __init__(self) -> None:
        self.notices: tuple[str, ...] = ()
        self._orientation = 1
        self._luminance_of: LuminanceOf | None = None
        self._may_be_gray = False
        self._rgb: NDArray[np.uint8] | None = None
        self._result: NDArray[np.uint16] | None = None
        self._finished: GrayArray | None = None
        self._row = 0
        self._running: deque[tuple[int, Future[None]]] = deque()
        helpers = usable_cores() - 1
        self._most_running = AHEAD * helpers
        self._pool = ThreadPoolExecutor(helpers, thread_name_prefix="graying") if helpers else None

    def __enter__(self) -> "RowGraying":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def begin(self, orientation: int, icc: bytes) -> None:
        """Take the orientation (1..8) and the profile (may be empty) of the picture; called before the first row."""
        self._orientation = orientation
        self._luminance_of, self.notices = honoured_luminance(icc, RGB, np.dtype(np.uint8))
        self._may_be_gray = self._luminance_of is None

    def watch(self, rgb: NDArray[np.uint8], decoded: int) -> None:
        """Take the rows of `rgb` (H, W, 3) that are new among the first `decoded`, and give back what is done."""
        self._rgb = rgb
        if self._may_be_gray:
            if is_gray(rgb[self._row : decoded]):
                self._row = decoded
                return
            self._may_be_gray, self._row = False, 0
        if self._result is None:
            self._result = np.empty(turned(rgb, self._orientation).shape[:2], dtype=np.uint16)
        step = max(1, STRIPE_PIXELS // rgb.shape[1])
        while self._row < decoded:
            stripe = slice(self._row, min(self._row + step, decoded))
            self._running.append((stripe.stop, self._started(rgb, stripe)))
            self._row = stripe.stop
            self._settle(rgb)

    def finished(self) -> GrayArray | None:
        """The grey (H, W), upright; None when no picture was watched to its last row."""
        rgb = self._rgb
        if self._finished is not None or rgb is None or self._row < len(rgb):
            return self._finished
        if self._result is None:
            self._finished = np.ascontiguousarray(turned(rgb[..., 0], self._orientation))
            return self._finished
        while self._running:
            self._running.popleft()[1].result()
        self._finished = self._result
        return self._finished

    def finished_as_it_lies(self) -> GrayArray | None:
        """A view of the same as it lies in the file."""
        found = self.finished()
        return None if found is None else lying(found, self._orientation)

    def _started(self, rgb: NDArray[np.uint8], stripe: slice) -> Future[None]:
        """A stripe under way, or done here and now when enough of them wait."""
        if self._pool is not None and len(self._running) < self._most_running:
            return self._pool.submit(self._gray, rgb, stripe)
        self._gray(rgb, stripe)
        done: Future[None] = Future()
        done.set_result(None)
        return done

    def _gray(self, rgb: NDArray[np.uint8], stripe: slice) -> None:
        assert self._result is not None
        write_gray(rgb[stripe], self._luminance_of, lying(self._result, self._orientation)[stripe])

    def _settle(self, rgb: NDArray[np.uint8]) -> None:
        """Give back the rows above the first that is not done."""
        above = 0
        while self._running and self._running[0][1].done():
            above, stripe = self._running.popleft()
            stripe.result()
        if above:
            give_back(rgb, above)
