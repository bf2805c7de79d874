"""The page on relations names every type, macro and meaning of a date that the rules have."""

from pathlib import Path

import pytest

from cablegraph.extract.relations.patterns import WHEN, load_examples, load_rules, load_shared
from cablegraph.model import relation_schemata
from relations.marked import unmark

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "relations.md").read_text(encoding="utf-8")
KINDS = sorted({e["type"] for e in load_examples()})


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_has_its_section(kind: str) -> None:
    assert f"### {kind}: {relation_schemata()[kind].label}" in PAGE


def test_every_word_of_a_pattern_is_explained() -> None:
    assert all(f"`{word}`" in PAGE for word in [*load_shared()["macros"], "<aux>", *WHEN])


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
def test_every_type_is_read_in_every_language_and_shown(language: str) -> None:
    assert sorted(load_rules(language).patterns) == KINDS
    for kind in KINDS:
        section = PAGE.split(f"### {kind}:")[1].split("\n### ")[0]
        first = next(e["text"] for e in load_examples() if (e["type"], e["language"]) == (kind, language) and e["want"])
        assert unmark(first)[0] in section
