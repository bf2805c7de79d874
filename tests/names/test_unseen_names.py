"""People that no table or weight was made from: comparing, finding and romanising hold on them.

``unseen_first.yml`` was written before the rules were changed, ``unseen_second.yml`` after, and measured once before any further change. Rules
were then mended for the kinds of errors in both, and the weights are fitted on the first alone. The floors stand a little
below what was measured.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from cablegraph.names import NameIndex, compare_names, find_guesses, romanise
from cablegraph.names.known import sounded

FOLDER = Path(__file__).parent
TABLES = ("first", "second")
_ARABIC = re.compile("[\u0600-\u06ff]")
# Smallest share of pairs answered right, for each table, verdict and kind that has five or more pairs; others may miss one.
FLOORS = {
    ("first", "different", "father-child"): 0.55,
    ("first", "different", "written-vowel"): 0.75,
    ("first", "different", "double"): 0.85,
    ("first", "different", "servant"): 0.65,
    ("first", "different", "kunya"): 0.85,
    ("first", "different", "one-letter"): 0.80,
    ("first", "different", "woman-man"): 0.9,
    ("first", "same", "typo"): 0.75,
    ("second", "different", "father-child"): 0.7,
    ("second", "different", "written-vowel"): 0.9,
    ("second", "different", "double-servant"): 0.85,
}
COMMON_FLOOR = 0.95


def _table(name: str) -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = yaml.safe_load((FOLDER / f"unseen_{name}.yml").read_text(encoding="utf-8"))
    return table


def _pairs(rows: list[str]) -> Iterator[tuple[str, str]]:
    for row in rows:
        first, *others = (name.strip() for name in row.split("|"))
        yield from ((first, other) for other in others)


KINDS = [(name, verdict, kind) for name in TABLES for verdict, kinds in _table(name).items() for kind in kinds]


@pytest.mark.parametrize(("name", "verdict", "kind"), KINDS, ids=["-".join(k) for k in KINDS])
def test_unseen_people_are_told_apart_and_together(name: str, verdict: str, kind: str) -> None:
    pairs = list(_pairs(_table(name)[verdict][kind]))
    wrong = []
    for a, b in pairs:
        answer = compare_names(a, b)
        right = answer.compatible and not answer.same if verdict == "compatible" else answer.same == (verdict == "same")
        if not right:
            wrong.append(f"{a} | {b}: {answer.score}")
    assert 1 - len(wrong) / len(pairs) >= FLOORS.get((name, verdict, kind), COMMON_FLOOR), wrong


@pytest.mark.parametrize(("name", "least"), [("first", 0.975), ("second", 0.985)])
def test_f1_on_unseen_people(name: str, least: float) -> None:
    table = _table(name)
    said = {
        verdict: [compare_names(a, b).same for rows in table[verdict].values() for a, b in _pairs(rows)]
        for verdict in ("same", "different")
    }
    hits, false = sum(said["same"]), sum(said["different"])
    assert 2 * hits / (hits + false + len(said["same"])) >= least


@pytest.mark.parametrize("name", TABLES)
def test_unseen_people_are_found_in_the_other_script(name: str) -> None:
    people = [row.split("|") for rows in _table(name)["same"].values() for row in rows]
    people = [[n.strip() for n in row] for row in people]
    index = NameIndex.build((str(i), row[0]) for i, row in enumerate(people))
    asked = [
        (other, row[0])
        for row in people
        for other in row[1:]
        if bool(_ARABIC.search(other)) != bool(_ARABIC.search(row[0]))
    ]
    # some people stand in the table under several headings
    found = [
        bool(hits := index.search(query)) and (hits[0].name == wanted or compare_names(hits[0].name, wanted).same)
        for query, wanted in asked
    ]
    assert sum(found) / len(found) >= 0.97, [a for a, f in zip(asked, found, strict=True) if not f]


@pytest.mark.parametrize("name", TABLES)
def test_romanised_words_are_near_to_a_usual_spelling(name: str) -> None:
    near, words, sure_and_near, sure = 0, 0, 0, 0
    for kind, rows in _table(name)["same"].items():
        for row in rows:
            written, *others = (n.strip() for n in row.split("|"))
            if kind in {"typo", "title", "kunya-title"} or not _ARABIC.search(written):
                continue
            usual = {w for other in others if not _ARABIC.search(other) for w in _words(other)}
            guesses = " ".join(find_guesses(written))
            for word in re.split(r"[\s-]+", romanise(written)):
                if len(word) < 3 or word in {"Abd", "bin", "ibn", "Din"}:
                    continue
                right = _consonants(word) in usual
                words, near = words + 1, near + right
                if word not in guesses:
                    sure, sure_and_near = sure + 1, sure_and_near + right
    assert near / words >= 0.6
    assert sure_and_near / sure > near / words


def _words(latin: str) -> set[str]:
    words = re.split(r"[\s-]+", latin)
    return {_consonants(w) for w in (*words, *map("".join, pairwise(words)))}


def _consonants(word: str) -> str:
    """The consonants of a Latin word with the sounds that romanisations write differently made one."""
    sounds = (
        sounded(word.casefold().replace("gh", "q"))
        .replace("dh", "z")
        .replace("th", "s")
        .translate(str.maketrans("gv", "kw"))
    )
    return re.sub("[aeiuyw']", "", sounds).removesuffix("h")


def test_the_tables_share_few_people_with_the_labelled_data(shared: Path) -> None:
    rows = (shared / "data" / "names" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    labelled = {frozenset((r["a"]["name"], r["b"]["name"])) for r in map(json.loads, rows)}
    ours = [
        frozenset(p) for name in TABLES for kinds in _table(name).values() for k in kinds.values() for p in _pairs(k)
    ]
    assert sum(pair in labelled for pair in ours) / len(ours) < 0.05
