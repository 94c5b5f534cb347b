"""Tracing networks to ONNX files, checked and labelled."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx
import torch
from torch import nn
from torch.export import Dim

from export.half_precision import keep_in_half_precision

OPSET = 18
_MAX_SIDE_PX = 4096


def trace(
    module: nn.Module,
    inputs: Mapping[str, torch.Tensor],
    output: str,
    path: Path,
    multiple: int,
    metadata: Mapping[str, str],
) -> None:
    """Write one graph, with `metadata` as metadata_props.

    inputs: examples by the names of the inputs; the first is a picture, whose height and width are free in multiples
        of `multiple`. output: the name of the one output.
    Raises `onnx.checker.ValidationError` for a graph that is not valid ONNX.
    """
    names = list(inputs)
    # Free height and width: symbols times the multiple that the network needs.
    free = {
        axis: multiple * Dim(name, min=2, max=_MAX_SIDE_PX // multiple) for axis, name in ((2, "h"), (3, "w"))
    }
    shapes: dict[str, Any] = dict.fromkeys(names) | {names[0]: free}
    program = torch.onnx.export(
        module.eval(),
        tuple(inputs.values()),
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
