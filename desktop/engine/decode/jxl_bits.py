"""Reads the fields of a JPEG XL codestream's header, which are packed bit by bit (ISO/IEC 18181-1, 9.2 and 9.3)."""


class JxlBits:
    """Bits from the lowest of each byte on. Raises EOFError past the end."""

    def __init__(self, data: bytes) -> None:
        self._value = int.from_bytes(data, "little")
        self._left = 8 * len(data)

    def read(self, count: int) -> int:
        """A number of so many bits."""
        if count > self._left:
            raise EOFError
        found = self._value & ((1 << count) - 1)
        self._value >>= count
        self._left -= count
        return found

    def flag(self) -> bool:
        """One bit."""
        return bool(self.read(1))

    def number(self, *choices: tuple[int, int]) -> int:
        """The format's U32: two bits choose one of four pairs, (what is added, how many bits are read)."""
        added, bits = choices[self.read(2)]
        return added + self.read(bits)

    def code(self) -> int:
        """The format's Enum."""
        return self.number((0, 0), (1, 0), (2, 4), (18, 6))
