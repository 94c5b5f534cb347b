"""Learning curves: a CSV file that survives a resume, and TensorBoard beside it."""

import csv
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Curves:
    """Averages values between rows and writes a row to `curves.csv` and to TensorBoard.

    Args:
        folder: folder of the run.
        start_step: rows after this step, left by a run that was killed, are dropped.
        batch: pictures of a step.
    """

    def __init__(self, folder: Path, start_step: int, batch: int) -> None:
        from torch.utils.tensorboard import SummaryWriter

        self.path = folder / "curves.csv"
        self.rows = self._rows_until(start_step)
        self.columns = list(self.rows[0]) if self.rows else ["step"]
        self._write_file()
        self.writer: Any = SummaryWriter(str(folder / "tensorboard"), purge_step=start_step + 1)
        self.sums: dict[str, float] = {}
        self.counts: dict[str, int] = {}
        self.steps = 0
        self.batch = batch
        self.since_s = time.monotonic()

    def _rows_until(self, step: int) -> list[dict[str, str]]:
        if not self.path.exists():
            return []
        with self.path.open(newline="", encoding="utf-8") as file:
            # A row that a kill has cut short has no value for the last column.
            return [
                row for row in csv.DictReader(file) if None not in row.values() and int(row["step"]) <= step
            ]

    def _write_file(self) -> None:
        with self.path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, self.columns, restval="")
            writer.writeheader()
            writer.writerows(self.rows)

    def add(self, values: Mapping[str, float]) -> None:
        """Take the values of one step into the current mean."""
        for name, value in values.items():
            self.sums[name] = self.sums.get(name, 0.0) + value
            # Not every step computes every term.
            self.counts[name] = self.counts.get(name, 0) + 1
        self.steps += 1

    def write(self, step: int, extra: Mapping[str, float]) -> dict[str, float]:
        """Write the mean since the last row, pictures seen and their rate, and `extra` as it is; returns the row."""
        now_s = time.monotonic()
        row = {name: value / self.counts[name] for name, value in self.sums.items()}
        row |= {
            "pictures": float(step * self.batch),
            "pictures_per_s": self.steps * self.batch / (now_s - self.since_s),
            **extra,
        }
        self.since_s = now_s
        self.sums, self.counts, self.steps = {}, {}, 0
        self.rows.append({"step": str(step)} | {name: f"{value:.6g}" for name, value in row.items()})
        new_columns = [name for name in row if name not in self.columns]
        if new_columns:
            # A resume under another recipe may bring terms that earlier rows do not have.
            self.columns += new_columns
            self._write_file()
        else:
            with self.path.open("a", newline="", encoding="utf-8") as file:
                csv.DictWriter(file, self.columns, restval="").writerow(self.rows[-1])
        for name, value in row.items():
            self.writer.add_scalar(name, value, step)
        self.writer.flush()
        return row
