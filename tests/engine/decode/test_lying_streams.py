"""AVIF and HEIC whose boxes and streams disagree about the size, or claim far more than there are data for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.core.memory import MEMORY_VARIABLE
from desktop.engine.decode import hevc_decoder
from desktop.engine.decode.reader import read_photo
from tests.support.damaged_files import put
from tests.support.lying_streams import avif, heic

MOST_BYTES, MOST_S = 600 << 20, 5.0  # libde265 keeps a byte and a half for each pixel that is claimed
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the system's count of this process's memory")
LIBDE265 = pytest.mark.skipif(hevc_decoder.library() is None, reason="libde265 is no file of its own here")
SPENT = """
import resource, sys, time
from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.reader import read_photo
read_photo(sys.argv[1])
before, start_s = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
try:
    read_photo(sys.argv[2])
except DamagedPictureError as error:
    assert "far too few" in str(error), error
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) << 10, time.process_time() - start_s)
"""


@LINUX
@LIBDE265
@pytest.mark.parametrize("kind", ["noise", "flat"])
@pytest.mark.parametrize("size_px", [(19_904, 19_904), (8000, 8000)])
def test_a_heic_that_claims_far_more_is_told_at_once(
    tmp_path: Path, kind: str, size_px: tuple[int, int]
) -> None:
    sound = put(tmp_path, heic(kind, (256, 256)), ".heic")
    (tmp_path / "lie.heic").write_bytes(heic(kind, size_px))
    done = subprocess.run(
        [sys.executable, "-c", SPENT, str(sound), str(tmp_path / "lie.heic")],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), MEMORY_VARIABLE: "100000"},
        text=True,
        capture_output=True,
        check=True,
    )
    taken, spent_s = map(float, done.stdout.split())
    assert taken < MOST_BYTES
    assert spent_s < MOST_S


@LIBDE265
def test_a_heic_that_claims_a_little_more_is_told_to_be_damaged(tmp_path: Path) -> None:
    for kind in ("noise", "flat"):
        photo = read_photo(put(tmp_path, heic(kind, (512, 512)), ".heic"))
        assert photo.damage is not None
        assert "corrupt" in photo.notices[0]


@pytest.mark.parametrize("size_px", [(128, 128), (3000, 3000), (65_536, 65_536)])
def test_a_heic_whose_stream_disagrees_with_its_boxes_is_refused(
    tmp_path: Path, size_px: tuple[int, int]
) -> None:
    with pytest.raises(DamagedPictureError, match="damaged"):
        read_photo(put(tmp_path, heic("noise", size_px, boxes=False), ".heic"))


def test_what_the_tests_make_is_sound_with_the_right_size(tmp_path: Path) -> None:
    for content, suffix in (
        (heic("noise", (256, 256)), ".heic"),
        (avif("noise", (256, 256), stream=True), ".avif"),
        (avif("noise", (256, 256), stream=False), ".avif"),
    ):
        photo = read_photo(put(tmp_path, content, suffix))
        assert photo.gray.shape == (256, 256)
        assert photo.damage is None


@pytest.mark.parametrize("size_px", [(16_000, 16_000), (256, 30_000), (8000, 8000)])
def test_an_avif_whose_boxes_claim_far_more_than_its_stream_is_refused(
    tmp_path: Path, size_px: tuple[int, int]
) -> None:
    with pytest.raises(DamagedPictureError, match="far too few"):
        read_photo(put(tmp_path, avif("noise", size_px, stream=False), ".avif"))


@pytest.mark.parametrize(
    ("size_px", "stream"), [((300, 300), False), ((1, 1), False), ((128, 128), True), ((64, 200), True)]
)
def test_an_avif_whose_stream_disagrees_with_its_boxes_is_told_to_be_damaged(
    tmp_path: Path, size_px: tuple[int, int], *, stream: bool
) -> None:
    photo = read_photo(put(tmp_path, avif("noise", size_px, stream=stream), ".avif"))
    assert photo.damage is not None
    assert "corrupt" in photo.notices[0]
