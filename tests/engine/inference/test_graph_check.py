"""Graphs that have the runtime read other files are refused, wherever in them the tensor lies."""

from collections.abc import Callable

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from desktop.engine.core.reasons import Reason
from desktop.engine.inference import graph_check
from desktop.engine.inference.graph_check import check_graph
from tests.support.tiny_models import auto_graph


def external() -> TensorProto:
    tensor = TensorProto(name="c", data_type=TensorProto.FLOAT, dims=[4], data_location=TensorProto.EXTERNAL)
    tensor.external_data.add(key="location", value="secret.bin")
    return tensor


def in_subgraph(model: onnx.ModelProto) -> None:
    body = helper.make_graph([], "body", [], [], [external()])
    model.graph.node.append(helper.make_node("If", ["yes"], ["x"], then_branch=body, else_branch=body))


def in_sparse(model: onnx.ModelProto) -> None:
    indices = numpy_helper.from_array(np.array([0], np.int64))
    model.graph.sparse_initializer.append(
        onnx.SparseTensorProto(values=external(), indices=indices, dims=[4])
    )


def in_function(model: onnx.ModelProto) -> None:
    node = helper.make_node("Constant", [], ["c"], value=external())
    model.functions.append(helper.make_function("own", "f", [], ["c"], [node], []))


def in_training(model: onnx.ModelProto) -> None:
    model.training_info.add().initialization.initializer.append(external())


def location_alone(model: onnx.ModelProto) -> None:
    tensor = external()
    tensor.ClearField("external_data")
    model.graph.initializer.append(tensor)


def data_alone(model: onnx.ModelProto) -> None:
    tensor = external()
    tensor.ClearField("data_location")
    model.graph.initializer.append(tensor)


def compiled_elsewhere(model: onnx.ModelProto) -> None:
    model.graph.node.append(helper.make_node("EPContext", [], ["x"], domain="com.microsoft"))


PLACES: dict[str, Callable[[onnx.ModelProto], None]] = {
    "initializer": lambda model: model.graph.initializer.append(external()),
    "constant": lambda model: model.graph.node.append(
        helper.make_node("Constant", [], ["c"], value=external())
    ),
    "subgraph": in_subgraph,
    "sparse": in_sparse,
    "function": in_function,
    "training": in_training,
    "location alone": location_alone,
    "data alone": data_alone,
    "compiled elsewhere": compiled_elsewhere,
}


@pytest.mark.parametrize("place", PLACES)
def test_other_files_are_found_wherever_they_are_named(place: str) -> None:
    model = onnx.load_from_string(auto_graph())
    check_graph(model.SerializeToString())
    PLACES[place](model)
    with pytest.raises(Reason, match="reads other files"):
        check_graph(model.SerializeToString())


def test_a_second_graph_in_one_file_is_looked_at_too() -> None:
    other = onnx.ModelProto()
    other.graph.initializer.append(external())
    with pytest.raises(Reason, match="reads other files"):
        check_graph(auto_graph() + other.SerializeToString())


def test_a_location_of_more_bits_than_it_has_is_none_that_can_be_used() -> None:
    graph = (
        b"\x2a\x07\x70" + b"\x81\x80\x80\x80\x10" + b"\x00"
    )  # 2**32 + 1, which is cut to 1 when it is read
    with pytest.raises(Reason):
        check_graph(b"\x3a" + bytes([len(graph)]) + graph)


@pytest.mark.parametrize("content", [b"ORTM" * 10, b"\x3a\x7f", b"\xff" * 20, b"\x0b\x0c", b"nonsense"])
def test_what_is_no_graph(content: bytes) -> None:
    with pytest.raises(Reason, match="not an ONNX graph"):
        check_graph(content)


def test_nesting_and_number_of_parts_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = onnx.GraphProto()
    for _ in range(20):
        graph = helper.make_graph([helper.make_node("If", ["yes"], ["x"], then_branch=graph)], "g", [], [])
    with pytest.raises(Reason, match="nested too deeply"):
        check_graph(onnx.ModelProto(graph=graph).SerializeToString())
    monkeypatch.setattr(graph_check, "MAX_FIELDS", 10)
    with pytest.raises(Reason, match="too many parts"):
        check_graph(auto_graph())
