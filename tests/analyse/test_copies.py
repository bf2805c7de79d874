"""Near copies: what counts as one, what does not, and what differs."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.analyse import compare_words, find_differences, find_keys, split_words

CABLES = {
    "en": (
        "SECRET\n\n1. Karim Zandi, director of the Nahr Port Authority, met Omar Haddad in the harbour office on 3 November. Both were nervous.\n\n"
        "2. Zandi asked for two trucks and a letter to the ministry. Haddad promised the trucks by the end of the month but said nothing of the letter."
    ),
    "fa": (
        "محرمانه\n\nکریم زندی، مدیر بندر نهر، در تاریخ دوازدهم آبان با عمر حداد در دفتر بندر دیدار کرد و از او دو دستگاه کامیون خواست.\n\n"
        "حداد قول داد که کامیون‌ها را تا پایان ماه بفرستد ولی دربارهٔ نامهٔ وزارت چیزی نگفت و جلسه بدون نتیجه پایان یافت."
    ),
    "ar": (
        "سري\n\nالتقى كريم زندي مدير ميناء النهر عمر حداد في مكتب الميناء يوم الاثنين وطلب منه شاحنتين ورسالة إلى الوزارة قبل نهاية الشهر.\n\n"
        "وعد حداد بإرسال الشاحنتين لكنه لم يقل شيئا عن الرسالة وانتهى اللقاء دون نتيجة تذكر كما قال المصدر في تقريره الأخير."
    ),
}
OTHER = "The weather in the north was dry all week and the farmers of the upper valley waited for the rain that the almanac had promised them."


def _slips(text: str, share: float) -> str:
    """The text as poor OCR gives it."""
    chance = random.Random(4)
    words = text.split(" ")
    return " ".join(w[:-1] + "x" if len(w) > 2 and chance.random() < share else w for w in words)


@pytest.mark.parametrize("text", CABLES.values(), ids=CABLES)
@pytest.mark.parametrize("share", [0.0, 0.05, 0.12])
def test_a_cable_scanned_again_meets_itself(text: str, share: float) -> None:
    again = _slips(text, share)
    assert find_keys(text) & find_keys(again)
    likeness = compare_words(split_words(text), split_words(again))
    assert likeness.counts
    assert likeness.alike >= 0.75


@pytest.mark.parametrize("text", CABLES.values(), ids=CABLES)
def test_a_forwarded_cable_stands_in_the_mail_that_quotes_it(text: str) -> None:
    mail = (
        "Dear Nadia, see below what came in. "
        + OTHER
        + "\n\n> "
        + text.replace("\n\n", "\n>\n> ")
        + "\n\n"
        + OTHER[::-1]
    )
    assert find_keys(text) & find_keys(mail)
    likeness = compare_words(split_words(text), split_words(mail))
    assert likeness.left_in_right >= 0.95
    assert likeness.right_in_left < 0.9


def test_other_texts_are_no_copies() -> None:
    texts = [*CABLES.values(), OTHER]
    for a in texts:
        for b in texts:
            if a is not b:
                assert not compare_words(split_words(a), split_words(b)).counts
                assert not find_keys(a) & find_keys(b)


def test_a_text_of_a_few_words_is_never_a_copy() -> None:
    assert find_keys("Noted and filed.") == frozenset()


def test_spelling_variants_of_letters_are_no_difference() -> None:
    left = CABLES["fa"]
    right = left.replace("ی", "ي").replace("ک", "ك")
    assert compare_words(split_words(left), split_words(right)).alike == 1.0
    assert [d.kind for d in find_differences(left, right)] == ["same"]


def test_what_differs_is_shown_where_it_stands() -> None:
    left, right = "He met Omar Haddad on Monday.", "He met Omar Haddadi and his brother on Tuesday."
    shown = [
        (d.kind, left[d.left_start : d.left_end], right[d.right_start : d.right_end])
        for d in find_differences(left, right)
    ]
    assert shown == [
        ("same", "He met Omar ", "He met Omar "),
        ("changed", "Haddad ", "Haddadi and his brother "),
        ("same", "on ", "on "),
        ("changed", "Monday.", "Tuesday."),
    ]


WORDS = st.lists(st.sampled_from(["نامه", "a", "b", "c", "رسالة"]), max_size=30)


@given(WORDS, WORDS)
def test_stretches_cover_both_texts_without_gap(a: list[str], b: list[str]) -> None:
    left, right = " ".join(a), " ".join(b)
    stretches = find_differences(left, right)
    assert "".join(left[d.left_start : d.left_end] for d in stretches) == left
    assert "".join(right[d.right_start : d.right_end] for d in stretches) == right
    for d in stretches:
        if d.kind == "same":
            assert split_words(left[d.left_start : d.left_end]) == split_words(right[d.right_start : d.right_end])


@given(WORDS, WORDS)
def test_likeness_does_not_depend_on_which_is_left(a: list[str], b: list[str]) -> None:
    one, other = compare_words(a, b), compare_words(b, a)
    assert one.alike == pytest.approx(other.alike)
    assert (one.left_in_right, one.right_in_left) == pytest.approx((other.right_in_left, other.left_in_right))
