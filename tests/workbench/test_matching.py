import pytest

from cablegraph.model import Mention
from cablegraph.workbench.matching import find_hits
from cablegraph.workbench.query import included, parse_query

TEXT = "وزارة النفط تشكر كريم زندي. Karim Zandi ran the port; the ports were his. کریم زندی در بندر ماند. Zandy left."


def _mention(words: str, label: str = "PERSON") -> Mention:
    start = TEXT.index(words)
    return Mention(f"m{start}", "d", 1, start, start + len(words), words, label, 0.9, "made")


NAMED = [_mention("كريم زندي"), _mention("Karim Zandi"), _mention("کریم زندی"), _mention("بندر", "POST")]


def _hits(query: str, *, scripts: bool = True) -> list[str]:
    spans, why = find_hits(TEXT, included(parse_query(query)), NAMED, scripts=scripts)
    assert bool(spans) == bool(why)
    return [TEXT[s:e] for s, e in spans]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("port", ["port"]),
        ("port*", ["port", "ports"]),
        ("ports~1", ["port", "ports"]),
        ("Zandi~", ["Zandi", "Zandy"]),
        ('"ran the port"', ["ran the port"]),
        ('"port the ran"', []),
        ("النفط", ["النفط"]),
        ("نفط", []),
        ("بندر", ["بندر"]),
        ("nothing", []),
        ("port -ports", ["port"]),
    ],
)
def test_words_as_they_stand(query: str, hits: list[str]) -> None:
    assert _hits(query, scripts=False) == hits


@pytest.mark.parametrize("query", ["Zandi", "زندی", "زندي", "ZANDI"])
def test_a_name_is_lit_in_every_script(query: str) -> None:
    assert [h for h in _hits(query) if h != "Zandy"] == ["زندي", "Zandi", "زندی"]


@pytest.mark.parametrize("query", ['"Karim Zandi"', '"کریم زندی"', '"زندي كريم"'])
def test_the_whole_name_is_lit_where_all_its_words_are(query: str) -> None:
    assert _hits(query) == ["كريم زندي", "Karim Zandi", "کریم زندی"]


def test_the_exact_word_only_where_that_is_asked_for() -> None:
    assert _hits("Zandi", scripts=False) == ["Zandi"]


def test_why_it_matches_is_said() -> None:
    why = find_hits(TEXT, included(parse_query("Zandi")), NAMED, scripts=True)[1]
    assert why == ["the word Zandi", "the name Zandi written زندي"]
