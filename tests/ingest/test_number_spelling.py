import numpy as np
import pytest

from cablegraph.ingest.digit_network import CLASSES
from cablegraph.ingest.number_spelling import spell


def parts(*marks, sure=0.97):
    """Chances of parts from left to right; one may be a class, or several with their chances."""
    chances = np.full((len(marks), len(CLASSES)), (1 - sure) / len(CLASSES))
    for row, mark in zip(chances, marks, strict=True):
        for name, chance in {mark: sure}.items() if isinstance(mark, str) else mark.items():
            row[CLASSES.index(name)] = chance
    return chances


@pytest.mark.parametrize(
    ("read", "seen", "language", "text"),
    [
        ("۱۹/۶/۵۲۲۷", ("a1", "a9", "/", "م", "/", "a5", "a2", "a2", "a7"), "fa", "۵۲۲۷/م/۱۹"),
        ("0٥6/ص/1", ("a1", "a6", "/", "ض", "/", "a3", "a5"), "ar", "٣٥/ص/١٦"),
        ("12/1/3", ("a1", "/", "ک", "/", "a3"), "ar", "٣/ك/١"),
        ("١٩٥", ("a1", "a9", "a5"), "ar", "١٩٥"),
        ("1/3", ("a1", "/", "a3"), "ar", "١/٣"),
        ("2.7", ("a2", {".": 0.6, "a0": 0.35}, "a7"), "ar", "٢٠٧"),
        ("۶:۱", ({"other": 0.5, "a4": 0.4}, "a0", {"other": 0.5, "a6": 0.4}, "a9"), "fa", ""),
        ("۶:۱", ("a4", {"other": 0.5, "a6": 0.4}, "a9"), "fa", "۴۶۹"),
        ("این", ("other", "a1"), "fa", ""),
        ("ا", ("a1",), "ar", ""),
    ],
)
def test_a_number_is_spelled_from_its_parts(read, seen, language, text):
    assert spell(read, parts(*seen), language, starts=False)[0] == text


@pytest.mark.parametrize(
    ("read", "seen", "text"),
    [
        ("ه-", ("-", {"a5": 0.7, "other": 0.25}), "٥-"),
        ("ع-", ("-", {"ع": 0.6, "a4": 0.35}), "٤-"),
        ("؟.", ({"a0": 0.9, ".": 0.05}, "a3"), "٣."),
    ],
)
def test_at_the_start_of_a_line_a_sign_and_a_likely_digit_number_a_paragraph(read, seen, text):
    assert spell(read, parts(*seen), "ar", starts=True)[0] == text
    assert spell(read, parts(*seen), "ar", starts=False)[0] != text
