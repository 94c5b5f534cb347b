"""Graphs run on what works: fallbacks, cancelling, and graphs that are not what the program wants."""

import threading
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, DamagedModelError, ModelRunError
from desktop.engine.inference import onnx_session, providers
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.device_probe import provider_reports
from desktop.engine.inference.model_kinds import COLORIZER, STYLE_ENCODER
from desktop.engine.inference.model_registry import Model, read_manifest
from desktop.engine.inference.onnx_session import GraphSession
from desktop.engine.inference.providers import choose
from tests.support.tiny_models import auto_graph, serialised, write_model

STYLE = {"style": np.full((1, 3, 32, 32), 0.5, dtype=np.float32)}


class BreaksLater:
    """A session that works once, for the warm-up, and then fails as a lost graphics card does."""

    def __init__(self, real: Any) -> None:
        self.real, self.runs = real, 0

    def get_inputs(self) -> Any:
        return self.real.get_inputs()

    def get_providers(self) -> list[str]:
        return ["CUDAExecutionProvider", "CPUExecutionProvider"]

    def run(self, *arguments: Any) -> Any:
        self.runs += 1
        if self.runs > 1:
            raise RuntimeError("CUDA failure 700: an illegal memory access\nsecond line")
        return self.real.run(*arguments)


@pytest.fixture
def pretend_cuda(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build with CUDA, on a computer whose graphics card fails after the first run."""
    real = onnx_session.ort.InferenceSession

    def make(content: bytes, options: Any, *, providers: list[tuple[str, dict[str, str]]]) -> Any:
        if providers[0][0] == "CUDAExecutionProvider":
            return BreaksLater(real(content, options, providers=["CPUExecutionProvider"]))
        return real(content, options, providers=providers)

    available = ["CUDAExecutionProvider", "CPUExecutionProvider"]
    monkeypatch.setattr(onnx_session.ort, "InferenceSession", make)
    monkeypatch.setattr(providers.ort, "get_available_providers", lambda: available)


def test_auto_on_a_computer_with_a_processor_alone_is_the_processor_without_a_word(tiny_model: Model) -> None:
    started = GraphSession(tiny_model, STYLE_ENCODER, STYLE)
    assert (started.provider, started.notices) == ("cpu", ())
    assert started.run(STYLE).shape == (1, 32)


@pytest.mark.parametrize("name", ["cuda", "coreml"])
def test_a_device_that_is_not_there_is_replaced_and_the_reason_given(tiny_model: Model, name: str) -> None:
    if providers.is_compiled_in(next(p for p in providers.PROVIDERS if p.name == name)):
        pytest.skip("this ONNX Runtime has it")
    started = GraphSession(tiny_model, STYLE_ENCODER, STYLE, name)
    assert started.provider == "cpu"
    assert len(started.notices) == 1
    assert "was built without it" in started.notices[0]
    assert "Running on the CPU" in started.notices[0]


def test_a_device_whose_driver_is_missing_is_replaced(
    tiny_model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ONNX Runtime starts the session all the same, on the processor; only asking it tells."""
    monkeypatch.setattr(providers, "is_compiled_in", lambda provider: provider.name != "coreml")
    real = onnx_session.ort.InferenceSession

    def start_on_the_processor(content: bytes, options: Any, providers: object) -> Any:
        return real(content, options, providers=["CPUExecutionProvider"])

    monkeypatch.setattr(onnx_session.ort, "InferenceSession", start_on_the_processor)
    started = GraphSession(tiny_model, STYLE_ENCODER, STYLE)
    assert started.provider == "cpu"
    assert "driver or libraries are missing" in started.notices[0]


@pytest.mark.usefixtures("pretend_cuda")
def test_a_device_that_fails_later_is_left_for_good_and_the_work_done(tiny_model: Model) -> None:
    started = GraphSession(tiny_model, STYLE_ENCODER, STYLE)
    assert (started.provider, started.notices) == ("cuda", ())
    expected = GraphSession(tiny_model, STYLE_ENCODER, STYLE, "cpu").run(STYLE)
    assert np.array_equal(started.run(STYLE), expected)
    assert started.provider == "cpu"
    assert started.notices == (
        "cuda failed. Running on the CPU from here on. [CUDA failure 700: an illegal memory access]",
    )
    started.run(STYLE)
    assert len(started.notices) == 1


@pytest.mark.usefixtures("pretend_cuda")
def test_the_colorizer_passes_the_reason_on(tiny_model: Model) -> None:
    colorizer = Colorizer(tiny_model)
    assert (colorizer.provider, colorizer.notices) == ("cuda", ())
    colorizer.embed(np.zeros((40, 40, 3), dtype=np.uint8))
    assert "illegal memory access" in colorizer.notices[0]


def test_a_graph_that_no_other_device_may_have_to_load_is_not_kept_as_bytes(tiny_model: Model) -> None:
    started = GraphSession(tiny_model, STYLE_ENCODER, STYLE, "cpu")
    assert not any(isinstance(held, bytes) and held for held in vars(started).values())


@pytest.mark.usefixtures("pretend_cuda")
def test_the_report_on_devices_tells_what_really_happens(tiny_model: Model) -> None:
    reports = {report.name: report for report in provider_reports(tiny_model)}
    assert not reports["cuda"].usable
    assert "illegal memory access" in reports["cuda"].reason
    assert not reports["coreml"].usable
    assert "built without it" in reports["coreml"].reason
    assert reports["cpu"].usable
    assert 'ran model "palette" at 64 px' in reports["cpu"].reason


def test_without_a_model_the_report_says_that_nothing_was_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.engine.inference.device_probe.find_models", list)
    report = next(report for report in provider_reports() if report.name == "cpu")
    assert report.usable
    assert "not tried" in report.reason


def test_a_graph_with_other_inputs_is_refused(
    tmp_path_factory: pytest.TempPathFactory, tiny_graphs: Any
) -> None:
    swapped = {"style_encoder": tiny_graphs["colorizer"], "colorizer": tiny_graphs["style_encoder"]}
    model = read_manifest(write_model(tmp_path_factory.mktemp("models") / "swapped", swapped))
    with pytest.raises(DamagedModelError, match="needs inputs"):
        Colorizer(model, "cpu")


def test_bytes_that_are_no_graph_are_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    nonsense = {"style_encoder": b"nonsense", "colorizer": b"nonsense"}
    model = read_manifest(write_model(tmp_path_factory.mktemp("models") / "nonsense", nonsense))
    with pytest.raises(DamagedModelError, match="it is not an ONNX graph"):
        Colorizer(model, "cpu")


def test_a_graph_that_the_runtime_does_not_take_is_refused(tmp_path: Path) -> None:
    unknown = onnx.load_from_string(auto_graph())
    unknown.graph.node[0].op_type = "NoSuchOperator"
    folder = write_model(tmp_path / "unknown", {"colorizer": unknown.SerializeToString()}, kind="auto")
    with pytest.raises(ModelRunError, match="cannot be started") as caught:
        Colorizer(read_manifest(folder), "cpu")
    assert "\n" not in str(caught.value)


def test_an_unknown_provider_is_a_programmers_fault() -> None:
    with pytest.raises(ValueError, match="there are auto, cuda, coreml, cpu"):
        choose("tpu")


def slow_graph() -> bytes:
    """A style encoder's signature around a loop that multiplies matrices for many seconds."""
    body = helper.make_graph(
        [
            helper.make_node("MatMul", ["state", "state"], ["product"]),
            helper.make_node("Tanh", ["product"], ["next"]),
            helper.make_node("Identity", ["go"], ["go_on"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("i", TensorProto.INT64, []),
            helper.make_tensor_value_info("go", TensorProto.BOOL, []),
            helper.make_tensor_value_info("state", TensorProto.FLOAT, ["n", "n"]),
        ],
        [
            helper.make_tensor_value_info("go_on", TensorProto.BOOL, []),
            helper.make_tensor_value_info("next", TensorProto.FLOAT, ["n", "n"]),
        ],
    )
    nodes = [
        helper.make_node("Shape", ["style"], ["shape"]),
        helper.make_node("Gather", ["shape", "last"], ["rounds"]),
        helper.make_node("Squeeze", ["style_part", "front"], ["start"]),
        helper.make_node("Loop", ["rounds", "yes", "start"], ["embedding"], body=body),
    ]
    nodes.insert(2, helper.make_node("Slice", ["style", "zero", "one", "channel"], ["style_part"]))
    constants = [
        numpy_helper.from_array(np.array(2, dtype=np.int64), "last"),
        numpy_helper.from_array(np.array([0, 1], dtype=np.int64), "front"),
        numpy_helper.from_array(np.array([0], dtype=np.int64), "zero"),
        numpy_helper.from_array(np.array([1], dtype=np.int64), "one"),
        numpy_helper.from_array(np.array([1], dtype=np.int64), "channel"),
        numpy_helper.from_array(np.array(True), "yes"),
    ]
    inputs = [helper.make_tensor_value_info("style", onnx.TensorProto.FLOAT, [1, 3, "h", "h"])]
    outputs = [helper.make_tensor_value_info("embedding", onnx.TensorProto.FLOAT, ["h", "h"])]
    return serialised(nodes, inputs, outputs, constants)


@pytest.fixture
def slow_session(tmp_path: Any, tiny_graphs: dict[str, bytes]) -> GraphSession:
    """A session that needs minutes for 2000 px, and no time to warm up on 2 px."""
    graphs = {**tiny_graphs, "style_encoder": slow_graph()}
    model = read_manifest(write_model(tmp_path / "slow", graphs))
    return GraphSession(model, STYLE_ENCODER, {"style": np.ones((1, 3, 2, 2), np.float32)}, "cpu")


def test_a_run_can_be_called_off_from_another_thread_and_the_session_lives_on(
    slow_session: GraphSession,
) -> None:
    token = CancelToken()
    timer = threading.Timer(0.2, token.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        slow_session.run({"style": np.ones((1, 3, 2000, 2000), np.float32)}, token)
    timer.join()
    assert slow_session.run({"style": np.ones((1, 3, 2, 2), np.float32)}).shape == (2, 2)


def test_a_token_already_cancelled_runs_nothing(tiny_model: Model) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        GraphSession(tiny_model, STYLE_ENCODER, STYLE).run(STYLE, token)


def test_the_colorizers_graph_is_run_with_both_inputs(tiny_model: Model) -> None:
    inputs = {"gray": np.zeros((1, 1, 32, 64), np.float32), "embedding": np.ones((1, 32), np.float32)}
    assert GraphSession(tiny_model, COLORIZER, inputs).run(inputs).shape == (1, 2, 32, 64)
