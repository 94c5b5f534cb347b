"""Every fault has its own exit code, a builtin relative and a message of one line."""

import pytest

from desktop.engine.core import errors
from desktop.engine.core.errors import TintypeError

FAULTS = [
    fault for fault in vars(errors).values() if isinstance(fault, type) and issubclass(fault, TintypeError)
]


def test_no_two_faults_share_an_exit_code() -> None:
    codes = [fault.exit_code for fault in FAULTS]
    assert len(set(codes)) == len(codes) > 20
    assert all(10 <= code <= 130 for code in codes)


@pytest.mark.parametrize("fault", [f for f in FAULTS if f not in (TintypeError, errors.Cancelled)])
def test_a_script_can_catch_the_builtin_and_a_window_the_family(fault: type[TintypeError]) -> None:
    builtins = [base for base in fault.__mro__ if base.__module__ == "builtins"]
    assert builtins[0] is not Exception
    with pytest.raises(builtins[0], match=r"^Say this\.$"):
        raise fault("Say this.")


@pytest.mark.parametrize("fault", FAULTS)
def test_the_message_is_shown_as_it_is(fault: type[TintypeError]) -> None:
    assert str(fault("There is no file a.jpg.")) == "There is no file a.jpg."
