import struct
import subprocess
from pathlib import Path

import pytest

from cablegraph.ingest.tools.libreoffice import find_libreoffice, libreoffice_version
from ingest import office

needs_office = pytest.mark.skipif(
    find_libreoffice() is None, reason="LibreOffice is not installed (apt-get install libreoffice-writer-nogui)"
)


@pytest.fixture(scope="module")
def turn(tmp_path_factory):
    """Make an old file of a new one with LibreOffice."""

    def run(data: bytes, ending: str, target: str) -> bytes:
        folder = tmp_path_factory.mktemp("old")
        (folder / f"in.{ending}").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(folder / "out"),
            str(folder / f"in.{ending}"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return Path(next((folder / "out").iterdir())).read_bytes()

    return run


@needs_office
def test_old_word_documents_are_read_in_three_scripts(read, make, turn, scratch):
    texts = [make.TEXTS[x].split("\n")[0] for x in ("fa", "ar", "en")]
    reading = read(turn(make.docx(*texts, table=[["نام", "سمت"], ["رستگار", "سفیر"]]), "docx", "doc"), "a.doc")
    assert reading.kind == "legacy"
    assert reading.mime == "application/msword"
    assert reading.pages[0].text == "\n\n".join((*texts, "نام\tسمت\nرستگار\tسفیر", "after the table"))
    assert reading.metadata["docprops:creator"] == "Registry"
    assert libreoffice_version() in reading.reader
    assert not reading.troubles
    assert list(scratch.iterdir()) == []


@needs_office
def test_old_slides_are_read(read, turn):
    import pptx

    deck = pptx.Presentation()
    for text in ("گزارش", "second"):
        deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = text
    reading = read(turn(office.saved(deck), "pptx", "ppt"), "a.ppt")
    assert [p.text for p in reading.pages] == ["گزارش", "second"]


@needs_office
def test_a_damaged_old_document_is_trouble(read, turn, make, codes):
    data = turn(make.docx("words " * 2000), "docx", "doc")
    assert [t for t in read(data[: len(data) // 3], "a.doc").troubles if t.fatal]
    assert codes(read(office.compound({"WordDocument": b"\xec\xa5" + bytes(5000)}), "a.doc"))


def test_without_libreoffice_the_problem_says_what_to_install(read, monkeypatch):
    monkeypatch.setattr("cablegraph.ingest.tools.libreoffice.find_libreoffice", lambda: None)
    monkeypatch.setattr("cablegraph.ingest.readers.legacy.find_libreoffice", lambda: None)
    (trouble,) = read(office.compound({"WordDocument": b"\xec\xa5" + bytes(5000)}), "a.doc").troubles
    assert trouble.code == "tool-missing"
    assert "LibreOffice" in trouble.cause
    assert trouble.fatal


def test_a_locked_old_document_is_told_without_libreoffice(read, codes):
    head = b"\xec\xa5" + bytes(8) + struct.pack("<H", 0x0100)
    assert codes(read(office.compound({"WordDocument": head + bytes(5000)}), "a.doc")) == ["password-needed"]
