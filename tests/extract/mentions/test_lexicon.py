import pytest

from cablegraph.extract.mentions.lexicon import DATA, find_entries, load_lists
from cablegraph.extract.mentions.tokens import level, tokenise


def marks(text: str, language: str) -> list[str]:
    return find_entries([level(t.text) for t in tokenise(text)], language)


def test_the_longest_entry_wins() -> None:
    assert marks("in Saudi Arabia today", "en") == ["", "B-country", "I-country", ""]


@pytest.mark.parametrize(("text", "language"), [("عراق", "fa"), ("العراق", "ar"), ("Iraq", "en")])
def test_countries_are_known_in_each_language(text: str, language: str) -> None:
    assert marks(text, language)[0].startswith("B-country")


def test_titles_are_marked_as_titles() -> None:
    assert "title" in marks("Ambassador Holmes", "en")[0]
    assert "title" in marks("سرتیپ", "fa")[0]


def test_each_list_names_its_licence() -> None:
    for path in [*DATA.glob("*.tsv"), *DATA.glob("*.yml")]:
        head = "".join(
            line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#")
        )
        assert "licence" in head or "CC BY" in head or "Apache" in head, path.name


def test_no_entry_is_empty() -> None:
    for language in ("en", "fa", "ar"):
        assert () not in load_lists(language)[0]


@pytest.mark.parametrize("text", ["بی‌بی سی", "بی‌بی‌سی", "بی بی سی"])
def test_persian_entries_are_found_however_they_are_joined(text: str) -> None:
    assert all("org" in mark for mark in marks(text, "fa"))
