import pytest

from cablegraph.ingest.kind_packages import DOCX, XLSX
from cablegraph.ingest.kinds import Kind, find_kind, is_mismatch, kind_table


def kind_of(tmp_path, data: bytes, name: str = "x") -> str:
    file = tmp_path / "content"
    file.write_bytes(data)
    return find_kind(file, name).mime


MACHINE_MAIL = b"Received: from a by b\r\nFrom: a@b\r\nTo: c@d\r\nSubject: x\r\n\r\nbody"
CABLE = b"FROM: EMBASSY BAGHDAD\nTO: DEPARTMENT\nSUBJECT: MEETING\nDATE: 4 OCT 2014\n\n1. (S) He met them."


@pytest.mark.parametrize(
    ("data", "name", "mime"),
    [
        (b"%PDF-1.7\n", "x", "application/pdf"),
        (b"\n\n%PDF-1.4\n", "x.txt", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "x", "image/png"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 20, "x", "image/jpeg"),
        (b"II*\0" + b"\0" * 20, "x", "image/tiff"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "x", "image/webp"),
        (MACHINE_MAIL, "x", "message/rfc822"),
        (b"From: a@b\nSubject: x\n\nbody", "x.eml", "message/rfc822"),
        (CABLE, "cable.txt", "text/plain"),
        (b"<!DOCTYPE html><p>x", "x", "text/html"),
        (b"\xef\xbb\xbf  <!-- x --> <HTML lang=fa>", "x", "text/html"),
        (b"<p>one</p><p>two</p>", "x.html", "text/html"),
        (b"a <p> in a note", "x.txt", "text/plain"),
        ("نامه محرمانه".encode(), "x", "text/plain"),
        ("نامه محرمانه به وزیر امور خارجه".encode("utf-16"), "x", "text/plain"),
        ("سفير إيران في بغداد".encode("cp1256"), "x", "text/plain"),
        (b'{"a": 1}', "x", "application/json"),
        (b'{"a": 1}\n{"a": 2}\n', "x.jsonl", "application/json"),
        (b"{ words in a brace", "x", "text/plain"),
        (b"a,b\n1,2\n", "x.csv", "text/csv"),
        (b"a,b\n1,2\n", "x", "text/plain"),
        (b"<?xml version='1.0'?><a>b</a>", "x", "application/xml"),
        (b"<!-- a --><!-- b --><html><body>x</body></html>", "x", "text/html"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html><body>x</body></html>", "x", "text/html"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "x", "application/xml"),
        (b"{\\rtf1\\ansi x}", "x.doc", "application/rtf"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x", "x", "multipart/related"),
        (
            b"From: a@b\nTo: c@d\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
            "x",
            "message/rfc822",
        ),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "x", "image/heic"),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", "x", "image/avif"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "x", "image/jp2"),
        (b"<!-- " * 9_000, "x", "text/plain"),
        (b"<!DOCTYPE a [" + b"[x]" * 9_000, "x", "text/plain"),
    ],
)
def test_the_content_tells_the_kind(tmp_path, data, name, mime):
    assert kind_of(tmp_path, data, name) == mime


def test_packages_are_told_apart(tmp_path, make):
    assert kind_of(tmp_path, make.docx("x")) == DOCX
    assert kind_of(tmp_path, make.zipped({"a.txt": b"x"})) == "application/zip"
    assert kind_of(tmp_path, make.zipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"})) == XLSX
    assert kind_of(tmp_path, make.zipped({"mimetype": b"application/epub+zip"})) == "application/epub+zip"


def test_bytes_that_are_no_text_have_no_kind(tmp_path):
    file = tmp_path / "content"
    file.write_bytes(bytes(range(256)) * 40)
    assert find_kind(file, "x.txt").kind == ""


def test_a_text_cut_in_the_middle_of_a_letter_is_still_text(tmp_path):
    assert kind_of(tmp_path, ("ک" * 100_000).encode()) == "text/plain"


@pytest.mark.parametrize(
    ("kind", "mime", "name", "mismatch"),
    [
        ("pdf", "application/pdf", "a.pdf", False),
        ("pdf", "application/pdf", "a.PDF", False),
        ("pdf", "application/pdf", "a.docx", True),
        ("image", "image/jpeg", "a.png", True),
        ("image", "image/jpeg", "a.jpeg", False),
        ("text", "text/plain", "a.csv", False),
        ("text", "text/plain", "a", False),
        ("text", "text/plain", "220-101.part", False),
        ("text", "text/plain", "a.xlsx", True),
        ("sheet", XLSX, "a.xlsx", False),
        ("sheet", XLSX, "a.xlsm", False),
        ("sheet", XLSX, "a.xls", True),
        ("rtf", "application/rtf", "a.doc", True),
        ("json", "application/json", "a.txt", False),
        ("legacy", "application/vnd.ms-word2003-xml", "a.xml", False),
        ("locked", "application/encrypted-office", "a.docx", False),
        ("locked", "application/encrypted-office", "a.pdf", True),
        ("opendocument", "application/vnd.oasis.opendocument.text", "a.ods", True),
    ],
)
def test_a_mismatch_is_only_what_a_known_ending_promises(kind, mime, name, mismatch):
    assert is_mismatch(Kind(kind, mime), name) is mismatch


def test_no_ending_is_promised_twice():
    table = kind_table()
    endings = [e for x in table["types"].values() for e in x["endings"]] + table["foreign"]
    assert len(endings) == len(set(endings))
