import json
import sqlite3
from pathlib import Path

import pytest

import cablegraph.errors
from cablegraph.errors import CablegraphError
from cablegraph.store import open_case

from .conftest import Run

KINDS = [
    e
    for e in vars(cablegraph.errors).values()
    if isinstance(e, type) and issubclass(e, CablegraphError) and e is not CablegraphError
]


def test_every_fault_has_an_exit_code_of_its_own_and_a_fitting_status() -> None:
    codes = [e.exit_code for e in KINDS]
    assert len(set(codes)) == len(codes)
    assert not {0, 1, 130} & set(codes)
    assert all(400 <= e.status < 600 for e in KINDS)
    assert all(e.__doc__ for e in KINDS)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["status", "CASE", "--no-such-flag"], 2),
        (["no-such-command"], 2),
        (["status"], 2),
        (["search", "CASE"], 2),
        (["search", "CASE", "x", "--limit", "0"], 2),
        (["search", "CASE", "x", "--limit", "many"], 2),
        (["judge", "CASE", "Zandi", "Sabri", "perhaps"], 2),
        (["export", "CASE", "--format", "pdf"], 2),
        (["network", "CASE", "--at", "yesterday"], 2),
        (["network", "CASE", "--at", "2014-13-01"], 2),
        (["timeline", "CASE", "--from", "5/11/2014"], 2),
        (["lines", "names"], 2),
        (["lines", "find-name"], 2),
        (["status", "NOWHERE"], 3),
        (["new", "CASE"], 4),
        (["entity", "CASE", "Xqwzk Vbnmp"], 9),
        (["add", "CASE", "NOWHERE"], 9),
        (["lines", "dates", "NOWHERE"], 9),
        (["lines", "find-name", "--index", "NOWHERE"], 9),
        (["network", "CASE", "--entity", "Xqwzk Vbnmp"], 9),
        (["undo", "CASE", "7"], 9),
        (["search", "CASE", "..."], 10),
        (["search", "CASE", "NOT port"], 10),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_what_went_wrong_is_one_sentence_and_a_code(run: Run, folder: Path, words: list[str], code: int) -> None:
    places = {"CASE": folder / "case", "NOWHERE": folder / "nowhere"}
    ran = run(*(places.get(w, w) for w in words))
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.strip()
    assert "Traceback" not in ran.err
    if code > 2:
        assert ran.err.startswith("cablegraph: ")
        assert ran.err.count("\n") == 1
    assert not (folder / "nowhere").exists()


def test_a_locked_a_damaged_and_a_misconfigured_case(run: Run, folder: Path) -> None:
    case = open_case(folder / "case")
    with case.lock():
        assert run("add", folder / "case").code == 6
    case.engine.dispose()
    (folder / "case" / "case.toml").write_text("nmae = 'x'")
    ran = run("status", folder / "case")
    assert (ran.code, "nmae" in ran.err) == (8, True)
    (folder / "case" / "case.toml").write_text("name = 'x'")
    for extra in (folder / "case").glob("case.db-*"):
        extra.unlink()
    (folder / "case" / "case.db").write_bytes(b"no database at all, only words" * 50)
    assert run("status", folder / "case").code == 7


def test_verify_says_what_no_longer_holds(run: Run, folder: Path) -> None:
    assert run("verify", folder / "case").code == 0
    connection = sqlite3.connect(folder / "case" / "case.db")
    with connection:
        connection.execute("UPDATE mention SET text = 'forged' WHERE label = 'PERSON'")
    connection.close()
    ran = run("verify", folder / "case", "--json")
    assert ran.code == 12
    assert json.loads(ran.out)["broken"]
    assert "document d-" in ran.err
    assert "forged" not in ran.err
    assert "Zandi" not in ran.err


def test_help_and_version(run: Run) -> None:
    ran = run("--version")
    assert (ran.code, ran.out.startswith("cablegraph ")) == (0, True)
    ran = run("--help")
    assert ran.code == 0
    for command in (
        "new",
        "add",
        "status",
        "search",
        "entity",
        "network",
        "timeline",
        "claims",
        "serve",
        "verify",
        "export",
        "demo",
        "lines",
    ):
        assert command in ran.out
