"""Reasons of errors in the program's own words, which can be translated, in place of a library's.

What a library or the system says of it, in whatever language, goes into no message: it stays with the fault that
caused ours, for the log.
"""

import errno
import json
import re

from desktop.engine.core.errors import TintypeError

LONGEST = 120

# What reading JSON of unknown origin as something in particular can raise.
PARSE_ERRORS = (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError)

MALFORMED = "what it holds makes no sense"  # where nothing more is known
IN_USE = (32, 33)  # Windows' numbers for a file, or a part of it, that another program has locked
_OF_THE_SYSTEM = {
    errno.EACCES: "it is not allowed",
    errno.EPERM: "it is not allowed",
    errno.ENOENT: "it is not there",
    errno.EISDIR: "it is a folder",
    errno.ENODEV: "it is a device or a pipe",
    errno.ENXIO: "it is a device or a pipe",
    errno.EROFS: "the disk is read-only",
    errno.EIO: "the disk reports an error",
    errno.ENOSPC: "no room is left on the disk",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links go round in circles",
    errno.EBUSY: "another program is using it",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ETIMEDOUT: "the network does not answer",
    errno.ENETDOWN: "the network does not answer",
    errno.EHOSTDOWN: "the network does not answer",
    errno.ENOTCONN: "the network does not answer",
    errno.ESTALE: "the network does not answer",
}

_CAUSE = re.compile(r"(?<=[.!?]) \[.*\]$", re.DOTALL)


class Reason(ValueError):  # noqa: N818 - a reason within a fault, which tells the rest
    """Why something that was read makes no sense, in words of the program's own, which may go into a message."""


def reason_of(error: BaseException) -> str:
    """One line of at most LONGEST letters."""
    if isinstance(error, Reason | TintypeError):
        return " ".join(str(error).split())[:LONGEST]
    if isinstance(error, KeyError):
        return f"its field {str(error)[:40]} is missing"
    if isinstance(error, OSError):
        return system_reason(error)
    if isinstance(error, json.JSONDecodeError):
        return "it is not JSON"
    if isinstance(error, UnicodeError):
        return "it is not text"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, OverflowError):
        return "a number in it is too large"
    if isinstance(error, TypeError | AttributeError):
        return "a part of it is of the wrong kind"
    return MALFORMED


def system_reason(error: OSError) -> str:
    """Why the system would not do something with a file."""
    if getattr(error, "winerror", None) in IN_USE:
        return "another program is using it"
    if error.errno is None:
        return MALFORMED
    return _OF_THE_SYSTEM.get(error.errno, f"error {error.errno} of the system")


def with_cause(message: str, cause: str) -> str:
    """A message with what a library said at its end, in square brackets, as a script may want it."""
    return f"{message} [{cause}]" if cause else message


def without_cause(message: str) -> str:
    """A message without what `with_cause` put at its end."""
    return _CAUSE.sub("", message)


def cause_of(error: BaseException) -> str:
    """What a library or the system said when an error was raised; empty if nothing. May name files."""
    cause = error.__cause__
    passed = {error}  # a fault may be among its own causes
    while cause is not None and cause.__cause__ is not None and cause not in passed:
        passed.add(cause)
        cause = cause.__cause__
    if cause is None or isinstance(cause, Reason | TintypeError):
        return ""
    words = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
    return f"{type(cause).__name__}: {' '.join(words.split())[:LONGEST]}"
