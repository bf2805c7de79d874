import pytest

from cablegraph.ingest.agreement import differ, is_swapped, share_of_words


@pytest.mark.parametrize(
    ("one", "two", "share"),
    [
        ("سفیر ایران", "سفير ايران", 0.0),
        ("۱۲ سفیر، ایران", "سفیر ایران (12)", 0.0),
        ("", "", 0.0),
        ("", "سفیر", 1.0),
        ("abcd", "abcx", 0.25),
    ],
)
def test_only_letters_count_and_only_after_folding(one, two, share):
    assert differ(one, two) == share


def test_ligatures_turned_round_are_seen_and_words_compared_whatever_the_order_of_their_letters():
    text = "من رئاسة الأركان إلى الأمين العام في الإضبارة"
    turned = text.replace("الأ", "األ").replace("الإ", "اإل")
    assert is_swapped(turned)
    assert not is_swapped(text)
    assert share_of_words(text, turned) == 1.0
    assert share_of_words(text, "سفير") == 0.0
