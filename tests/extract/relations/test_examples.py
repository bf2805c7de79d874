"""Every example of a relation rule is a promise: the rule finds what it says, and nothing where it wants nothing."""

import re

import pytest

from cablegraph.calendars import find_dates
from cablegraph.extract.relations import find_relations, load_examples
from cablegraph.model.mention import FoundMention
from cablegraph.model.relation import FoundRelation

LABELS = {"P": "PERSON", "O": "ORG", "L": "PLACE", "T": "POST", "C": "CODENAME", "N": "NATIONALITY"}
EXAMPLES = load_examples()


def unmark(marked: str) -> tuple[str, list[FoundMention]]:
    """A text and its mentions from ``[P Anna Reed] leads the [O Canal Brigade]``; marks may be nested."""
    text, mentions, open_at = "", [], []
    for part in re.findall(r"\[[PTOLCN] |\]|[^\[\]]+|\[", marked):
        if re.fullmatch(r"\[[PTOLCN] ", part):
            open_at.append((len(text), LABELS[part[1]]))
        elif part == "]" and open_at:
            start, label = open_at.pop()
            mentions.append(FoundMention(start, len(text), text[start:], label, 1.0, "test"))
        else:
            text += part
    return text, sorted(mentions, key=lambda m: (m.start, -m.end))


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
