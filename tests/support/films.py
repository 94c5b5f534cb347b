"""Small films, made frame by frame with FFmpeg's libraries."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import skimage.data
from numpy.typing import NDArray
from PIL import Image

Frame = NDArray[np.uint8]
RATE = 25
SOUND_RATE = 44_100


def write_film(path: Path, frames: Iterable[Frame], *, sound: str = "", rate: int = RATE) -> Path:
    """A film of frames (H, W) or (H, W, 3), with a tone if `sound` names a codec; nearly without loss."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate, options={"crf": "8", "preset": "ultrafast"})
        stream.pix_fmt = "yuv420p"
        track = container.add_stream(sound, rate=SOUND_RATE) if sound else None
        assert track is None or isinstance(track, av.AudioStream)
        count = 0
        for frame in frames:
            rgb = np.ascontiguousarray(frame if frame.ndim == 3 else np.repeat(frame[..., None], 3, axis=2))
            if not count:
                stream.height, stream.width = rgb.shape[:2]
            container.mux(stream.encode(av.VideoFrame.from_ndarray(rgb, format="rgb24")))
            count += 1
        container.mux(stream.encode())
        if track is not None:
            for number in range(round(count / rate * SOUND_RATE / 1024)):
                tone = 8000 * np.sin(np.arange(1024 * number, 1024 * (number + 1)) * 0.06)
                shape = np.repeat(tone[None], 2, axis=0).astype(np.int16)
                part = av.AudioFrame.from_ndarray(shape.T.reshape(1, -1), format="s16", layout="stereo")
                part.sample_rate, part.pts, part.time_base = (
                    SOUND_RATE,
                    1024 * number,
                    Fraction(1, SOUND_RATE),
                )
                container.mux(track.encode(part))
            container.mux(track.encode())
    return path


def ask_to_turn(path: Path, quarters: int) -> Path:
    """Have an MP4 ask its players to turn it clockwise by quarters, as phones do: by the matrix in its track header."""
    one, minus = (1 << 16).to_bytes(4, "big"), (-(1 << 16)).to_bytes(4, "big", signed=True)
    zero, end = bytes(4), (1 << 30).to_bytes(4, "big")
    ways = [
        (one, zero, zero, one),
        (zero, one, minus, zero),
        (minus, zero, zero, minus),
        (zero, minus, one, zero),
    ]
    across, down, left, up = ways[quarters]
    data = path.read_bytes()
    start = data.index(b"tkhd")
    plain = one + 3 * zero + one + 3 * zero + end
    place = data.index(plain, start)
    matrix = across + down + zero + left + up + 3 * zero + end
    path.write_bytes(data[:place] + matrix + data[place + len(plain) :])
    return path


def moving_crops(
    name: str, count: int, *, step: tuple[int, int] = (2, 1), size: tuple[int, int] = (320, 180)
) -> list[Frame]:
    """`count` frames (H, W, 3) of a camera that moves over one of scikit-image's photographs.

    step: pixels a frame, across and down. size: (width, height).
    """
    (width, height), (across, down) = size, step
    photo = Image.fromarray(getattr(skimage.data, name)()).convert("RGB")
    scale = max((width + across * count) / photo.width, (height + down * count) / photo.height)
    values = np.asarray(photo.resize((int(photo.width * scale) + 1, int(photo.height * scale) + 1)))
    return [
        values[down * number : down * number + height, across * number : across * number + width]
        for number in range(count)
    ]


def frames_of(path: Path) -> list[Frame]:
    """The frames of a film, sRGB (H, W, 3)."""
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24").astype(np.uint8) for frame in container.decode(video=0)]


def times_of(path: Path) -> list[float]:
    """When the frames of a film are shown, in seconds."""
    with av.open(str(path)) as container:
        return [frame.time for frame in container.decode(video=0) if frame.time is not None]


def sound_of(path: Path) -> list[bytes]:
    """The packets of a film's sound as they are."""
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(audio=0) if packet.size]
