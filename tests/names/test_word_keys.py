"""One name is found under the same keys however many words a script writes it in."""

import pytest

from cablegraph.names.word_keys import find_name_keys


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Kavousi-Rad", "بهرام کاووسی‌راد"),
        ("Kavusi Rad", "کاووسی‌راد"),
        ("Qasem", "قاسم رحمانی"),
        ("al-Sarraf", "منذر فوزي الصراف"),
    ],
)
def test_every_typed_word_finds_a_written_one(typed: str, written: str) -> None:
    theirs = frozenset().union(*(keys for _, keys in find_name_keys(written)))
    wanted = [keys for _, keys in find_name_keys(typed) if keys]
    assert wanted
    assert all(keys & theirs for keys in wanted)


def test_hassan_does_not_find_hussein() -> None:
    hassan = frozenset().union(*(k for _, k in find_name_keys("Hassan حسن")))
    hussein = frozenset().union(*(k for _, k in find_name_keys("Hussein حسين")))
    assert not hassan & hussein


def test_spans_are_those_of_the_words() -> None:
    name = "Abu  Layth"
    assert [name[s.start : s.end] for s, _ in find_name_keys(name)] == ["Abu", "Layth"]
