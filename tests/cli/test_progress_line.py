"""The progress line on a terminal tells rate and time left."""

import pytest

from desktop.cli import progress_line


class Terminal:
    """Standard error as a terminal, and a clock that goes on by a second at each look."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.now_s = 0.0

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.written.append(text)

    def flush(self) -> None:
        pass

    def clock(self) -> float:
        self.now_s += 1.0
        return self.now_s


def test_the_line_on_a_terminal_tells_rate_and_time_left() -> None:
    terminal = Terminal()
    line = progress_line.ProgressLine(400, stream=terminal, clock=terminal.clock)  # type: ignore[arg-type]
    for number in range(3):
        line.step(f"{number}.jpg", made=number > 0)
    assert [text.strip() for text in terminal.written] == [
        "0 of 400",
        "1 of 400  0.jpg",
        "2 of 400, 30.0 a minute, 13 min 16 s left  1.jpg",
        "3 of 400, 40.0 a minute, 9 min 56 s left  2.jpg",
    ]
    line.clear()
    assert terminal.written[-1].strip() == ""
    assert terminal.written[-1].endswith("\r")


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "0 s"), (59.4, "59 s"), (127, "2 min 07 s"), (3900, "1 h 05 min")]
)
def test_durations(seconds: float, text: str) -> None:
    assert progress_line.duration_text(seconds) == text
