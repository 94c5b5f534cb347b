"""Graphs keep their weights in half precision, as the published weights are; nothing that they answer changes."""

import numpy as np
import onnx
from onnx import numpy_helper

# Smaller ones would hardly save what the node that widens them takes.
_LEAST_NUMBERS = 256
_SUFFIX = "_half"


def keep_in_half_precision(model: onnx.ModelProto) -> onnx.ModelProto:
    """Store every large float32 initializer that float16 holds exactly as such, and widen it where it is used.

    A runtime folds the widening once, when it loads the graph; from then on the graph is what it was, bit for bit.
    What float16 does not hold exactly stays as it is.

    Args:
        model: changed in place, and returned.
    """
    widenings = []
    for initializer in model.graph.initializer:
        if initializer.data_type != onnx.TensorProto.FLOAT:
            continue
        numbers = numpy_helper.to_array(initializer)
        with np.errstate(over="ignore"):
            halves = numbers.astype(np.float16)
        if numbers.size < _LEAST_NUMBERS or not np.array_equal(halves.astype(np.float32), numbers):
            continue
        name = initializer.name
        initializer.CopyFrom(numpy_helper.from_array(halves, name + _SUFFIX))
        widenings.append(onnx.helper.make_node("Cast", [name + _SUFFIX], [name], to=onnx.TensorProto.FLOAT))
    nodes = [*widenings, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model
