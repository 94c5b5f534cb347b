"""Where results go: by policy, by ledger, and never over a photograph."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.engine.batch.destinations import Destination, Existing, Place, Placement, SkipReason
from desktop.engine.batch.ledger import Ledger
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.batch.sources import Source
from desktop.engine.core.errors import NameTemplateError, OutputNotWritableError, SaveOverOriginalError
from desktop.engine.files.file_state import FileState
from desktop.engine.files.naming import NameTemplate
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.render.pipeline import RenderRequest
from tests.support.edits import edit_of, request_of

EMBEDDING = (0.5, -0.2, -0.3, *([0.0] * 29))
LOOK = edit_of("Rust", EMBEDDING)
POLICIES = list(Existing)


@pytest.fixture
def rust(colorizer: Colorizer) -> RenderRequest:
    return request_of(LOOK, colorizer)


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "in" / "sub" / "a.jpg"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"photo")
    (tmp_path / "out" / "sub").mkdir(parents=True)
    return Source(path, Path("sub"))


def placement(source: Source, *, ledger: bool = True, **options: object) -> Placement:
    """A new run's placement of results into `out`."""
    out = source.path.parents[2] / "out"
    destination = Destination(**({"folder": out} | options))  # type: ignore[arg-type]
    return Placement(destination, Originals([source.path]), Ledger(out) if ledger else None)


def place(run: Placement, source: Source, look: RenderRequest) -> Place:
    return run.place(source, FileState.of(source.path), look)


def made(run: Placement, source: Source, look: RenderRequest) -> Path:
    """Make a result in the way of a batch; gives its path."""
    found = place(run, source, look)
    assert found.skip_reason is None
    found.path.write_bytes(b"result")
    run.note(source, FileState.of(source.path), look, found.path, found.path)
    return found.path


def test_subfolders_are_mirrored_and_names_filled(source: Source, rust: RenderRequest) -> None:
    run = placement(source, template=NameTemplate("{preset} of {stem}"), suffix=".png")
    assert place(run, source, rust).path == source.path.parents[2] / "out" / "sub" / "rust of a.png"
    beside = placement(source, folder=None, ledger=False)
    assert place(beside, source, rust).path == source.path.with_name("a_rust.jpg")


def test_what_cannot_be_written_becomes_png(source: Source, rust: RenderRequest) -> None:
    gif = Source(source.path.with_suffix(".gif"), source.subfolder)
    assert place(placement(source), gif, rust).path.name == "a_rust.png"


@pytest.mark.parametrize("existing", POLICIES)
def test_a_result_of_this_look_is_never_made_again(
    source: Source, rust: RenderRequest, existing: Existing
) -> None:
    path = made(placement(source, existing=existing), source, rust)
    assert place(placement(source, existing=existing), source, rust) == Place(path, SkipReason.CURRENT)


@pytest.mark.parametrize("existing", [Existing.SKIP, Existing.OVERWRITE])
@pytest.mark.parametrize("change", ["photo", "amount", "embedding", "quality"])
def test_an_outdated_result_is_made_again(
    source: Source, rust: RenderRequest, existing: Existing, change: str
) -> None:
    path = made(placement(source, existing=existing), source, rust)
    options: dict[str, Any] = {"existing": existing}
    if change == "photo":
        source.path.write_bytes(b"another photo")
    elif change == "amount":
        rust = replace(rust, edit=LOOK.with_amount(0.5))
    elif change == "embedding":
        rust = replace(rust, edit=edit_of("Rust", EMBEDDING[::-1]))
    else:
        options["quality"] = 50
    assert place(placement(source, **options), source, rust) == Place(path)


def test_renaming_keeps_the_outdated_result_too(source: Source, rust: RenderRequest) -> None:
    path = made(placement(source, existing=Existing.RENAME), source, rust)
    source.path.write_bytes(b"another photo")
    second = made(placement(source, existing=Existing.RENAME), source, rust)
    assert second == path.with_name("a_rust (2).jpg")
    again = place(placement(source, existing=Existing.RENAME), source, rust)
    assert again == Place(second, SkipReason.CURRENT)


@pytest.mark.parametrize(
    ("existing", "name", "skip_reason"),
    [
        (Existing.SKIP, "a_rust.jpg", SkipReason.TAKEN),
        (Existing.RENAME, "a_rust (2).jpg", None),
        (Existing.OVERWRITE, "a_rust.jpg", None),
    ],
)
@pytest.mark.parametrize("retouched", [False, True])
def test_a_file_of_somebody_elses(
    source: Source,
    rust: RenderRequest,
    existing: Existing,
    name: str,
    skip_reason: SkipReason,
    retouched: bool,
) -> None:
    path = source.path.parents[2] / "out" / "sub" / "a_rust.jpg"
    if retouched:  # a result of ours, which the user has worked on since
        made(placement(source), source, rust)
    path.write_bytes(b"dear to somebody")
    assert place(placement(source, existing=existing), source, rust) == Place(
        path.with_name(name), skip_reason
    )


@pytest.mark.parametrize("existing", POLICIES)
def test_two_photographs_never_share_a_result(
    source: Source, rust: RenderRequest, existing: Existing
) -> None:
    twin = Source(source.path.with_name("a.png"), source.subfolder)
    twin.path.write_bytes(b"twin")
    for _ in range(2):  # the second run comes to the same places
        run = placement(source, existing=existing, suffix=".png")
        first, second = place(run, source, rust), place(run, twin, rust)
        assert (first.path.name, second.path.name) == ("a_rust.png", "a_rust (2).png")
        for one, found in ((source, first), (twin, second)):
            if found.skip_reason is None:
                found.path.write_bytes(b"result")
                run.note(one, FileState.of(one.path), rust, found.path, found.path)
    newcomer = Source(source.path.with_name("a.bmp"), source.subfolder)
    newcomer.path.write_bytes(b"newcomer")
    run = placement(source, existing=existing, suffix=".png")
    assert place(run, newcomer, rust).path.name == "a_rust (3).png"
    assert place(run, source, rust).skip_reason is SkipReason.CURRENT


ONTO_ITSELF = NameTemplate("{stem}")


@pytest.mark.parametrize("existing", [Existing.SKIP, Existing.OVERWRITE])
@pytest.mark.parametrize("way", ["name", "case", "hard link", "symbolic link", "linked folder"])
def test_the_original_is_never_written_over(
    source: Source, rust: RenderRequest, existing: Existing, way: str
) -> None:
    out, template = source.path.parent, ONTO_ITSELF
    if way == "case":
        template = NameTemplate("A")
    elif way.endswith("link"):
        link = source.path.with_name("link.jpg")
        link.hardlink_to(source.path) if way == "hard link" else link.symlink_to(source.path)
        template = NameTemplate("link")
    elif way == "linked folder":
        out = source.path.parents[2] / "elsewhere"
        out.symlink_to(source.path.parent, target_is_directory=True)
    flat = Source(source.path)
    run = placement(source, folder=out, template=template, existing=existing, ledger=False)
    with pytest.raises(SaveOverOriginalError, match="is the original photograph"):
        place(run, flat, rust)
    run = placement(source, folder=out, template=template, existing=Existing.RENAME, ledger=False)
    assert place(run, flat, rust).path.stem.endswith(" (2)")


@pytest.mark.parametrize("existing", POLICIES)
def test_another_photograph_of_the_batch_is_never_written_over(
    source: Source, rust: RenderRequest, existing: Existing
) -> None:
    other = source.path.with_name("b.jpg")
    other.write_bytes(b"other")
    run = placement(source, folder=None, template=NameTemplate("b"), existing=existing, ledger=False)
    run.originals.add(other)
    if existing is Existing.OVERWRITE:
        with pytest.raises(SaveOverOriginalError, match="original photograph"):
            place(run, source, rust)
        return
    found = place(run, source, rust)
    assert found == (
        Place(other, SkipReason.TAKEN) if existing is Existing.SKIP else Place(other.with_name("b (2).jpg"))
    )


def test_a_destination_that_is_gone_is_not_made_again(source: Source, tmp_path: Path) -> None:
    run = placement(source)
    run.make_folder(tmp_path / "out" / "1950" / "deep")
    assert (tmp_path / "out" / "1950" / "deep").is_dir()
    (tmp_path / "out").rename(tmp_path / "unplugged")
    run.make_folder(tmp_path / "out" / "1960")
    assert not (tmp_path / "out").exists()


def test_a_folder_beside_the_photograph(source: Source, rust: RenderRequest) -> None:
    run = placement(source, folder=None, subfolder="coloured", ledger=False)
    path = place(run, source, rust).path
    assert path == source.path.parent / "coloured" / "a_rust.jpg"
    run.make_folder(path.parent)
    assert path.parent.is_dir()
    for wrong in ("a/b", "..", "c:"):
        with pytest.raises(NameTemplateError):
            Destination(subfolder=wrong)


def test_another_form_makes_the_result_out_of_date(source: Source, rust: RenderRequest) -> None:
    path = made(placement(source), source, rust)
    assert place(placement(source, options=OutputOptions(percent=50)), source, rust) == Place(path)
    assert place(placement(source, options=OutputOptions()), source, rust) == Place(path, SkipReason.CURRENT)


def test_a_file_where_a_folder_should_be(source: Source, tmp_path: Path) -> None:
    (tmp_path / "out" / "1950").write_bytes(b"a file")
    with pytest.raises(OutputNotWritableError, match="cannot be written"):
        placement(source).make_folder(tmp_path / "out" / "1950")
