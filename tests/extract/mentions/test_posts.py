import pytest

from cablegraph.extract.mentions import find_mentions
from cablegraph.extract.mentions.posts import find_posts
from cablegraph.model.mention import FoundMention


def name(text: str, part: str, label: str) -> FoundMention:
    start = text.index(part)
    return FoundMention(start, start + len(part), part, label, 1.0, "test")


@pytest.mark.parametrize(
    ("language", "text", "places", "posts"),
    [
        ("en", "He met the Minister of Foreign Affairs.", [], ["Minister of Foreign Affairs"]),
        ("en", "the Prime Minister agreed", [], ["Prime Minister"]),
        ("en", "the Commander of the 5th Division left", [], ["Commander of the 5th Division"]),
        ("en", "the governor of Basra", ["Basra"], ["governor of Basra"]),
        ("en", "the U.S. Ambassador to Iran", ["U.S.", "Iran"], ["U.S. Ambassador to Iran"]),
        (
            "en",
            "Assistant Secretary of State for Near Eastern Affairs Talbot",
            [],
            ["Assistant Secretary of State for Near Eastern Affairs"],
        ),
        ("en", "the head of the table and a leader", [], []),
        ("fa", "وزیر امور خارجهٔ ایران گفت", ["ایران"], ["وزیر امور خارجهٔ ایران"]),
        ("fa", "استاندار خوزستان آمد", ["خوزستان"], ["استاندار خوزستان"]),
        ("fa", "معاون وزیر دفاع", [], ["معاون وزیر دفاع"]),
        ("fa", "رئیس ستاد مشترک ارتش و فرمانده لشکر ۷۷", [], ["رئیس ستاد مشترک ارتش", "فرمانده لشکر ۷۷"]),
        ("fa", "عضو شد", [], []),
        ("ar", "قال وزير الداخلية", [], ["وزير الداخلية"]),
        ("ar", "وقائد الفرقة الخامسة ومحافظ البصرة", ["البصرة"], ["قائد الفرقة الخامسة", "محافظ البصرة"]),
        ("ar", "رئيس جهاز المخابرات", [], ["رئيس جهاز المخابرات"]),
        ("ar", "رئيس الوزراء من بغداد", ["بغداد"], ["رئيس الوزراء"]),
    ],
)
def test_posts_with_their_complements(language: str, text: str, places: list[str], posts: list[str]) -> None:
    names = [name(text, p, "PLACE") for p in places]
    found = list(find_posts(text, language, names))
    assert [m.text for m in found] == posts
    assert all(text[m.start : m.end] == m.text for m in found)


def test_a_post_takes_in_the_nation_beside_it() -> None:
    text = "the Iraqi Foreign Minister"
    (post,) = find_posts(text, "en", [name(text, "Iraqi", "NATIONALITY")])
    assert post.text == "Iraqi Foreign Minister"
    text = "وزير الداخلية العراقي"
    (post,) = find_posts(text, "ar", [name(text, "العراقي", "NATIONALITY")])
    assert post.text == text


@pytest.mark.parametrize("text", ["مدير هيئة ميناء ٕرسى نور", "وزیر ٕ و رئیس ایستگاه", "Director of the ́ Port Authority"])
def test_a_mark_without_its_letter_is_read_over(text: str) -> None:
    assert all(m.text == text[m.start : m.end] for m in find_mentions(text))
