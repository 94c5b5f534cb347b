"""Half precision on disk, and the same graph in memory."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from desktop.engine.core.arrays import Floats
from export.half_precision import keep_in_half_precision

RANDOM = np.random.default_rng(0)
EXACT = RANDOM.normal(size=(32, 32)).astype(np.float16).astype(np.float32)
INEXACT = RANDOM.normal(size=(32, 32)).astype(np.float32)
LARGE = np.full((32, 32), 1e6, np.float32)
FEW = np.ones((1, 32), np.float32)


def _model() -> onnx.ModelProto:
    weights = {"exact": EXACT, "inexact": INEXACT, "large": LARGE, "few": FEW}
    names, nodes = ["x", "a", "b", "c", "y"], []
    for place, (kind, weight) in enumerate(zip(("MatMul", "MatMul", "MatMul", "Add"), weights, strict=True)):
        nodes.append(helper.make_node(kind, [names[place], weight], [names[place + 1]]))
    graph = helper.make_graph(
        nodes,
        "test",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 32])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 32])],
        [numpy_helper.from_array(numbers, name) for name, numbers in weights.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)


def _answer(model: onnx.ModelProto, x: Floats) -> Floats:
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    (answer,) = session.run(None, {"x": x})
    return np.asarray(answer)


def test_what_halves_hold_exactly_is_kept_in_them_and_nothing_else() -> None:
    model = keep_in_half_precision(_model())
    onnx.checker.check_model(model, full_check=True)
    kinds = {initializer.name: initializer.data_type for initializer in model.graph.initializer}
    assert kinds == {
        "exact_half": TensorProto.FLOAT16,
        "inexact": TensorProto.FLOAT,
        "large": TensorProto.FLOAT,
        "few": TensorProto.FLOAT,
    }


def test_the_answer_is_the_same_to_the_last_bit() -> None:
    x = RANDOM.normal(size=(5, 32)).astype(np.float32)
    assert np.array_equal(_answer(keep_in_half_precision(_model()), x), _answer(_model(), x))


def test_the_runtime_widens_once_when_it_loads_the_graph(tmp_path: Path) -> None:
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(tmp_path / "optimised.onnx")
    content = keep_in_half_precision(_model()).SerializeToString()
    onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    optimised = onnx.load(options.optimized_model_filepath)
    assert "Cast" not in {node.op_type for node in optimised.graph.node}
