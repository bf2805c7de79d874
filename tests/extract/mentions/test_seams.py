import pytest

from cablegraph.extract.mentions import find_mentions
from cablegraph.extract.mentions.seams import part_names


def parts(name: str, language: str) -> list[str]:
    words = name.split()
    return [" ".join(words[a:b]) for a, b in part_names(words, language)]


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (["كريم زندي", "عمر حداد"], "ar"),
        (["سمير العراقي", "خالد بن وليد المصري"], "ar"),
        (["سعيد التكريتي", "محمد علي الدوري", "حسن جابر"], "ar"),
        (["کریم زندی", "لیلا صبری"], "fa"),
    ],
)
def test_two_people_side_by_side_are_parted(names: list[str], language: str) -> None:
    assert parts(" ".join(names), language) == names


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("منذر فوزي يوسف الصراف", "ar"),  # the father's name ends as a family name does
        ("محمد مهدي حسن الكاتب", "ar"),
        ("علي هادي عمر بن خالد", "ar"),
        ("زكي الدين عبد الله محمد", "ar"),
        ("كريم زندي أبو عمر خالد", "ar"),  # his kunya
        ("محمود احمدی نژاد", "fa"),
        ("Karim Zandi Omar Haddad", "en"),
        ("كريم", "ar"),
    ],
)
def test_the_name_of_one_stays_whole(name: str, language: str) -> None:
    assert parts(name, language) == [name]


def test_a_sentence_that_joins_nothing_holds_two_people() -> None:
    found = find_mentions("التقى كريم زندي عمر حداد في ٥ نوفمبر ٢٠١٤.", "ar")
    assert [m.text for m in found if m.label == "PERSON"] == ["كريم زندي", "عمر حداد"]
