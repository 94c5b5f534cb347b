"""Joins the parts of a film and the sound of the original to one file; nothing is encoded again."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import OutputFormatError
from desktop.engine.files.atomic import replacing
from desktop.engine.metadata.digital_source_type import COLOURED
from desktop.engine.video.library import faults_of, library, open_to_read
from desktop.engine.video.reading import FilmFacts

WRITABLE_FILMS = (".mp4", ".mkv", ".mov")
ANY_SOUND = ".mkv"  # Matroska holds the sound of any film
SOUND_OF_MP4 = {"aac", "mp3", "mp3float", "ac3", "eac3", "alac", "opus", "flac", "mp2", "mp2float"}
COMMENT = f"Coloured: {COLOURED} (Tintype {__version__})"  # films have no field for IPTC's term that all programs read


def check_sound(facts: FilmFacts, output: Path) -> None:
    """Raise `OutputFormatError` unless a file of that ending can be written and holds the sound of the film."""
    suffix = output.suffix.lower()
    if suffix not in WRITABLE_FILMS:
        endings = " ".join(WRITABLE_FILMS)
        raise OutputFormatError(
            f"{output} has no ending of a film that can be written; use one of {endings}."
        )
    if suffix == ".mp4" and not set(facts.sound) <= SOUND_OF_MP4:
        raise OutputFormatError(
            f"{output} cannot hold the sound of {facts.path.name}; let it end in {ANY_SOUND}."
        )


def suffix_for(facts: FilmFacts) -> str:
    """The ending of the result when none was asked for: the film's own where it can be, with room for its sound."""
    own = facts.path.suffix.lower()
    if own in WRITABLE_FILMS and (own != ".mp4" or set(facts.sound) <= SOUND_OF_MP4):
        return own
    return ".mp4" if set(facts.sound) <= SOUND_OF_MP4 else ANY_SOUND


def join(parts: Sequence[Path], facts: FilmFacts, output: Path, cancel: CancelToken | None = None) -> None:
    """Write the film; raises `Cancelled`, `DamagedFilmError` or what `atomic.replacing` does."""
    av = library(facts.path)
    with (
        replacing(output) as temporary,
        faults_of(facts.path),
        av.open(str(temporary), "w") as target,
        open_to_read(facts.path) as original,
    ):
        with open_to_read(parts[0]) as first:
            pictures = target.add_stream_from_template(first.streams.video[0])
        tracks = {track.index: target.add_stream_from_template(track) for track in original.streams.audio}
        target.metadata.update({**original.metadata, "comment": COMMENT})
        sound = _sound(original, tracks)
        waiting = next(sound, None)
        for packet in _pictures(parts, pictures):
            if cancel is not None:
                cancel.raise_if_cancelled()
            while waiting is not None and _seconds(waiting) <= _seconds(packet):  # side by side, for players
                target.mux(waiting)
                waiting = next(sound, None)
            target.mux(packet)
        while waiting is not None:
            target.mux(waiting)
            waiting = next(sound, None)


def _pictures(parts: Sequence[Path], stream: Any) -> Iterator[Any]:
    for part in parts:
        with open_to_read(part) as container:
            for packet in container.demux(video=0):
                if packet.dts is not None:
                    packet.stream = stream
                    yield packet


def _sound(original: Any, tracks: dict[int, Any]) -> Iterator[Any]:
    if not tracks:
        return
    for packet in original.demux(audio=tuple(range(len(tracks)))):
        if packet.dts is not None:
            packet.stream = tracks[packet.stream.index]
            yield packet


def _seconds(packet: Any) -> float:
    return float(packet.dts * packet.time_base)
