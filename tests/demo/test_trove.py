"""The invented trove: built the same twice, readable where it should be, unreadable where it should not."""

import email
import email.policy
import hashlib
import io
import os
import subprocess
import zipfile
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest

from cablegraph.demo import BuiltTrove, build_trove, trove
from cablegraph.demo.fonts import find_font
from cablegraph.demo.manifest import load_manifest, read_source

needs_font = pytest.mark.skipif(
    find_font() is None, reason="Amiri (fontpkg-amiri or fonts-hosny-amiri) is not installed"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltTrove:
    return build_trove(tmp_path_factory.mktemp("demo"))


def _digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _has_member(folder: Path, path: str) -> bool:
    """Whether ``path`` leads to a file, through zips and mails on its way."""
    parts = path.split("/")
    for end in range(1, len(parts) + 1):
        file = folder.joinpath(*parts[:end])
        if file.is_file():
            return _has_inside(file.read_bytes(), "/".join(parts[end:]))
    return False


def _has_inside(data: bytes, rest: str) -> bool:
    if not rest:
        return True
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if rest == name or rest.startswith(name + "/"):
                    return _has_inside(archive.read(name), rest[len(name) + 1 :])
        return False
    message = email.message_from_bytes(data, policy=email.policy.default)
    return rest in [part.get_filename() for part in message.iter_attachments()]


@needs_font
def test_a_second_build_gives_the_same_bytes(built: BuiltTrove, tmp_path: Path) -> None:
    again = build_trove(tmp_path)
    assert _digests(again.trove) == _digests(built.trove)
    assert _digests(again.record) == _digests(built.record)


@needs_font
def test_every_document_of_the_truth_lies_where_it_says(built: BuiltTrove) -> None:
    assert built.skipped == ()
    assert [entry["path"] for entry in built.truth["documents"] if not _has_member(built.trove, entry["path"])] == []
    assert [entry["path"] for entry in built.truth["record"] if not _has_member(built.record, entry["path"])] == []


@needs_font
@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("station/1392/220-102.pdf", "سرهنگ زندی‌فر در ۲۰ خرداد ۱۳۹۲ با جلال ابراهیم القطان در شهر وردان دیدار کرد."),
        ("station/1393/220-108.pdf", "شماره: ۲۲۰/۱۰۸"),
        ("ministry/40-304.pdf", "عين السيد نبيل عزيز الطحان في ١ تموز ٢٠١٤ محافظا للسهلية."),
        ("ministry/40-302.pdf", "العدد: ٤٠/٣٠٢"),
        ("embassy/1402.pdf", "Jalal Ibrahim al-Qattan, known as Abu Layth, has led the SSB since 2006."),
    ],
)
def test_a_text_layer_reads_in_logical_order(built: BuiltTrove, path: str, sentence: str) -> None:
    with pdfium.PdfDocument(built.trove / path) as document:
        assert sentence in _one_line(document[0].get_textpage().get_text_range())


@needs_font
@pytest.mark.parametrize("path", ["station/1393/220-112.pdf", "ministry/40-309.pdf", "embassy/1410.pdf"])
def test_a_scan_has_no_text_layer(built: BuiltTrove, path: str) -> None:
    with pdfium.PdfDocument(built.trove / path) as document:
        assert document[0].get_textpage().get_text_range().strip() == ""


@pytest.mark.parametrize(("path", "cause"), [("1405-cut.pdf", "Data format"), ("annex-locked.pdf", "password")])
def test_the_damaged_files_do_not_open(built: BuiltTrove, path: str, cause: str) -> None:
    with pytest.raises(pdfium.PdfiumError, match=cause):
        pdfium.PdfDocument(built.trove / "damaged" / path)


@pytest.mark.parametrize(
    ("path", "source", "encoding"),
    [
        ("ministry/40-301.txt", "ministry/40-301.txt", "windows-1256"),
        ("station/1392/220-103.txt", "station/220-103.txt", "utf-16"),
        ("station/1393/220-110.txt", "station/220-110.txt", "utf-8-sig"),
        ("ministry/40-310.txt", "ministry/40-310.txt", "utf-8"),
    ],
)
def test_text_files_keep_the_words_in_their_encoding(built: BuiltTrove, path: str, source: str, encoding: str) -> None:
    assert (built.trove / path).read_bytes().decode(encoding) == read_source(source)


def test_the_duplicate_is_exact_and_the_forward_is_near(built: BuiltTrove) -> None:
    first, copy = (built.trove / path for path in ("station/1392/220-103.txt", "copies/220-103-copy.txt"))
    assert first.read_bytes() == copy.read_bytes()
    forwarded = email.message_from_bytes(
        (built.trove / "embassy/forward-1404.eml").read_bytes(), policy=email.policy.default
    )
    assert _one_line(read_source("embassy/1404.txt")) in _one_line(forwarded.get_content())


def test_mail_carries_its_headers_and_attachment(built: BuiltTrove) -> None:
    persian = email.message_from_bytes(
        (built.trove / "station/1393/embassy-note-77.eml").read_bytes(), policy=email.policy.default
    )
    assert persian["Subject"] == "گفتگوی سفیر درباره آب رود"
    mail = email.message_from_bytes((built.trove / "ministry/mail-port.eml").read_bytes(), policy=email.policy.default)
    (attachment,) = mail.iter_attachments()
    opened = docx.Document(io.BytesIO(attachment.get_content()))
    assert "Jalal Ebrahim Qattan" in "\n".join(paragraph.text for paragraph in opened.paragraphs)


def test_without_the_typeface_the_pages_that_need_it_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trove, "find_font", lambda: None)
    built = build_trove(tmp_path)
    assert "station/1392/220-102.pdf" in built.skipped
    assert "delivery/tranche-2.zip/station-1395.zip/220-117.pdf" in built.skipped
    assert _has_member(built.trove, "delivery/tranche-2.zip/station-1395.zip/220-118.txt")
    assert not _has_member(built.trove, "delivery/tranche-2.zip/station-1395.zip/220-117.pdf")
    assert not (built.trove / "ministry/40-303.png").exists()
    assert (built.trove / "embassy/1402.pdf").is_file()
    assert len(_digests(built.trove)) + len(built.skipped) == len(load_manifest().trove) + 1  # one of them inside a zip


@needs_font
@pytest.mark.ocr
@pytest.mark.parametrize(
    ("path", "language", "words"),
    [
        ("station/1393/220-109.png", "fas", ["داریوش سپهری", "۱۳۹۳/۰۸/۳۰", "سازمان اطلاعات"]),
        ("ministry/40-303.png", "ara", ["خالد منصور الروضاني", "مرسى نور"]),
        ("bureau/memorandum-orchard.tif", "eng", ["Faisal Darwish al-Kamali", "June 2011"]),
    ],
)
def test_scans_can_be_read(built: BuiltTrove, path: str, language: str, words: list[str]) -> None:
    read = subprocess.run(
        ["tesseract", str(built.trove / path), "-", "-l", language],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    assert [word for word in words if word not in _one_line(read.stdout)] == []
