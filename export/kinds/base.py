"""The protocol of a kind of model that can be exported."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from PIL import Image
from torch import nn

from export.parity import Parity

Network = TypeVar("Network", bound=nn.Module)


class ExportKind(ABC, Generic[Network]):
    """One kind of model.

    name: of the kind, in manifest and card. network: the class of its networks.
    card_facts, card_ports: rows of the card's table and the paragraph about the graphs, with named fields.
    measured: what stands above the table of scores, with `{working_size_px}` as a field.
    """

    name: ClassVar[str]
    network: type[Network]
    card_facts: ClassVar[str]
    card_ports: ClassVar[str]
    measured: ClassVar[str]

    @abstractmethod
    def sizes(self, network: Network) -> dict[str, Any]:
        """The network's `embedding_size` (0 without one), `embedding_parts`, and millions of parameters by graph.

        embedding_parts: how many numbers of each kind follow one another; empty where all are of one kind.
        """

    @abstractmethod
    def export_graphs(self, network: Network, folder: Path, metadata: Mapping[str, str]) -> None:
        """Write the graphs into `folder`, with free height and width and `metadata` as metadata_props.

        network: in float32, on the processor. Raises `onnx.checker.ValidationError` for a graph that is not valid.
        """

    @abstractmethod
    def measure_parity(self, network: Network, folder: Path, pictures: Iterable[Image.Image]) -> Parity:
        """Run the graphs of `folder` and the network side by side on random noise and on `pictures`.

        network: in float32, on the processor. Raises `ParityError` for a difference above the limit.
        """

    @abstractmethod
    def describe_parity(self, parity: Parity) -> str:
        """The largest difference, with its unit."""

    @abstractmethod
    def score_tables(self, scores: Mapping[str, Any]) -> str:
        """The scores as Markdown tables."""


def millions(module: nn.Module) -> float:
    """Millions of parameters."""
    return sum(parameter.numel() for parameter in module.parameters()) / 1e6
