"""Why something from elsewhere makes no sense, in words short enough to go into a message."""

LONGEST = 120

# What reading JSON of unknown origin as something in particular can raise.
NO_SENSE = (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError)


def reason_of(error: BaseException) -> str:
    """One line of at most LONGEST letters."""
    if isinstance(error, KeyError):
        return f"{str(error)[:40]} is missing"
    return " ".join(str(error).split())[:LONGEST] or type(error).__name__
