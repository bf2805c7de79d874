import stat
import time
from pathlib import Path

import pytest

from cablegraph.ingest.tools import libreoffice
from cablegraph.ingest.tools.libreoffice import ConversionFailed, ConversionTimeout, convert, find_libreoffice


def program(tmp_path, script: str) -> str:
    path = tmp_path / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.fixture
def room(tmp_path):
    folder = tmp_path / "room"
    folder.mkdir()
    return folder


def test_the_profile_forbids_macros_links_and_the_network(tmp_path, room, monkeypatch):
    script = 'mkdir -p out; cat profile/user/registrymodifications.xcu > out/in.docx; echo "$@" >> out/in.docx'
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: program(tmp_path, script))
    (tmp_path / "a.doc").write_bytes(b"x")
    made = convert(tmp_path / "a.doc", "doc", "docx", room=room, seconds=20).read_text()
    for name in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "ooInetProxyType"):
        assert name in made
    assert str(room / "profile") in made
    assert str(tmp_path / "a.doc") not in made


def test_a_program_that_hangs_is_ended_with_its_children(tmp_path, room, monkeypatch):
    monkeypatch.setattr(
        libreoffice, "find_libreoffice", lambda: program(tmp_path, f"sleep 60 & echo $! > {room}/child; sleep 60")
    )
    (tmp_path / "a.doc").write_bytes(b"x")
    with pytest.raises(ConversionTimeout):
        convert(tmp_path / "a.doc", "doc", "docx", room=room, seconds=1)
    child = int((room / "child").read_text())
    status = Path(f"/proc/{child}/status")
    for _ in range(100):
        if not status.exists() or "zombie" in status.read_text():
            break
        time.sleep(0.1)
    else:
        pytest.fail("the child goes on")


def test_a_program_that_makes_nothing_has_failed(tmp_path, room, monkeypatch):
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: program(tmp_path, "exit 0"))
    (tmp_path / "a.doc").write_bytes(b"x")
    with pytest.raises(ConversionFailed):
        convert(tmp_path / "a.doc", "doc", "docx", room=room, seconds=20)


@pytest.mark.skipif(
    find_libreoffice() is None, reason="LibreOffice is not installed (apt-get install libreoffice-writer-nogui)"
)
def test_the_version_is_told():
    assert libreoffice.libreoffice_version().count(".") >= 2
