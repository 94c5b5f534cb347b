"""A model is tried out in another process, which has bounds and can be cancelled."""

import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, ModelRunError
from desktop.engine.inference import model_trial
from desktop.engine.inference.model_registry import Model, read_manifest
from desktop.engine.inference.model_trial import try_out
from tests.support.tiny_models import FLOAT, serialised, write_model

SCALAR: list[int] = []


def endless_graph() -> bytes:
    """ab after 2**60 rounds of a loop."""
    body = helper.make_graph(
        [helper.make_node("Identity", ["go"], ["go_on"]), helper.make_node("Tanh", ["state"], ["next"])],
        "body",
        [
            helper.make_tensor_value_info("round", TensorProto.INT64, SCALAR),
            helper.make_tensor_value_info("go", TensorProto.BOOL, SCALAR),
            helper.make_tensor_value_info("state", FLOAT, [1, 2, "h", "w"]),
        ],
        [
            helper.make_tensor_value_info("go_on", TensorProto.BOOL, SCALAR),
            helper.make_tensor_value_info("next", FLOAT, [1, 2, "h", "w"]),
        ],
    )
    nodes = [
        helper.make_node("Concat", ["gray", "gray"], ["start"], axis=1),
        helper.make_node("Loop", ["rounds", "yes", "start"], ["ab"], body=body),
    ]
    return auto_like(nodes, rounds=np.array(2**60), yes=np.array(True))


def greedy_graph() -> bytes:
    """ab from a tensor of 40 GB."""
    nodes = [
        helper.make_node("Expand", ["gray", "shape"], ["huge"]),
        helper.make_node("ReduceMax", ["huge"], ["top"], keepdims=1),
        helper.make_node("Concat", ["gray", "gray"], ["two"], axis=1),
        helper.make_node("Mul", ["two", "top"], ["ab"]),
    ]
    return auto_like(nodes, shape=np.array([10_000_000, 1, 1, 1]))


def auto_like(nodes: list[Any], **constants: NDArray[Any]) -> bytes:
    inputs = [helper.make_tensor_value_info("gray", FLOAT, [1, 1, "h", "w"])]
    outputs = [helper.make_tensor_value_info("ab", FLOAT, [1, 2, "h", "w"])]
    tensors = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    return serialised(nodes, inputs, outputs, tensors)


def auto_model(folder: Path, graph: bytes) -> Model:
    return read_manifest(write_model(folder, {"colorizer": graph}, kind="auto"))


def test_a_model_that_never_ends_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelRunError, match="does not end within 4 seconds"):
        try_out(auto_model(tmp_path / "endless", endless_graph()), CancelToken(), seconds=4)


def test_a_trial_can_be_called_off(tmp_path: Path) -> None:
    token, start_s = CancelToken(), time.monotonic()
    threading.Timer(2, token.cancel).start()
    with pytest.raises(Cancelled):
        try_out(auto_model(tmp_path / "endless", endless_graph()), token)
    assert time.monotonic() - start_s < model_trial.SECONDS / 2


def test_a_model_that_asks_for_more_memory_than_it_may_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelRunError, match=r"cannot be (started|used)|failed on the CPU"):
        try_out(auto_model(tmp_path / "greedy", greedy_graph()), CancelToken())


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import os; os.abort()", "crashed when it was tried"),
        ("print('noise'); print('[]')", "crashed when it was tried"),
        ("print('{\"exit_code\": 50}')", "MB of memory"),
    ],
)
def test_what_the_other_process_may_come_to(
    tiny_model: Model, monkeypatch: pytest.MonkeyPatch, program: str, words: str
) -> None:
    monkeypatch.setattr(model_trial, "_this_program", lambda: [sys.executable, "-c", program])
    with pytest.raises(ModelRunError, match=words):
        try_out(tiny_model, CancelToken())


def test_a_module_in_the_folder_at_hand_is_not_run(
    tiny_model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "__init__.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    try_out(tiny_model, CancelToken())
