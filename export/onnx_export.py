"""Tracing the graphs to ONNX files, checked and labelled."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx
import torch
from torch import nn
from torch.export import Dim

from export.graphs import AutoGraph, ColorizerGraph, PainterGraph, StyleEncoderGraph, example_inputs
from export.half_precision import keep_in_half_precision
from train.networks.auto import AutoNetwork
from train.networks.base import TransferNetwork
from train.networks.repaint import RepaintNetwork

OPSET = 18
STYLE_ENCODER_FILE = "style_encoder.onnx"
COLORIZER_FILE = "colorizer.onnx"
PAINTER_FILE = "painter.onnx"
_MAX_SIDE_PX = 4096


def _trace(
    module: nn.Module,
    inputs: tuple[torch.Tensor, ...],
    path: Path,
    ports: tuple[list[str], str],
    multiple: int,
    metadata: Mapping[str, str],
) -> None:
    names, output = ports
    # Free height and width: symbols times the multiple that the network needs.
    free = {
        axis: multiple * Dim(name, min=2, max=_MAX_SIDE_PX // multiple) for axis, name in ((2, "h"), (3, "w"))
    }
    shapes: dict[str, Any] = dict.fromkeys(names) | {names[0]: free}
    program = torch.onnx.export(
        module.eval(),
        inputs,
        input_names=names,
        output_names=[output],
        dynamic_shapes=shapes,
        opset_version=OPSET,
        dynamo=True,
        verbose=False,
    )
    assert program is not None
    model = keep_in_half_precision(_without_traces(program.model_proto))
    onnx.helper.set_model_props(model, dict(metadata))
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, str(path))


def _without_traces(model: onnx.ModelProto) -> onnx.ModelProto:
    """Drop the exporter's notes: they name source lines and folders, so no two machines would write one graph."""
    graph = model.graph
    for part in (
        model,
        graph,
        *graph.node,
        *graph.value_info,
        *graph.input,
        *graph.output,
        *graph.initializer,
    ):
        part.ClearField("doc_string")
        part.ClearField("metadata_props")
    return model


def export_graphs(
    network: TransferNetwork | RepaintNetwork, folder: Path, metadata: Mapping[str, str]
) -> None:
    """Write the graphs into `folder`, with free height and width and `metadata` as metadata_props.

    A network without reference has a colorizer alone, which is fed with the grey and nothing else; of one that
    repaints, the painter alone is written.

    Raises:
        onnx.checker.ValidationError: a graph is not valid ONNX.
    """
    network = network.eval().float().cpu()
    # Not square, so that no axis is taken for the other.
    height, width = 4 * network.size_multiple, 6 * network.size_multiple
    if isinstance(network, RepaintNetwork):
        photo = torch.rand(1, 3, height, width)
        ports, multiple = (["photo"], "painted"), network.size_multiple
        _trace(PainterGraph(network), (photo,), folder / PAINTER_FILE, ports, multiple, metadata)
        return
    style_inputs, colorizer_inputs = example_inputs(network, height, width)
    if isinstance(network, AutoNetwork):
        auto, inputs = AutoGraph(network), colorizer_inputs[:1]
        _trace(auto, inputs, folder / COLORIZER_FILE, (["gray"], "ab"), network.size_multiple, metadata)
        return
    encoder, colorizer = StyleEncoderGraph(network), ColorizerGraph(network)
    _trace(
        encoder,
        style_inputs,
        folder / STYLE_ENCODER_FILE,
        (["style"], "embedding"),
        network.style_multiple,
        metadata,
    )
    _trace(
        colorizer,
        colorizer_inputs,
        folder / COLORIZER_FILE,
        (["gray", "embedding"], "ab"),
        network.size_multiple,
        metadata,
    )
