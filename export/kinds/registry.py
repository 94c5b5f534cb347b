"""The kind of model that a network is exported as."""

from typing import Any

from torch import nn

from export.kinds.auto import AutoKind
from export.kinds.base import ExportKind
from export.kinds.palette import PaletteKind
from export.kinds.repaint import RepaintKind

# The first whose class of networks fits: a network of natural colours is also one of the palette's class.
KINDS: tuple[ExportKind[Any], ...] = (RepaintKind(), AutoKind(), PaletteKind())


def kind_of(network: nn.Module) -> ExportKind[Any]:
    """The kind of a network; raises TypeError for one that is not exported."""
    for kind in KINDS:
        if isinstance(network, kind.network):
            return kind
    raise TypeError(f"networks of the class {type(network).__name__} are not exported")


def kind_named(name: str) -> ExportKind[Any]:
    """The kind of that name; raises KeyError if there is none."""
    return {kind.name: kind for kind in KINDS}[name]
