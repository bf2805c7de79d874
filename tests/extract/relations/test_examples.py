"""Every example of a relation rule is a promise: the rule finds what it says, and nothing where it wants nothing."""

import pytest

from cablegraph.calendars import find_dates
from cablegraph.extract.relations import find_relations, load_examples
from cablegraph.model.relation import FoundRelation
from relations.marked import unmark

EXAMPLES = load_examples()


def relations_of(marked: str, language: str) -> list[FoundRelation]:
    text, mentions = unmark(marked)
    return find_relations(text, mentions, list(find_dates(text, language=language)), language=language)


def value(relation: FoundRelation, name: str) -> object:
    found = getattr(relation, name)
    return getattr(found, "text", getattr(found, "value", found))


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{e['type']}-{e['language']}-{n}" for n, e in enumerate(EXAMPLES)])
def test_every_example_holds(example: dict) -> None:
    found = [r for r in relations_of(example["text"], example["language"]) if r.type == example["type"]]
    if not example["want"]:
        assert found == []
    for want in example["want"]:
        assert any(all(value(r, k) == v for k, v in want.items()) for r in found), [
            (
                r.subject.text,
                r.object.text,
                r.first,
                r.last,
                r.polarity,
                r.modality,
                r.asserted_by,
                r.handler and r.handler.text,
            )
            for r in found
        ]
