"""One run over a folder of hostile files: it ends, nothing lies outside, the ceilings hold, each is accounted for, and sound files beside them are read."""

from functools import cache
from pathlib import Path

import pytest

from cablegraph.model import problem_codes
from cablegraph.workbench import Workbench
from ingest import making

from . import bombs, tricks

pytestmark = pytest.mark.xdist_group("hostile")  # what it sets up is made once
LIMITS = """
ocr = false
workers = 2
[limits]
max_file_mb = 64
max_unpacked_mb = 48
max_members = 1500
max_depth = 6
max_pages = 200
max_pixels = 40000000
reader_seconds = 20
ocr_seconds = 5
"""
SOUND = {
    "sound.txt": b"Leila Sabri wrote this letter.",
    "sound.zip": making.zipped({"in.txt": b"Omar Haddad read that letter."}),
}
BOMB = {"archive-bomb", "file-too-large"}
EXPECTED = {
    **dict.fromkeys(
        ("zeros.zip", "overlapping.zip", "zeros.gz", "zeros.bz2", "zeros.xz", "zeros.tar.gz", "zeros.tar.xz"), BOMB
    ),
    **dict.fromkeys(("zeros.7z", "zeros.tar.zst", "zeros.cpio"), BOMB | {"tool-missing"}),
    "deep.zip": {"archive-too-deep"},
    "quine.zip": {"archive-too-deep", "archive-bomb"},
    "many.zip": {"archive-too-many", "archive-bomb"},
    "climbers.zip": {"archive-unsafe-path"},
    "climbers.tar": {"archive-unsafe-path"},
    "links.tar": {"link-skipped"},
    "links.zip": {"link-skipped"},
    "huge.png": {"image-too-large"},
    "huge.bmp": {"image-too-large"},
    "huge.gif": {"image-too-large", "file-damaged"},
    "huge.tif": {"image-too-large", "file-damaged"},
}
MOST_LAID_DOWN = 400 << 20


@cache
def _corpus() -> dict[str, bytes]:
    groups = (
        bombs.packed_bombs(), bombs.entity_files(), bombs.wide_pictures(), bombs.hostile_pdfs(), tricks.climbers(), tricks.links(), tricks.disguises(),
        tricks.mails(), tricks.nesting(), tricks.damaged(), SOUND,
    )  # fmt: skip
    return {name: data for group in groups for name, data in group.items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished case beside its trove."""
    made = tmp_path_factory.mktemp("hostile")
    (made / "trove").mkdir()
    for name, data in _corpus().items():
        (made / "trove" / name).write_bytes(data)
    Workbench.create(made / "case", name="hostile").close()
    (made / "case" / "case.toml").write_text('name = "hostile"\nlanguages = ["fa", "ar", "en"]' + LIMITS)
    with Workbench.open(made / "case") as bench:
        bench.add([made / "trove"], dataset="trove")
    return made


@pytest.fixture(scope="module")
def bench(folder: Path):
    with Workbench.open(folder / "case", read_only=True) as opened:
        yield opened


def _codes(bench: Workbench) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for problem in bench.problems():
        found.setdefault(problem.path.split("/")[1], set()).add(problem.code)
    return found


def test_the_run_ends_and_every_file_is_accounted_for(bench: Workbench) -> None:
    (status,) = bench.status().datasets
    assert status.pending == 0
    assert status.seen == status.read + status.duplicates + status.problems
    assert all(codes <= set(problem_codes()) for codes in _codes(bench).values())


def test_no_file_ends_its_reader(bench: Workbench) -> None:
    ended = {p.path: p.cause for p in bench.problems() if p.code in {"reader-crashed", "reader-timeout"}}
    assert not ended


def test_no_file_costs_its_words_in_the_steps_after(bench: Workbench) -> None:
    assert not {p.path for p in bench.problems() if p.code == "extract-failed"}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_trouble_is_called_by_its_name(bench: Workbench, folder: Path, name: str) -> None:
    if not (folder / "trove" / name).exists():
        pytest.skip("the library that makes it is not installed")
    assert _codes(bench).get(name, set()) & EXPECTED[name], _codes(bench).get(name)


def test_sound_files_are_read_as_ever(bench: Workbench) -> None:
    assert bench.search("Leila Sabri").total == 1
    assert bench.search("Omar Haddad").total == 1


def test_nothing_lies_outside_and_no_more_than_allowed(folder: Path) -> None:
    assert sorted(p.name for p in folder.iterdir()) == ["case", "trove"]
    assert {p.name for p in (folder / "trove").iterdir()} == set(_corpus())
    assert not (folder / "case" / "cache" / "scratch").exists()
    assert not [p for p in folder.rglob("*") if p.is_symlink() or p.name.startswith("out")]
    assert sum(p.stat().st_size for p in (folder / "case" / "archive").rglob("*") if p.is_file()) < MOST_LAID_DOWN
    for place in ("/tmp/out.txt", "/etc/cron.d/out", Path.home() / "out.txt"):
        assert not Path(place).exists()


def test_no_file_of_the_machine_and_nothing_that_doubles_is_in_the_text(bench: Workbench) -> None:
    text = "".join(bench.iter_export("jsonl"))
    assert "root:x:0" not in text
    assert "hahahahahahahahahahahahahahahahahahahaha" not in text


def test_names_that_harm_a_terminal_are_shown_harmless(bench: Workbench) -> None:
    for problem in bench.problems():
        assert not set(problem.path + problem.cause) & set("\x1b\x00\x07\n"), problem.path
