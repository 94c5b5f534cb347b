"""Models small enough to make in a test, a few hundred bytes each, that colour as simply as can be."""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

EMBEDDING_SIZE = 32
FLOAT = TensorProto.FLOAT


def style_encoder_graph() -> bytes:
    """Embedding = 32 fixed mixtures of the painting's mean red, green and blue, less their own mean."""
    mixture = np.random.default_rng(5).normal(size=(3, EMBEDDING_SIZE)).astype(np.float32)
    mixture[:, :3] = np.eye(3) - 1 / 3  # the first three: how much redder, greener, bluer than grey
    nodes = [
        helper.make_node("ReduceMean", ["style", "axes"], ["mean"], keepdims=0),
        helper.make_node("MatMul", ["mean", "mixture"], ["embedding"]),
    ]
    constants = [
        numpy_helper.from_array(np.array([2, 3], dtype=np.int64), "axes"),
        numpy_helper.from_array(mixture, "mixture"),
    ]
    inputs = [helper.make_tensor_value_info("style", FLOAT, [1, 3, "h", "w"])]
    outputs = [helper.make_tensor_value_info("embedding", FLOAT, [1, EMBEDDING_SIZE])]
    return serialised(nodes, inputs, outputs, constants)


def colorizer_graph() -> bytes:
    """ab = first four of the embedding, mixed: two offsets, and two slopes over (grey - 0.5)."""
    mixture = np.zeros((EMBEDDING_SIZE, 4), dtype=np.float32)
    mixture[0], mixture[1], mixture[2] = [90, 30, 60, -20], [-90, 30, -30, 40], [10, -90, -40, 60]
    nodes = [
        helper.make_node("MatMul", ["embedding", "mixture"], ["mixed"]),
        helper.make_node("Reshape", ["mixed", "shape"], ["four"]),
        helper.make_node("Split", ["four"], ["offsets", "slopes"], axis=1, num_outputs=2),
        helper.make_node("Sub", ["gray", "half"], ["centred"]),
        helper.make_node("Mul", ["centred", "slopes"], ["sloped"]),
        helper.make_node("Add", ["sloped", "offsets"], ["ab"]),
    ]
    constants = [
        numpy_helper.from_array(mixture, "mixture"),
        numpy_helper.from_array(np.array([1, 4, 1, 1], dtype=np.int64), "shape"),
        numpy_helper.from_array(np.array(0.5, dtype=np.float32), "half"),
    ]
    inputs = [
        helper.make_tensor_value_info("gray", FLOAT, [1, 1, "h", "w"]),
        helper.make_tensor_value_info("embedding", FLOAT, [1, EMBEDDING_SIZE]),
    ]
    outputs = [helper.make_tensor_value_info("ab", FLOAT, [1, 2, "h", "w"])]
    return serialised(nodes, inputs, outputs, constants)


def auto_graph() -> bytes:
    """ab = (60 grey - 20, 50 - 80 grey): dark is greenish, light reddish, whoever asks."""
    nodes = [
        helper.make_node("Mul", ["gray", "slopes"], ["sloped"]),
        helper.make_node("Add", ["sloped", "offsets"], ["ab"]),
    ]
    constants = [
        numpy_helper.from_array(np.array([60, -80], np.float32).reshape(1, 2, 1, 1), "slopes"),
        numpy_helper.from_array(np.array([-20, 50], np.float32).reshape(1, 2, 1, 1), "offsets"),
    ]
    inputs = [helper.make_tensor_value_info("gray", FLOAT, [1, 1, "h", "w"])]
    outputs = [helper.make_tensor_value_info("ab", FLOAT, [1, 2, "h", "w"])]
    return serialised(nodes, inputs, outputs, constants)


def painter_graph() -> bytes:
    """Means of 9 x 9 pixels, redder, and a tenth lighter or darker as the tile is as a whole."""
    nodes = [
        helper.make_node("Pad", ["photo", "pads"], ["padded"], mode="reflect"),
        helper.make_node("Conv", ["padded", "means"], ["blurred"], group=3),
        helper.make_node("ReduceMean", ["photo", "axes"], ["mean"], keepdims=1),
        helper.make_node("Mul", ["mean", "tenth"], ["share"]),
        helper.make_node("Add", ["blurred", "share"], ["lit"]),
        helper.make_node("Mul", ["lit", "tint"], ["painted"]),
    ]
    constants = [
        numpy_helper.from_array(np.array([0, 0, 4, 4, 0, 0, 4, 4], np.int64), "pads"),
        numpy_helper.from_array(np.full((3, 1, 9, 9), 1 / 81, np.float32), "means"),
        numpy_helper.from_array(np.array([1, 2, 3], np.int64), "axes"),
        numpy_helper.from_array(np.array(0.1, np.float32), "tenth"),
        numpy_helper.from_array(np.array([0.95, 0.8, 0.6], np.float32).reshape(1, 3, 1, 1), "tint"),
    ]
    inputs = [helper.make_tensor_value_info("photo", FLOAT, [1, 3, "h", "w"])]
    outputs = [helper.make_tensor_value_info("painted", FLOAT, [1, 3, "h", "w"])]
    return serialised(nodes, inputs, outputs, constants)


def external_graph(content: bytes, weights: Path) -> bytes:
    """The same graph, whose first constant lies in the file `weights`, which is written; named without its folder."""
    model = onnx.load_from_string(content)
    constant = model.graph.initializer[0]
    weights.write_bytes(constant.raw_data)
    constant.ClearField("raw_data")
    constant.data_location = TensorProto.EXTERNAL
    constant.external_data.add(key="location", value=weights.name)
    return bytes(model.SerializeToString())


def serialised(
    nodes: list[onnx.NodeProto],
    inputs: list[onnx.ValueInfoProto],
    outputs: list[onnx.ValueInfoProto],
    constants: list[onnx.TensorProto],
) -> bytes:
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    onnx.checker.check_model(model, full_check=True)
    return bytes(model.SerializeToString())


def write_model(folder: Path, graphs: dict[str, bytes], **changes: object) -> Path:
    """Write a model's folder; `changes` go into the manifest over what is true."""
    folder.mkdir(parents=True)
    described = {}
    for name, content in graphs.items():
        file = f"{name}.onnx"
        (folder / file).write_bytes(content)
        described[name] = {
            "file": file,
            "sha256": hashlib.sha256(content).hexdigest(),
            "size_bytes": len(content),
        }
    manifest: dict[str, object] = {
        "format": 1,
        "name": folder.name,
        "title": "Palette",
        "version": "0.0.1",
        "kind": "palette",
        "description": "Colours by the mean of a painting, for tests.",
        "working_size_px": 64,
        "size_multiple": 32,
        "opset": 18,
        "licence": "MIT",
        "training_data": "none",
        "graphs": described,
        "scores": {"self_reference": {"ab_rmse": 1.5}},
    }
    if "style_encoder" in graphs:
        manifest |= {"style_size_px": 64, "embedding_size": EMBEDDING_SIZE}
    (folder / "model.json").write_text(json.dumps(manifest | changes), encoding="utf-8")
    return folder


def write_auto(folder: Path, **changes: object) -> Path:
    """Write the folder of a tiny model of natural colours."""
    told: dict[str, object] = {
        "kind": "auto",
        "title": "Natural",
        "description": "Natural colours, for tests.",
    }
    return write_model(folder, {"colorizer": auto_graph()}, **(told | changes))


def write_painter(folder: Path, **changes: object) -> Path:
    """Write the folder of a tiny painter."""
    told: dict[str, object] = {"kind": "repaint", "title": "Blurrists", "size_multiple": 4}
    return write_model(folder, {"painter": painter_graph()}, **(told | changes))
