"""Reversed right-to-left text layers."""

import pytest

from cablegraph.text import fold, repair_visual_order

PERSIAN = "وزیر خارجه در تهران گفت که این قرارداد را نمی پذیرد"
ARABIC = "وصل الوزير إلى بغداد في يوم الجمعة مع السفير"


@pytest.mark.parametrize("text", [PERSIAN, ARABIC, f"{PERSIAN}\n{PERSIAN}", "از تهران به بغداد برای دیدار است"])
def test_reversed_text_is_turned(text: str) -> None:
    backward = "\n".join(line[::-1] for line in text.split("\n"))
    assert repair_visual_order(backward) == text


@pytest.mark.parametrize("text", [PERSIAN, ARABIC, "The Shah left", "", "123", "علی", "محمد رضا"])
def test_text_in_reading_order_is_left_alone(text: str) -> None:
    assert repair_visual_order(text) is None


def test_numbers_latin_words_and_brackets_keep_their_order() -> None:
    assert (
        repair_visual_order(f"(2014 yluJ) USA {PERSIAN[::-1]}".replace("yluJ", "July")) == f"{PERSIAN} USA (2014 July)"
    )


def test_reversed_years_are_turned_too() -> None:
    assert repair_visual_order(f"{ARABIC} ١٩٥٨ / ١٩٥٩"[::-1]) == f"{ARABIC} ١٩٥٨ / ١٩٥٩"


def test_lines_that_read_forward_stay() -> None:
    assert repair_visual_order(f"{PERSIAN[::-1]}\n{ARABIC[::-1]}\n{ARABIC}") == f"{PERSIAN}\n{ARABIC}\n{ARABIC}"


def test_presentation_forms_in_visual_order() -> None:
    # three words with initial, medial and final shapes and a lam-alef ligature, stored from left to right
    words = ["\ufee3\ufea4\ufee4\ufeaa", "\ufeb3\ufefc\ufee1", "\ufe91\ufeea", "\ufea3\ufeb4\ufee6"]
    visual = " ".join(words)[::-1]
    repaired = repair_visual_order(visual)
    assert repaired is not None
    assert fold(repaired) == "محمد سلام به حسن"
