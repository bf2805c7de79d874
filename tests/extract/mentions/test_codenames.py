import pytest

from cablegraph.extract.mentions.codenames import find_codenames


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("Source 134992 reported", "SOURCE", "Source 134992"),
        ("according to source no. 4471", "SOURCE", "source no. 4471"),
        ("the asset, codename FALCON, left", "CODENAME", "FALCON"),
        ("codenamed “Red Lion”", "CODENAME", "Red Lion"),
        ("منبع ۱۳۴۹۹۲ گزارش داد", "SOURCE", "منبع ۱۳۴۹۹۲"),
        ("با نام مستعار «کبوتر» آمد", "CODENAME", "کبوتر"),
        ("المصدر رقم ٤٤٧١ أفاد", "SOURCE", "المصدر رقم ٤٤٧١"),
        ('الاسم الحركي "الصقر"', "CODENAME", "الصقر"),
    ],
)
def test_announced_codenames_and_sources(text: str, label: str, found: str) -> None:
    (mention,) = find_codenames(text)
    assert (mention.label, mention.text) == (label, found)
    assert text[mention.start : mention.end] == found


@pytest.mark.parametrize("text", ["a source of 12 litres", "the code name was never given", "منبع آب", "المصدر الوحيد"])
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert list(find_codenames(text)) == []
