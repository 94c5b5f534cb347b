"""Spoils files: bytes flipped, cut, doubled, exchanged; and JSON whose values are not what they should be."""

import copy
import json
import random
from collections.abc import Callable
from typing import Any

EDGES = (
    b"\x00",
    b"\xff",
    b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\xff",
    b"\x00\x00\x00\x00",
    b"\x80\x00",
    b"\xff\xd8",
)
ODD_VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1,
    2**31,
    2**70,
    1e308,
    float("nan"),
    float("inf"),
    "",
    "\x00",
    "../..",
    "x" * 5000,
    "\u202e\ud83d\ude00",
    "\ud800",
    [],
    {},
    [[]],
    {"": {}},
)
MAX_CHANGES = 6


def spoiled(seeds: list[bytes], chance: random.Random) -> bytes:
    """One of the seeds with a few things wrong."""
    content = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, MAX_CHANGES)):
        if content:
            chance.choice(CHANGES)(content, chance, seeds)
    return bytes(content)


def spoiled_json(text: str, chance: random.Random) -> bytes:
    """A JSON object with a few wrong values, missing or strange keys; at times not even JSON."""
    data = json.loads(text)
    for _ in range(chance.randint(1, 3)):
        places = list(_places(data))
        holder, key = chance.choice(places)
        if chance.random() < 0.25 and isinstance(holder, dict):
            holder[chance.choice(["format", "new", "", "name"])] = holder.pop(key)
        else:
            holder[key] = copy.deepcopy(chance.choice(ODD_VALUES))
        if not list(_places(data)):
            break
    if chance.random() < 0.02:
        return b"[" * 100_000
    content = json.dumps(data).encode()
    return spoiled([content], chance) if chance.random() < 0.3 else content


def _places(data: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in a JSON value."""
    found: list[tuple[Any, Any]] = []
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        found.append((data, key))
        found += _places(value)
    return found


def _flip(content: bytearray, chance: random.Random, _seeds: list[bytes]) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _overwrite(content: bytearray, chance: random.Random, _seeds: list[bytes]) -> None:
    place, edge = chance.randrange(len(content)), chance.choice(EDGES)
    content[place : place + len(edge)] = edge


def _overwrite_head(content: bytearray, chance: random.Random, _seeds: list[bytes]) -> None:
    content[chance.randrange(min(len(content), 200))] = chance.randrange(256)


def _cut(content: bytearray, chance: random.Random, _seeds: list[bytes]) -> None:
    del content[chance.randrange(len(content)) :]


def _drop(content: bytearray, chance: random.Random, _seeds: list[bytes]) -> None:
    place = chance.randrange(len(content))
    del content[place : place + chance.randint(1, 64)]


def _double(content: bytearray, chance: random.Random, _seeds: list[bytes]) -> None:
    place = chance.randrange(len(content))
    content[place:place] = content[place : place + chance.randint(1, 64)]


def _noise(content: bytearray, chance: random.Random, _seeds: list[bytes]) -> None:
    place = chance.randrange(len(content))
    content[place : place + 16] = chance.randbytes(16)


def _splice(content: bytearray, chance: random.Random, seeds: list[bytes]) -> None:
    other = chance.choice(seeds)
    content[chance.randrange(len(content)) :] = other[chance.randrange(len(other)) :]


CHANGES: tuple[Callable[[bytearray, random.Random, list[bytes]], None], ...] = (
    _flip,
    _flip,
    _overwrite,
    _overwrite_head,
    _overwrite_head,
    _cut,
    _drop,
    _double,
    _noise,
    _splice,
)
