import random

import pytest

from cablegraph.ingest.readers.rtf_tokens import Token, iter_tokens
from ingest import office


def rtf(
    body: str,
    *,
    head: str = r"\ansi\ansicpg1256\deff0{\fonttbl{\f0\fnil\fcharset178 Arial;}{\f1\fcharset0 Times;}{\f2\fcharset204 Times;}}",
) -> bytes:
    return (r"{\rtf1" + head + " " + body + "}").encode("latin-1")


def hexed(text: str, encoding: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


def unicoded(text: str) -> str:
    units = text.encode("utf-16-le")
    return "".join(f"\\u{int.from_bytes(units[n : n + 2], 'little', signed=True)}?" for n in range(0, len(units), 2))


ARABIC = "التقى السفير الوزير"
PERSIAN = "گزارش محرمانه‌ی سفیر ۱۳۹۳"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (hexed(ARABIC, "cp1256"), ARABIC),
        (r"\f1 " + hexed(ARABIC, "cp1256"), ARABIC),
        (r"\f2 " + hexed("посол", "cp1251"), "посол"),
        (r"{\rtlch\af0\ltrch\f2\rtlch " + hexed(ARABIC, "cp1256") + "}", ARABIC),
        (unicoded(PERSIAN), PERSIAN),
        (r"\uc0 " + unicoded(PERSIAN).replace("?", " "), PERSIAN),
        (r"\uc2\u1587\'d3\'d3x", "سx"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"mi\zwnj x a\~b\_c \{d\} e\emdash f", "mi\u200cx a\u00a0b\u2011c {d} e—f"),
        (r"one\par two\line three\tab four", "one\n\ntwo\nthree\tfour"),
    ],
)
def test_letters_are_right_in_all_their_spellings(read, body, text):
    assert read(rtf(body), "a.rtf").pages[0].text == text


def test_double_byte_letters_are_put_together(read):
    head = r"\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}"
    assert read(rtf(hexed("大使", "cp936"), head=head), "a.rtf").pages[0].text == "大使"


def test_rows_are_lines_and_cells_are_parted_by_tabs(read):
    body = r"\trowd\intbl one\par more\cell two\cell\row\intbl three\cell four\cell\row\pard after"
    assert read(rtf(body), "a.rtf").pages[0].text == "one more\ttwo\nthree\tfour\nafter"


def test_only_what_is_text_is_text(read):
    body = (
        r"{\info{\title Report}{\author "
        + hexed("كريم", "cp1256")
        + r"}{\creatim\yr2014\mo10\dy7\hr9\min12}}{\stylesheet{\s0 Normal;}}{\*\generator Word}"
        r"{\header head}{\footer foot}shown{\v hidden}{\deleted gone}{\footnote a note}{\*\atnid RS}{\*\atnauthor Sadiq}{\*\annotation {who?}}"
        r'{\field{\*\fldinst{HYPERLINK "http://192.0.2.1/"}}{\fldrslt  the link}}{\field{\*\fldinst DDEAUTO cmd}{\fldrslt }}{\*\unknown never}'
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt in a box}}{\shprslt never}}"
    )
    reading = read(rtf(body.replace(r"{\shprslt never}", "")), "a.rtf")
    assert [p.text for p in reading.pages] == [
        "head\n\nshown the linkin a box\n\na note\n\nfoot",
        "Sadiq: who?",
        "gone",
        "hidden",
    ]
    assert [reading.metadata[f"page:{n}"] for n in (2, 3, 4)] == ["comments", "deleted text", "hidden text"]
    assert [[r.kind for r in p.regions] for p in reading.pages] == [[], ["comment"], ["deleted"], ["hidden"]]
    assert reading.metadata["docprops:creator"] == "كريم"
    assert reading.metadata["docprops:created"] == "2014-10-07T09:12:00"
    assert reading.metadata["signal:has-external-links"] == "hyperlink http://192.0.2.1/"
    assert reading.metadata["signal:has-active-fields"] == "DDEAUTO cmd"


def test_pictures_and_dropped_files_are_members(read, make):
    noise = make.store(make.Image.frombytes("L", (200, 200), random.Random(1).randbytes(40_000)), "PNG")
    native = office.ole_object("نامه.txt", b"dropped")[4:]
    package = b"\1\5\0\0\2\0\0\0" + b"\x08\0\0\0Package\0" + bytes(8) + len(native).to_bytes(4, "little") + native
    body = (
        r"words{\*\shppict{\pict\pngblip " + noise.hex() + r"}}{\nonshppict{\pict\pngblip " + noise.hex() + r"}}{\object\objemb{\*\objdata "
        + package.hex() + r"}{\result shown}}{\pict\jpegblip\bin7 {{{}}}a}"
    )  # fmt: skip
    reading = read(rtf(body), "a.rtf")
    assert [m.name for m in reading.members] == ["picture-1.png", "نامه.txt"]
    assert reading.members[1].content.read_bytes() == b"dropped"
    assert reading.pages[0].text == "wordsshown"


def test_a_file_cut_short_is_told_and_read(read, codes):
    reading = read(rtf(r"words {\b more")[:-1], "a.rtf")
    assert reading.pages[0].text == "words more"
    assert codes(reading) == ["file-truncated"]


@pytest.mark.parametrize(
    "body",
    [
        "{" * 200_000 + "deep",
        "}" * 5000,
        "\\u" * 50_000,
        "\\bin99999999 x",
        "\\'zz\\u99999999999?",
        "{\\fonttbl" * 5000,
    ],
)
def test_hostile_files_harm_nothing(read, body):
    read(rtf(body), "a.rtf")


def test_tokens_are_told_apart():
    assert list(iter_tokens(rb"{\b0 x\'e1\~\bin3 }}}y}")) == [
        Token("open"), Token("word", "b", 0), Token("bytes", data=b"x"), Token("bytes", data=b"\xe1"), Token("symbol", "~"),
        Token("word", "bin", 3, b"}}}"), Token("bytes", data=b"y"), Token("close"),
    ]  # fmt: skip
