"""What a person may turn without the network running again."""

from dataclasses import dataclass

MAX_AMOUNT = 1.5


@dataclass(frozen=True)
class Adjustments:
    """What a person may turn without the network running again.

    amount: factor on the predicted chroma, 0 (the grey photograph) to 1.5.
    """

    amount: float = 1.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.amount <= MAX_AMOUNT:
            raise ValueError(f"The amount must be from 0 to {MAX_AMOUNT}, not {self.amount}.")
