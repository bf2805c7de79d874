import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.ingest.plain import clean_characters, clean_text, find_title


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("one  \r\ntwo\t\r\n\r\n\r\n\r\nthree\r\n", "one\ntwo\n\nthree"),
        ("a\0b\ud800c", "a\ufffdb\ufffdc"),
        ("بند یک \n\n\n\nبند دو", "بند یک\n\nبند دو"),
        ("می\u200cرود", "می\u200cرود"),
        ("a\u2028b\u0085c", "a\nb\nc"),
        ("  indented", "  indented"),
    ],
)
def test_text_is_handed_over_clean(raw, clean):
    assert clean_text(raw) == clean


@given(st.text(st.characters(exclude_categories=[])))
def test_cleaning_leaves_nothing_forbidden_and_is_done_after_once(text):
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert "\0" not in clean
    assert "\r" not in clean
    clean.encode("utf-8")


@given(st.text(st.characters(exclude_categories=[])))
def test_characters_are_replaced_one_for_one(text):
    assert len(clean_characters(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n---\n  SECRET   //  NOFORN\nbody", "SECRET // NOFORN"),
        ("جمهورية رشدان\nنص", "جمهورية رشدان"),
        ("x" * 121, "f.txt"),
        ("", "f.txt"),
    ],
)
def test_the_title_is_the_first_short_line_else_the_name(text, title):
    assert find_title(text, "folder/f.txt") == title
