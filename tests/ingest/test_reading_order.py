import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.ingest.layout import Word
from cablegraph.ingest.reading_order import Glyph, order_line, order_words

WIDE, BLANK = 5.0, 3.0


def as_shown(visual: str) -> tuple[list[Glyph], int]:
    """Glyphs of a line written as it looks from left to right, and how many blanks it has."""
    glyphs, x = [], 0.0
    for index, char in enumerate(visual):
        if char != " ":
            glyphs.append(Glyph(char, x, x, x + WIDE, x + WIDE / 2, index))
        x += BLANK if char == " " else WIDE
    return glyphs, visual.count(" ")


def read(visual: str) -> str:
    glyphs, blanks = as_shown(visual)
    return "".join(g.char for g in order_line(glyphs, 10.0, blanks))


def back(*words: str) -> str:
    """How words look in a right-to-left line; words with digits or Latin letters are given as they look."""
    return " ".join(w if w.isascii() or w[0].isdigit() else w[::-1] for w in reversed(words))


@pytest.mark.parametrize(
    ("visual", "logical"),
    [
        (back("سفیر", "ایران", "رفت"), "سفیر ایران رفت"),
        (back("تاریخ:", "۱۳۹۲/۰۷/۲۴"), "تاریخ: ۱۳۹۲/۰۷/۲۴"),
        (back("شماره", "220/103"), "شماره 220/103"),
        ("مالس -١", "١- سلام"),
        ("مالس -1", "1- سلام"),
        (".2013 راذآ 12 يف", "في 12 آذار 2013."),
        ("درک عورش FM TEHRAN ریفس", "سفیر FM TEHRAN شروع کرد"),
        ("تفر F-16 هدننار", "راننده F-16 رفت"),
        ("(يرس) ريرقت", "تقرير (سري)"),
        (")يرس( ريرقت", "تقرير (سري)"),
        ("»میسن« عبنم", "منبع «نسیم»"),
        ("لوا (1", "1) اول"),
    ],
)
def test_a_line_is_read_from_how_it_looks(visual, logical):
    assert read(visual) == logical


def test_letters_of_one_ligature_follow_the_layer():
    place = (20.0, 20.0, 30.0, 25.0)
    forward = [
        Glyph("س", 30.0, 30.0, 35.0, 32.0, 0),
        Glyph("ا", *place, 1),
        Glyph("ل", *place, 2),
        Glyph("م", 15.0, 15.0, 20.0, 17.0, 3),
    ]
    assert "".join(g.char for g in order_line(forward, 10.0, 0)) == "سلام"
    stored = [
        Glyph("م", 15.0, 15.0, 20.0, 17.0, 0),
        Glyph("ل", *place, 1),
        Glyph("ا", *place, 2),
        Glyph("س", 30.0, 30.0, 35.0, 32.0, 3),
    ]
    assert "".join(g.char for g in order_line(stored, 10.0, 0)) == "سلام"


def test_a_vowel_mark_follows_the_letter_under_it():
    glyphs = [
        Glyph("ک", 20.0, 20.0, 30.0, 25.0, 0),
        Glyph("ه", 10.0, 10.0, 20.0, 15.0, 1),
        Glyph("\u0650", 23.0, 23.0, 27.0, 25.0, 2),
    ]
    assert "".join(g.char for g in order_line(glyphs, 10.0, 0)) == "ک\u0650ه"


@given(st.text(st.sampled_from("سلاموریف ۱۲"), max_size=40), st.randoms())
def test_the_order_in_which_letters_are_stored_does_not_matter(visual, random):
    glyphs, blanks = as_shown(" ".join(visual.split()))
    shuffled = list(glyphs)
    random.shuffle(shuffled)
    assert order_line(shuffled, 10.0, blanks) == order_line(glyphs, 10.0, blanks)


def test_words_of_a_right_to_left_line_come_from_the_right():
    def words(*texts: str) -> list[Word]:
        return [Word(t, n / 10, 0.0, n / 10 + 0.05, 0.1) for n, t in enumerate(texts)]

    line = words("بازگشتند", "TEHRAN", "FM", "۱۳۹۳", "سفیران")
    assert [w.text for w in order_words(line)] == ["سفیران", "۱۳۹۳", "TEHRAN", "FM", "بازگشتند"]
    latin = words("From", "TEHRAN", "سفیر")
    assert order_words(latin) == latin
