"""Readers of files under one clock: texts in order, files that a peer cannot read, accuracy by language and program."""

import sys
from pathlib import Path

import pytest
from bench.peers.answer.clock import read_files
from bench.peers.environments import Peer, PeerAbsent, load_peers
from bench.peers.reading import score_prints
from bench.prints import Print

READER = """
from pathlib import Path

def read(path):
    return Path(path).read_text(encoding="utf-8")
"""


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "plain_reader.py").write_text(READER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{Path(__file__).parents[2]}")
    return "plain_reader"


def test_texts_keep_the_order_of_the_files_and_an_unread_one_stops_nothing(tmp_path: Path, reader: str):
    rows = []
    for number in range(5):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"cable {number}", encoding="utf-8")
        rows.append({"group": "even" if number % 2 == 0 else "odd", "path": str(path)})
    (tmp_path / "3.txt").unlink()
    answer = read_files(reader, rows)
    assert answer["texts"] == ["cable 0", "cable 1", "cable 2", None, "cable 4"]
    assert set(answer["seconds"]) == {"even", "odd"}


def test_accuracy_stands_by_language_and_by_program():
    prints = [Print(Path("a.pdf"), "fa", program, "", "شماره ۱۲۷۳") for program in ("Chromium", "fpdf2")]
    found = score_prints(prints, ["شماره ۱۲۷۳", "شماره ۳۷۲۱"])
    assert found["accuracy"]["fa, Chromium"]["mean"] == 1
    assert found["accuracy"]["fa"]["worst"] == found["accuracy"]["fa, fpdf2"]["mean"] < 1
    assert found["errors"]["fa"]["digits"] > 0
    assert found["errors"]["fa"]["letters"] == 0


def test_a_peer_that_cannot_be_compared_gives_its_reason():
    (docling,) = [peer for peer in load_peers("files") if peer.module == "docling"]
    with pytest.raises(PeerAbsent, match="models"):
        docling.command("read-files")


def test_a_program_that_is_not_installed_is_named():
    with pytest.raises(PeerAbsent, match="nosuchreader is not installed"):
        Peer("some", "some", program="nosuchreader").versions()


def test_the_own_environment_answers_with_this_python():
    assert Peer("cablegraph_files", "cablegraph").command("read-files")[0] == sys.executable
