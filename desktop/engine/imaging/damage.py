"""How much of a damaged picture is sound, and what to tell the user of it."""

from dataclasses import dataclass
from pathlib import Path

from desktop.engine.core.errors import DamagedPictureError

LEAST_SOUND = 0.01  # of the pixels; a picture of which less can be read is refused
WHOLE = 0.9995  # what rounds to all of it


@dataclass(frozen=True)
class Damage:
    """A picture that was opened although its file is damaged.

    sound: share 0..1 of its pixels that could be read, the rest is grey; None where every pixel could be read, but
    some of them must be wrong, and the file does not tell which. is_blurred: the rest is there, but without detail.
    """

    sound: float | None = None
    is_blurred: bool = False

    @property
    def notice(self) -> str:
        """One sentence for the user."""
        if self.sound is None:
            return "The file is damaged: its data are corrupt, so that parts of the picture may be wrong."
        if self.is_blurred:
            return (
                f"The file is damaged: {self._percent} % of the picture could be read, the rest is blurred."
            )
        return f"The file is damaged: {self._percent} % of the picture could be read, the rest is grey."

    def refusal(self, path: Path) -> DamagedPictureError:
        """The error for callers that take no damaged pictures."""
        if self.sound is None:
            return DamagedPictureError(f"{path} is damaged (its data are corrupt); copy it again.")
        return DamagedPictureError(
            f"{path} is damaged or incomplete (only {self._percent} % of it can be read); copy it again."
        )

    @property
    def _percent(self) -> int:
        return min(max(round(100 * (self.sound or 0)), 1), 99)
