import pytest

from cablegraph.extract.mentions.codenames import find_codenames


@pytest.mark.parametrize(
    ("text", "origin", "found"),
    [
        ("Source 134992 reported", "rule:source", "Source 134992"),
        ("according to source no. 4471", "rule:source", "source no. 4471"),
        ("the asset, codename FALCON, left", "rule:codename", "FALCON"),
        ("codenamed “Red Lion”", "rule:codename", "Red Lion"),
        ("منبع ۱۳۴۹۹۲ گزارش داد", "rule:source", "منبع ۱۳۴۹۹۲"),
        ("با نام مستعار «کبوتر» آمد", "rule:codename", "کبوتر"),
        ("المصدر رقم ٤٤٧١ أفاد", "rule:source", "المصدر رقم ٤٤٧١"),
        ('الاسم الحركي "الصقر"', "rule:codename", "الصقر"),
    ],
)
def test_announced_codenames_and_sources(text: str, origin: str, found: str) -> None:
    (mention,) = find_codenames(text)
    assert (mention.label, mention.origin, mention.text) == ("CODENAME", origin, found)
    assert text[mention.start : mention.end] == found


@pytest.mark.parametrize("text", ["a source of 12 litres", "the code name was never given", "منبع آب", "المصدر الوحيد"])
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert list(find_codenames(text)) == []
