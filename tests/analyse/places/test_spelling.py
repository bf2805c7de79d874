"""The form under which the name of a place is looked up."""

import pytest

from cablegraph.analyse.places import key_of
from cablegraph.analyse.places.spelling import spell


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Kūt", "Kut"), ("Al Başrah", "Basrah"), ("البصرة", "بصره"), ("الْكُوفَة", "كوفة"), ("کرمانشاه", "كرمانشاه"), ("بندر‌عباس", "بندرعباس"),
        ("Al Qā’im", "al-Qaim"), ("NEW YORK", "New-York"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("Qom", "Qum"), ("Ali", "i"), ("الی", "ی"), ("Alton", "ton")])
def test_what_is_no_article_stays(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    ("written", "key", "kind", "after"),
    [
        ("Basra Governorate, Iraq", "basra", "region", "Iraq"),
        ("Province of Khuzestan", "khuzestan", "region", ""),
        ("استان خوزستان", "خوزستان", "region", ""),
        ("محافظة البصرة", "بصره", "region", ""),
        ("شهر قم", "قم", "place", ""),
        ("مدينة الموصل", "موصل", "place", ""),
        ("دمشق، سوريا", "دمشق", "", "سوريا"),
        ("Tripoli (Lebanon)", "tripoli", "", "Lebanon"),
        ("City", "city", "", ""),
    ],
)
def test_words_beside_a_name_are_read_and_taken_off(written: str, key: str, kind: str, after: str) -> None:
    found = spell(written)
    assert (found.key, found.kind, found.after) == (key, kind, after)
