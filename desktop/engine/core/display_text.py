"""Makes names from elsewhere safe to print: control characters and direction marks are written as escapes.

A name may hold escape sequences that move the cursor, colour or retitle a terminal, line ends that forge a line, and
marks that turn the direction of what follows, so that "gpj.exe" reads as another ending.
"""

import re

# C0 and C1 controls, line and paragraph separators, and the marks of the bidirectional algorithm (UAX #9).
_OBEYED = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def spelt_out(text: str, keep: str = "") -> str:
    """`text` with each such character, those in `keep` aside, as an escape of Python's: "\\x1b", "\\u202e"."""
    return _OBEYED.sub(lambda found: found[0] if found[0] in keep else ascii(found[0])[1:-1], text)
