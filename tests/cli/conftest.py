"""What the tests of the command line share."""

from tests.support.signals import heard_ctrl_c

__all__ = ["heard_ctrl_c"]
