"""Refuses graphs that make the runtime read other files, before the runtime sees them.

An ONNX graph may keep its weights in files beside it ("external data"). No hash of the manifest vouches for those, and
a path in the graph may lead anywhere; a graph that is loaded from memory reads them from the working directory. The
file is a Protocol Buffers message. It is walked here as far as tensors can lie, each message for its fields alone, so
that nothing has to be decoded: https://protobuf.dev/programming-guides/encoding and onnx.proto of ONNX 1.19.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from desktop.engine.core.reasons import Reason

MAX_DEPTH = 40  # of messages within messages; each subgraph adds three
MAX_FIELDS = 2_000_000  # a second's work; the shipped graphs have some thousands
VARINT, FIXED64, LENGTH, FIXED32 = 0, 1, 2, 5  # wire types
TENSOR, NODE, MODEL = "TensorProto", "NodeProto", "ModelProto"
EXTERNAL_DATA, DATA_LOCATION, OP_TYPE = 13, 14, 4  # numbers of fields
READS_FILES = b"EPContext"  # an operator of ONNX Runtime's that names a compiled graph's file

# By message the fields that hold messages in which a tensor may lie: number of the field -> its message.
_INSIDE: Final[Mapping[str, Mapping[int, str]]] = MappingProxyType(
    {
        MODEL: {7: "GraphProto", 20: "TrainingInfoProto", 25: "FunctionProto"},
        "TrainingInfoProto": {1: "GraphProto", 2: "GraphProto"},
        "FunctionProto": {7: NODE, 11: "AttributeProto"},
        "GraphProto": {1: NODE, 5: TENSOR, 15: "SparseTensorProto"},
        NODE: {5: "AttributeProto"},
        "AttributeProto": {
            5: TENSOR, 6: "GraphProto", 10: TENSOR, 11: "GraphProto",
            22: "SparseTensorProto", 23: "SparseTensorProto",
        },
        "SparseTensorProto": {1: TENSOR, 2: TENSOR},
        TENSOR: {},
    }
)  # fmt: skip


def check_graph(content: bytes) -> None:
    """Raise `Reason` unless these bytes are a self-contained ONNX graph."""
    waiting, seen = [(MODEL, 0, len(content), 0)], 0
    while waiting:
        message, start, end, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise Reason("it is nested too deeply")
        inside = _INSIDE[message]
        for number, wire, value, stop in _fields(content, start, end):
            seen += 1
            if seen > MAX_FIELDS:
                raise Reason("it has too many parts")
            if message == TENSOR:
                if number == EXTERNAL_DATA or (number == DATA_LOCATION and value != 0):
                    raise Reason("it reads other files")
            elif message == NODE and number == OP_TYPE and content[value:stop] == READS_FILES:
                raise Reason("it reads other files")
            elif wire == LENGTH and number in inside:
                waiting.append((inside[number], value, stop, depth + 1))


def _fields(content: bytes, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Each field of a message as (number, wire type, value, end): the value is a number, or where bytes begin."""
    place = start
    while place < end:
        key, place = _varint(content, place, end)
        wire = key & 7
        if wire == VARINT:
            value, place = _varint(content, place, end)
            yield key >> 3, wire, value, place
            continue
        if wire == LENGTH:
            length, place = _varint(content, place, end)
        elif wire in (FIXED32, FIXED64):
            length = 4 if wire == FIXED32 else 8
        else:
            raise Reason("it is not an ONNX graph")
        if length > end - place:
            raise Reason("it is not an ONNX graph")
        yield key >> 3, wire, place, place + length
        place += length


def _varint(content: bytes, place: int, end: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and where it ends."""
    value = 0
    for shift in range(0, 70, 7):
        if place >= end:
            break
        byte = content[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
    raise Reason("it is not an ONNX graph")
