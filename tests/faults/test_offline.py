"""The whole road asks for no socket, not even to look up a name: every process that did would be ended, and the run would tell."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from . import sealed

pytestmark = pytest.mark.xdist_group("offline")  # what it sets up is made once
TAKEN = ("pdf", "docx", "eml", "zip", "tif", "tiff", "png", "jpg", "html", "txt", "doc")


def _run(*words: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, sealed.__file__, *map(str, words)], capture_output=True, check=False, timeout=300
    )


@pytest.fixture(scope="module", autouse=True)
def sealable() -> None:
    done = _run("-c", "print('sealed')")
    if done.stdout != b"sealed\n":
        pytest.skip(f"this machine has no libseccomp or namespaces for a plain user: {done.stderr[-200:]!r}")


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket()",
        "socket.getaddrinfo('example.org', 80)",
        "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
        "socket.socket(socket.AF_INET6)",
    ],
)
def test_the_seal_catches_whoever_asks(attempt: str) -> None:
    assert _run("-c", f"import socket; {attempt}").returncode == -signal.SIGSYS


def test_a_child_that_asks_is_seen(tmp_path: Path) -> None:
    done = _run(
        "-c",
        "import subprocess, sys; print(subprocess.run([sys.executable, '-c', 'import socket; socket.socket()']).returncode)",
    )
    assert done.stdout == b"%d\n" % -signal.SIGSYS


@pytest.mark.ocr
def test_add_search_and_export_ask_for_no_socket(demo_folder: Path, tmp_path: Path) -> None:
    trove, case = tmp_path / "trove", tmp_path / "case"
    trove.mkdir()
    taken: dict[str, Path] = {}
    for path in sorted((demo_folder / "files").rglob("*"), key=lambda p: (p.stat().st_size, p)):
        ending = path.suffix[1:].lower()
        if path.is_file() and ending in TAKEN and "damaged" not in path.parts and "copies" not in path.parts:
            taken.setdefault(ending, path)
    assert {"pdf", "docx", "eml", "zip", "txt"} <= set(taken)
    assert {"tif", "png", "jpg"} & set(taken)
    for path in taken.values():
        shutil.copy(path, trove)
    (trove / "old.rtf").write_text(r"{\rtf1\ansi The governor wrote to the ministry.}")
    (trove / "remote.html").write_text(
        '<p>Text</p><img src="http://192.0.2.1/x.png"><link rel="stylesheet" href="http://192.0.2.1/x.css">'
    )
    (trove / "remote.svg").write_text(
        '<!DOCTYPE s SYSTEM "http://192.0.2.1/x.dtd"><s xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="http://192.0.2.1/"/>x</s>'
    )
    steps = (
        ("new", case),
        ("add", case, trove, "--json"),
        ("search", case, "ministry", "--json"),
        ("export", case, "--format", "jsonl", "--out", tmp_path / "out.jsonl"),
    )
    for words in steps:
        done = _run("-m", "cablegraph", *words)
        assert done.returncode == 0, (words, done.returncode, done.stderr[-500:])
    done = _run("-m", "cablegraph", "status", case, "--json")
    problems = {c["value"] for c in json.loads(done.stdout)["problems"]}
    assert not problems & {
        "ocr-missing",
        "reader-crashed",
        "reader-timeout",
        "ocr-failed",
        "ocr-timeout",
        "extract-failed",
    }, problems
