"""One process or many: ranks and devices, as torchrun sets them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import torch
from torch import distributed


class Place(NamedTuple):
    """Where this process stands: its rank, the number of processes, its device."""

    rank: int
    world: int
    device: torch.device

    @property
    def leads(self) -> bool:
        """Whether this process writes files and talks."""
        return self.rank == 0


@contextmanager
def training_place() -> Iterator[Place]:
    """Join the process group when started by torchrun (NCCL on GPUs, gloo on CPUs), leave it at the end."""
    world = int(os.environ.get("WORLD_SIZE", "1"))
    rank = int(os.environ.get("RANK", "0"))
    gpu = torch.cuda.is_available()
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0"))) if gpu else torch.device("cpu")
    if gpu:
        torch.cuda.set_device(device)
    if world > 1:
        distributed.init_process_group("nccl" if gpu else "gloo")
    try:
        yield Place(rank, world, device)
    finally:
        if world > 1:
            distributed.destroy_process_group()


@contextmanager
def leader_first(place: Place) -> Iterator[None]:
    """Let the leading process do a thing alone; the others follow and find it done."""
    if place.world > 1 and not place.leads:
        distributed.barrier()
    try:
        yield
    finally:
        # Also when it failed: the others then meet the same fault instead of waiting for ever.
        if place.world > 1 and place.leads:
            distributed.barrier()


def mean_over_processes(values: dict[str, float], place: Place) -> dict[str, float]:
    """Average scalars over all processes."""
    if place.world == 1:
        return values
    packed = torch.tensor(list(values.values()), dtype=torch.float64, device=place.device)
    distributed.all_reduce(packed)
    return dict(zip(values, (packed / place.world).tolist(), strict=True))
