"""Other forms of a word: found, lit, said, ranked below the word itself, and never of a person's name."""

from pathlib import Path

import pytest

from cablegraph.model import Mention
from cablegraph.store import Entry, FullText
from cablegraph.workbench.indexing import words_of
from cablegraph.workbench.matching import find_hits, full_text_query
from cablegraph.workbench.query import included, parse_query
from cablegraph.workbench.word_stems import find_stems, stems_of

TEXTS = {
    "word": ("en", "The minister left the embassy."),
    "form": ("en", "The ministers left the embassies."),
    "name": ("en", "Banks met the commander."),
    "given": ("en", "The bank paid the commanders."),
    "fa": ("fa", "نامه‌های وزیران در این پرونده است."),
    "ar": ("ar", "وصل الوزير إلى بغداد، وغادر والوزراء معه."),
    "mixed": (
        "en",
        "The letter says this.\n\nنامه‌های وزیران را در این پرونده دیدم.\n\nوصل الوزير إلى بغداد في يوم الجمعة.",
    ),
}
BANKS = Mention("m", "name", 1, 0, 5, "Banks", "PERSON", 0.9, "made")


def _mentions(key: str) -> list[Mention]:
    return [BANKS] if key == "name" else []


@pytest.fixture(scope="module")
def full_text(tmp_path_factory: pytest.TempPathFactory) -> FullText:
    """An index of the texts."""
    folder: Path = tmp_path_factory.mktemp("stems") / "index"
    index = FullText(folder)
    index.write(
        Entry(
            key,
            [],
            words_of(text),
            [],
            [mark for _, marks in find_stems(text, _mentions(key), language=language) for mark in marks],
        )
        for key, (language, text) in TEXTS.items()
    )
    return index


def _found(index: FullText, query: str, *, stems: bool = True) -> list[str]:
    parsed = parse_query(query, stems=stems)
    return [key for key, _ in index.search(full_text_query(index, parsed, scripts=False), 20)[1]]


def _lit(key: str, query: str, *, stems: bool = True) -> list[str]:
    language, text = TEXTS[key]
    terms = included(parse_query(query, stems=stems))
    return [text[s:e] for s, e in find_hits(text, terms, _mentions(key), scripts=False, language=language)[0]]


@pytest.mark.parametrize(
    ("query", "with_stems", "without"),
    [
        ("minister", ["word", "form"], ["word"]),
        ("ministers", ["form", "word"], ["form"]),
        ("embassy minister", ["word", "form"], ["word"]),
        ('"minister"', ["word"], ["word"]),
        ('"the minister"', ["word"], ["word"]),
        ("minister*", ["form", "word"], ["form", "word"]),
        ("left -minister", ["form"], ["form"]),
        ("commander", ["name", "given"], ["name"]),
        ("bank", ["given"], ["given"]),
        ("Banks", ["name", "given"], ["name"]),
        ("وزیر", ["ar", "fa", "mixed"], []),
        ("وزيران", ["fa", "mixed"], ["fa", "mixed"]),
        ("نامه", ["fa", "mixed"], []),
        ("والوزير", ["ar", "mixed"], []),
    ],
)
def test_a_query_with_and_without_other_forms(
    full_text: FullText, query: str, with_stems: list[str], without: list[str]
) -> None:
    assert set(_found(full_text, query)) == set(with_stems)
    assert set(_found(full_text, query, stems=False)) == set(without)


@pytest.mark.parametrize(
    ("query", "first"), [("minister", "word"), ("ministers", "form"), ("commanders", "given"), ("commander", "name")]
)
def test_the_word_itself_ranks_above_its_forms(full_text: FullText, query: str, first: str) -> None:
    assert _found(full_text, query)[0] == first


@pytest.mark.parametrize(
    ("key", "query", "lit"),
    [
        ("word", "ministers", ["minister"]),
        ("form", "minister embassy", ["ministers", "embassies"]),
        ("form", '"minister"', []),
        ("name", "bank", []),
        ("given", "Banks", ["bank"]),
        ("fa", "نامه", ["نامه‌های"]),
        ("mixed", "نامه وزیر", ["نامه‌های", "وزیران", "الوزير"]),
        ("ar", "وزير", ["الوزير"]),
    ],
)
def test_forms_are_lit_as_they_were_found(full_text: FullText, key: str, query: str, lit: list[str]) -> None:
    assert _lit(key, query) == lit
    assert bool(lit) == (key in _found(full_text, query))
    assert _lit(key, query, stems=False) == [] or '"' in query


def test_why_a_form_matches_is_said() -> None:
    text = TEXTS["form"][1]
    why = find_hits(text, included(parse_query("minister", stems=True)), [], scripts=False, language="en")[1]
    assert why == ["the word minister in the form ministers"]


@pytest.mark.parametrize(
    ("word", "language", "stems"),
    [
        ("ministers", "fa", {"en:minister"}),
        ("وزیران", "fa", {"fa:وزیر"}),
        ("الوزير", "ar", {"ar:وزیر"}),
        ("الوزير", "und", {"ar:وزیر", "fa:الوزیر"}),
        ("الوزير", "en", {"ar:وزیر", "fa:الوزیر"}),
        ("وەزیر", "ckb", set()),
        ("1393", "en", set()),
        ("Москва", "und", set()),
    ],
)
def test_a_stem_is_marked_with_its_language(word: str, language: str, stems: set[str]) -> None:
    assert stems_of(word, language) == stems


def test_forms_are_for_bare_words_only() -> None:
    stems = [
        bool(term.stems)
        for group in parse_query('port "ports" port* ports~1 al-Zandi -ports', stems=True)
        for term in group
    ]
    assert stems == [True, False, False, False, False, False]
