"""Character accuracy and kinds of error."""

import pytest
from bench.accuracy import errors_by_kind, numbers_right, rate, summary
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "text", ["Leila wrote on 3 May 1998.", "لیلا در ۱۲ فروردین ۱۳۲۵ نوشت.", "كتبت ليلى في ٣ أيار ١٩٩٨."]
)
def test_the_same_text_is_wholly_right_however_its_lines_are_broken(text: str):
    assert rate(text.replace(" ", "\r\n"), text) == 1
    assert not any(errors_by_kind([(text, text)]).values())


def test_digits_of_another_script_are_the_same_digits():
    assert rate("شماره 1273", "شماره ۱۲۷۳") == 1


@given(st.text(max_size=60), st.text(max_size=30))
def test_a_rate_is_a_share_even_where_a_reader_gives_far_too_much(got: str, wanted: str):
    assert 0 <= rate(got * 5, wanted) <= 1


@pytest.mark.parametrize(
    ("got", "kind"),
    [
        ("file 7837 came", "digits"),
        ("fila 7873 came", "letters"),
        ("fi le 7873 came", "blanks"),
        ("file7873 came", "blanks"),
        ("file 7873 came.", "signs"),
    ],
)
def test_an_error_counts_for_its_kind(got: str, kind: str):
    found = errors_by_kind([(got, "file 7873 came"), ("a.", "a.")])
    assert [k for k, errors in found.items() if errors] == [kind]


def test_a_collapsed_page_shows_beside_the_mean():
    assert summary([1.0, 1.0, 0.1]) == {"mean": 0.7, "worst": 0.1, "pages": 3}


@pytest.mark.parametrize(
    ("got", "right", "true"),
    [
        ("شماره: ۸۶۹۸/م/۵ در ۳ خرداد ۱۳۵۲.", 1, 1),
        ("شماره: ۸۶۹۸/:/۵ در ۳. خرداد ۱۳۵۲", 0.6667, 0.6667),
        ("شماره: ۸۶۹۸/م/۵ در خرداد ۱۳۵۲", 0.6667, 1),
        ("۱۳۵۲ شماره: ۸۶۹۸/م/۵ در ۳ خرداد", 0.6667, 0.6667),
        ("شماره", 0, 0),
    ],
)
def test_a_number_is_right_only_as_a_whole_and_in_its_place(got: str, right: float, true: float):
    found = numbers_right([(got, "شماره: ۸۶۹۸/م/۵ در ۳ خرداد ۱۳۵۲.")])
    assert found == {"right": right, "true": true, "numbers": 3}
