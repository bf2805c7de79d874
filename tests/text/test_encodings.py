"""Every encoding that old files come in, in three languages: read as it was written, whatever the length; sound text stays as it is."""

import pytest
from shaping import to_glyph_page

from cablegraph.text import decode
from cablegraph.text.code_pages import page_table, read_code_page

TEXTS = {
    "fa": [
        "وزیر در روز جمعه به تهران رفت و گفت که این قرارداد را نمی پذیرد.",
        "گزارش سفیر درباره دیدار با نماینده شورا هنوز نرسیده است",
        "محرمانه: فهرست نگهبانان پادگان",
        "پرویز چمنی، ژاله گلزار",
    ],
    "ar": [
        "وصل الوزير في يوم الجمعة ولم يتكلم عن الاتفاق.",
        "تقرير السفير عن لقائه مع رئيس المجلس لم يصل بعد",
        "سري: قائمة حراس المعسكر",
        "كريم الجبوري، سعاد العلي",
    ],
    "en": ["The Minister said “no” – twice.", "Café Hôtel: l'été dernier", "plain"],
}
# what a page has no letter for was typed otherwise
_ARABIC_KEYBOARD = str.maketrans("یک", "يك")
_PERSIAN_KEYBOARD = str.maketrans("يكأإةئ", "یکااهی")
PAGES = {
    "windows-1256": ("fa", "ar", "en"), "iso-8859-6": ("ar",), "mac-farsi": ("fa", "ar"), "cp720": ("ar",), "isiri-3342": ("fa",),
    "iran-system": ("fa",), "cp864": ("ar",), "windows-1252": ("en",),
}  # fmt: skip
GLYPHS = {"iran-system", "cp864"}
CASES = [
    (page, language, text)
    for page, languages in PAGES.items()
    for language in languages
    for text in ["\n".join(TEXTS[language]), *TEXTS[language]]
    if not (page == "cp720" and "،" in text) and not (page == "windows-1256" and text == "plain")
]


def _typed(text: str, page: str) -> str:
    keyboard = _PERSIAN_KEYBOARD if page in {"isiri-3342", "iran-system"} else _ARABIC_KEYBOARD
    return text.translate(keyboard)


def _write(text: str, page: str) -> bytes:
    if page in GLYPHS:
        return to_glyph_page(text, page)
    if page == "isiri-3342":
        return bytes(page_table(page).index(each) for each in text)
    return text.encode(page)


@pytest.mark.parametrize(("page", "language", "text"), CASES)
def test_a_file_in_an_old_code_page_is_read_as_it_was_written(page: str, language: str, text: str) -> None:
    typed = _typed(text, page)
    decoded = decode(_write(typed, page))
    assert decoded.text == typed
    if language != "en":
        assert decoded.encoding == page


@pytest.mark.parametrize("data", [b"M\x81ller.txt", b"\xa3\xf3d\x9f", b"Gr\x9a\xa7e 5 \xb5m", b"\xb1\xb2\xb3 42 \xdb"])
def test_bytes_without_arabic_words_are_in_no_old_arabic_page(data: bytes) -> None:
    assert decode(data).encoding == "windows-1252"


@pytest.mark.parametrize("language", ["fa", "ar"])
@pytest.mark.parametrize("page", ["windows-1256", "mac-farsi"])
def test_lines_in_another_encoding_are_read_by_themselves_and_told(page: str, language: str) -> None:
    texts = [_typed(text, page) for text in TEXTS[language]]
    data = b"\r\n".join(text.encode(page if number % 2 else "utf-8") for number, text in enumerate(texts))
    decoded = decode(data)
    assert decoded.text == "\r\n".join(texts)
    assert decoded.repaired == f"2 lines that were not UTF-8 were read as {page}."


@pytest.mark.parametrize("language", ["fa", "ar"])
@pytest.mark.parametrize("codec", ["latin-1", "windows-1256", "mac-roman"])
@pytest.mark.parametrize("times", [1, 2])
def test_utf8_read_wrongly_and_saved_again_is_undone(codec: str, language: str, times: int) -> None:
    text = "\n".join(TEXTS[language])
    broken = text
    for _ in range(times):
        broken = broken.encode().decode(codec)
    decoded = decode(broken.encode())
    assert decoded.text == text
    assert decoded.repaired is not None


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_utf7_is_read_and_told(language: str) -> None:
    text = "\n".join(TEXTS[language])
    decoded = decode(text.encode("utf-7"))
    assert (decoded.text, decoded.encoding) == (text, "utf-7")
    assert decoded.repaired == "Letters written in UTF-7 were read."


@pytest.mark.parametrize(
    "text", ["tel. +9647701234567, +98-21-123", "a+b+c = d", "key+MIIBIjANBgkq/hkiG9w0", "+AAAA+BBBB+CCCC"]
)
def test_a_plus_sign_is_no_utf7(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("language", list(TEXTS))
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [True, False])
def test_utf16_that_lost_a_byte_is_read_on(language: str, encoding: str, *, mark: bool) -> None:
    text = "\n".join(TEXTS[language] * 6)
    data = (("\ufeff" if mark else "") + text).encode(encoding)
    middle = len(data) // 2 + 1
    decoded = decode(data[:middle] + data[middle + 1 :])
    assert decoded.encoding == encoding
    assert decoded.repaired is not None
    assert "1 places" in decoded.repaired
    assert decoded.text.startswith(text[: len(text) // 2 - 8])
    assert decoded.text.endswith(text[len(text) // 2 + 8 :])


def test_lost_letters_are_told_and_left() -> None:
    text = "From: office\n????? ??? ???? ?? ?????\nWhat?? Really??"
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.repaired == "In 1 lines question marks stand where letters were; those letters are lost."


def test_curly_quotes_left_as_control_codes_are_read() -> None:
    decoded = decode("He said \x93no\x94 \x96 twice".encode())
    assert decoded.text == "He said “no” – twice"
    assert decoded.repaired is not None


@pytest.mark.parametrize(
    "quotes", [b"He said \x93no\x94 \x96 and it\x92s done", "«نه»".encode() + b"\nHe said \x93no\x94\n"]
)
def test_curly_quotes_of_windows_among_ascii_and_utf8(quotes: bytes) -> None:
    assert "“no”" in decode(quotes).text


@pytest.mark.parametrize(
    "text",
    [
        *(text for texts in TEXTS.values() for text in texts),
        "ط، ظ، ع، غ، ف",
        "بند (ظ) و (ط)؛ ظ،ط",
        "«Œuvre» à l'été, déjà vu",
        "€ 5 — £ 7 … ™",
        "بەڕێز سەرۆک، کۆبوونەوەکە",
        "آقای کریمی (Karimi) – دفتر «الف»",
        "What??? Why?? No!",
    ],
)
def test_sound_text_stays_as_it_is(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.repaired) == (text, "utf-8", None)


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_page_answers_for_every_byte(page: str) -> None:
    assert len(page_table(page)) == 256
    assert read_code_page(bytes(range(256)), page)
