import errno
from pathlib import Path

import pytest

from cablegraph.errors import DiskFull
from cablegraph.ingest import READERS, read_file, reader_versions
from cablegraph.ingest import members as members_module
from cablegraph.model.problem import problem_codes
from cablegraph.settings import Settings


@pytest.mark.parametrize(
    ("data", "name", "limits", "code"),
    [
        (b"", "empty.pdf", {}, "file-empty"),
        (b"x" * (2 << 20), "large.txt", {"max_file_mb": 1}, "file-too-large"),
        (bytes(range(256)) * 40, "noise.bin", {}, "kind-unknown"),
        (b"%PDF-1.7\n1 0 obj <<", "cut.pdf", {}, "file-truncated"),
        (b"%PDF-1.7\nnothing that hangs together\n%%EOF", "broken.pdf", {}, "file-damaged"),
        (b"PK\x03\x04" + b"\0" * 200, "cut.zip", {}, "file-truncated"),
        (b"\x89PNG\r\n\x1a\n" + b"\1" * 50, "broken.png", {}, "file-damaged"),
        (b"<html><script>alert(1)</script></html>", "bare.html", {}, "text-none"),
        (b" \n\t\n", "blank.txt", {}, "kind-unknown"),
    ],
)
def test_bad_files_give_one_fatal_trouble(read, data, name, limits, code):
    reading = read(data, name, **limits)
    assert [t.code for t in reading.troubles if t.fatal] == [code]
    assert not reading.pages
    assert not reading.members


def test_a_file_that_is_gone_is_trouble(tmp_path, scratch):
    reading = read_file(tmp_path / "gone", "gone.txt", settings=Settings(), scratch=scratch)
    assert [t.code for t in reading.troubles] == ["file-missing"]


def test_a_mislabelled_file_is_read_by_its_content(read, make, codes):
    reading = read(make.pdf(make.ENGLISH), "minutes.docx")
    assert reading.kind == "pdf"
    assert "governor of Kirkuk" in reading.pages[0].text
    assert codes(reading) == ["kind-mismatch"]
    assert not reading.troubles[0].fatal


def test_a_name_of_ten_thousand_characters_harms_nothing(read, codes):
    reading = read(b"a plain note", "n" * 10_000 + ".txt")
    assert reading.pages[0].text == "a plain note"
    assert codes(reading) == ["name-too-long"]
    assert "n" * 10_000 in reading.troubles[0].cause


def test_trouble_is_fatal_exactly_where_nothing_was_read(read, make):
    archive = make.zipped({"../../out.txt": b"climbs", "in.txt": b"stays"})
    assert not any(t.fatal for t in read(archive, "a.zip").troubles)
    assert all(t.fatal for t in read(make.pdf("locked", password="k"), "a.pdf").troubles)


def test_a_full_disk_is_no_trouble_of_the_file(tmp_path, scratch, make, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(members_module.tempfile, "NamedTemporaryFile", full)
    content = tmp_path / "content"
    content.write_bytes(make.zipped({"a.txt": b"x"}))
    with pytest.raises(DiskFull):
        read_file(content, "a.zip", settings=Settings(), scratch=scratch)


def test_a_reader_that_raises_is_a_damaged_file(read, monkeypatch, codes):
    def burst(*args, **kwargs):
        raise IndexError("deep inside a library")

    monkeypatch.setattr("cablegraph.ingest.readers.text.decode", burst)
    reading = read(b"a note", "a.txt")
    assert codes(reading) == ["file-damaged"]
    assert "deep inside" not in reading.troubles[0].cause


def test_every_code_that_is_reported_has_a_remedy():
    import re

    import cablegraph.ingest

    folder = Path(cablegraph.ingest.__file__).parent
    used = {
        c
        for f in folder.rglob("*.py")
        for c in re.findall(r'(?:Trouble|_Stop|_failed|_refused)\([^"\n]*"([a-z-]+)"', f.read_text())
    }
    assert {"file-empty", "archive-bomb", "ocr-timeout"} <= used
    assert used <= set(problem_codes())


def test_no_two_readers_claim_one_kind():
    kinds = [k for r in READERS for k in r.kinds]
    assert len(kinds) == len(set(kinds))
    assert "pdf/" in reader_versions()


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
@pytest.mark.parametrize("kind", ["text", "html", "docx", "email", "pdf"])
def test_each_kind_gives_its_words_in_each_script(read, make, kind, language):
    text = make.TEXTS[language]
    data = {
        "text": text.encode,
        "html": f"<!doctype html><html><body><p>{text}</p></body></html>".encode,
        "docx": lambda: make.docx(*text.split("\n")),
        "email": lambda: make.mail("x", text).as_bytes(),
        "pdf": lambda: make.pdf(text),
    }[kind]()
    reading = read(data, "x")
    assert reading.kind == kind
    assert reading.pages[0].language == language
    last = text.split("\n")[-1].split()[-2:]
    assert all(word.strip(".") in reading.pages[0].text for word in last)
    assert not reading.troubles
