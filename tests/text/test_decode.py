"""Bytes in the encodings that Persian and Arabic files come in, and text that was decoded wrongly before."""

import codecs

import pytest

from cablegraph.text import decode

ARABIC = "وصل الوزير إلى بغداد في يوم الجمعة، ولم يتكلم عن الاتفاق."
PERSIAN = "وزیر در روز جمعه به تهران رفت و گفت که این قرارداد را نمی‌پذیرد."
ENGLISH = "The Minister said “no” – twice."


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (ARABIC.encode(), "utf-8", ARABIC),
        (codecs.BOM_UTF8 + PERSIAN.encode(), "utf-8", PERSIAN),
        (codecs.BOM_UTF16_LE + PERSIAN.encode("utf-16-le"), "utf-16-le", PERSIAN),
        (PERSIAN.encode("utf-16-le"), "utf-16-le", PERSIAN),
        (ARABIC.encode("utf-16-be"), "utf-16-be", ARABIC),
        (ENGLISH.encode("utf-16-le"), "utf-16-le", ENGLISH),
        (ARABIC.encode("windows-1256"), "windows-1256", ARABIC),
        (ARABIC.encode("iso-8859-6"), "iso-8859-6", ARABIC),
        (PERSIAN.replace("ی", "ي").encode("windows-1256"), "windows-1256", PERSIAN.replace("ی", "ي")),
        (ENGLISH.encode("windows-1252"), "windows-1252", ENGLISH),
        ("Café à Téhéran, l'été dernier".encode("windows-1252"), "windows-1252", "Café à Téhéran, l'été dernier"),
        (b"", "utf-8", ""),
        (b"plain", "utf-8", "plain"),
    ],
)
def test_encodings(data: bytes, encoding: str, text: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("text", [ARABIC, PERSIAN, "Khātamī met Hammarskjöld – ‘no’"])
@pytest.mark.parametrize("wrong", ["latin-1", "windows-1256"])
def test_double_encoding_is_undone_and_noted(text: str, wrong: str) -> None:
    broken = text.encode().decode(wrong)
    decoded = decode(broken.encode())
    assert decoded.text == text
    assert decoded.repaired is not None
    assert "read again as UTF-8" in decoded.repaired


def test_only_broken_lines_are_touched() -> None:
    decoded = decode(f"{PERSIAN}\n{ARABIC.encode().decode('latin-1')}\nCAFÉ»".encode())
    assert decoded.text == f"{PERSIAN}\n{ARABIC}\nCAFÉ»"


def test_windows_1256_saved_as_western_text_is_undone() -> None:
    broken = ARABIC.encode("windows-1256").decode("latin-1")
    decoded = decode(broken.encode())
    assert decoded.text == ARABIC
    assert decoded.repaired is not None


@pytest.mark.parametrize(
    "text", ["«Œuvre» à l'été, déjà vu", "Größe: 5 µm ± 2", "São Paulo — não", ARABIC, PERSIAN, ENGLISH]
)
def test_sound_text_is_left_alone(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.repaired is None


def test_a_damaged_byte_does_not_spoil_the_rest() -> None:
    decoded = decode(PERSIAN.encode() + b"\xff" + PERSIAN.encode())
    assert decoded.encoding == "utf-8"
    assert decoded.text == f"{PERSIAN}\ufffd{PERSIAN}"
    assert decoded.repaired is not None
    assert "1 " in decoded.repaired
