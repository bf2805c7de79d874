import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cablegraph.extract.mentions import FoundMention, find_mentions
from cablegraph.extract.mentions.spread import NAMES


def texts(found: list[FoundMention], label: str) -> list[str]:
    return [m.text for m in found if m.label == label]


@pytest.mark.parametrize(
    ("language", "text", "label", "name"),
    [
        ("en", "Ambassador Holmes met Prime Minister Hoveyda in Tehran.", "PERSON", "Hoveyda"),
        ("en", "Ambassador Holmes met Prime Minister Hoveyda in Tehran.", "PERSON", "Holmes"),
        ("en", "Ambassador Holmes met Prime Minister Hoveyda in Tehran.", "PLACE", "Tehran"),
        ("en", "THE DEPARTMENT ASKED AMBASSADOR MEYER TO LEAVE TEHRAN FOR BAGHDAD.", "PLACE", "BAGHDAD"),
        ("en", "The report was sent to the Department of State.", "ORG", "Department of State"),
        ("fa", "محمود احمدی‌نژاد دیروز به تهران بازگشت.", "PERSON", "محمود احمدی‌نژاد"),
        ("fa", "سرهنگ علی رضایی از تبریز آمد.", "PERSON", "علی رضایی"),
        ("fa", "نیروها از تبریز به سوی تهران رفتند.", "PLACE", "تبریز"),
        ("fa", "سازمان ملل متحد بیانیه داد.", "ORG", "سازمان ملل متحد"),
        ("ar", "وصل الرئيس صدام حسين إلى بغداد.", "PERSON", "صدام حسين"),
        ("ar", "زار الوفد دمشق وبغداد.", "PLACE", "بغداد"),
    ],
)
def test_plain_names(language: str, text: str, label: str, name: str) -> None:
    assert name in texts(find_mentions(text, language), label)


def test_each_passage_is_read_in_its_own_language() -> None:
    text = "Ambassador Holmes left Tehran on Monday.\n\nوزیر امور خارجه دیروز به تهران بازگشت.\n"
    found = find_mentions(text)
    assert {"Tehran", "تهران"} <= set(texts(found, "PLACE"))
    assert "وزیر امور خارجه" in texts(found, "POST")


def test_a_codename_is_not_read_as_a_person_too() -> None:
    found = find_mentions("The agent, codename FALCON, met Ambassador Holmes.", "en")
    assert texts(found, "CODENAME") == ["FALCON"]
    assert "FALCON" not in texts(found, "PERSON")


@pytest.mark.parametrize("text", ["", "   \n\n\t", "12345", "....", "\u200c\u200f"])
def test_nothing_to_find(text: str) -> None:
    assert find_mentions(text) == []


PARTS = [
    "Tehran",
    "Ambassador Holmes",
    "تهران",
    "علی رضایی",
    "بغداد",
    "وزير الداخلية",
    ".",
    "\n",
    "Iran's",
    "۱۳۵۷",
    "THE SHAH",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=25))
def test_spans_are_the_text_and_names_do_not_overlap(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find_mentions(text)
    assert all(text[m.start : m.end] == m.text and m.start < m.end for m in found)
    assert all(0 <= m.confidence <= 1 for m in found)
    names = sorted((m.start, m.end) for m in found if m.label in NAMES)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(names))
    assert [m.start for m in found] == sorted(m.start for m in found)


def test_careful_persian_counts_the_noun_before_a_place_in() -> None:
    found = find_mentions("او در سفر به استان فارس از خانهٔ خود دور بود.", "fa")
    assert texts(found, "PLACE") == ["استان فارس"]


def test_a_single_letter_with_a_number_is_no_name() -> None:
    assert [m for m in find_mentions("P0 met P1.", "en") if m.label in NAMES] == []


def test_a_word_alone_on_its_line_needs_to_be_surer() -> None:
    assert [m for m in find_mentions("WHITCOMBE", "en") if m.label in NAMES] == []
    assert texts(find_mentions("TEHRAN", "en"), "PLACE") == ["TEHRAN"]
