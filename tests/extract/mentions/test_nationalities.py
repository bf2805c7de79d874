import pytest

from cablegraph.extract.mentions.nationalities import find_nationalities


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Two Iraqis and a Frenchman met Soviet officers", ["Iraqis", "Frenchman", "Soviet"]),
        ("en", "a turk with polish", []),
        ("fa", "ایرانی‌ها و عراقی‌ها و افسران امریکایی", ["ایرانی‌ها", "عراقی‌ها", "امریکایی"]),
        ("fa", "او این کار را کرد", []),
        ("ar", "الضباط العراقيون والأمريكيين", ["العراقيون", "الأمريكيين"]),
    ],
)
def test_words_for_peoples(language: str, text: str, found: list[str]) -> None:
    assert [m.text for m in find_nationalities(text, language)] == found
