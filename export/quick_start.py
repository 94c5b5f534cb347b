"""Colorizers go through ONNX Runtime's basic rules once, when they are exported, instead of at every start.

Every photograph waits for its colorizer. The basic rules drop what computes nothing, compute what is constant, and use
ONNX's own operators alone; what a graph answers stays the same, bit for bit.
"""

import tempfile
from pathlib import Path

import onnx
import onnxruntime

from export.half_precision import keep_in_half_precision

BASIC = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC


def start_sooner(path: Path) -> None:
    """Replace the graph in a file by one that has been through the basic rules."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = BASIC
    with tempfile.TemporaryDirectory() as aside:
        written = Path(aside) / path.name
        options.optimized_model_filepath = str(written)
        onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        model = onnx.load(str(written))
    onnx.helper.set_model_props(model, {prop.key: prop.value for prop in onnx.load(str(path)).metadata_props})
    own = [opset for opset in model.opset_import if opset.domain == ""]
    del model.opset_import[:]  # ONNX Runtime names all that it knows
    model.opset_import.extend(own)
    model = keep_in_half_precision(model)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, str(path))
