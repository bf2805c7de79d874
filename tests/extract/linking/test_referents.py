"""What mentions mean within one document; what is ambiguous stays open."""

import re

import pytest

from cablegraph.extract.linking import defined_acronyms, find_short_forms, known_surnames, link_within
from cablegraph.model.mention import FoundMention

LABELS = {"P": "PERSON", "O": "ORG", "L": "PLACE", "T": "POST", "C": "CODENAME"}


def unmark(marked: str) -> tuple[str, list[FoundMention]]:
    text, mentions = "", []
    for part in re.findall(r"\[[POLTC] [^\]]+\]|[^\[]+", marked):
        words = part[3:-1] if part[0] == "[" else part
        if part[0] == "[":
            mentions.append(FoundMention(len(text), len(text) + len(words), words, LABELS[part[1]], 0.9, "test"))
        text += words
    return text, mentions


def names(marked: str, language: str = "en") -> list[str | None]:
    text, mentions = unmark(marked)
    linked = link_within(text, mentions, language=language, document="d-1")
    by_id = {r.id: r.name for r in linked.referents}
    return [by_id[r] if r else None for r in linked.of_mentions]


@pytest.mark.parametrize(
    ("marked", "language", "want"),
    [
        ("[P Anna Reed] left. [P Reed] came back.", "en", ["Anna Reed", "Anna Reed"]),
        ("[P Anna Reed] and [P John Reed] left. [P Reed] came back.", "en", ["Anna Reed", "John Reed", None]),
        ("[P سارا نادری] رفت. [P نادری] بازگشت.", "fa", ["سارا نادری", "سارا نادری"]),
        ("غادر [P كريم خليل الجابر]. عاد [P الجابر].", "ar", ["كريم خليل الجابر", "كريم خليل الجابر"]),
        (
            "The [O Canal Service Directorate] ([O CSD]) wrote. [O CSD] wrote again.",
            "en",
            ["Canal Service Directorate"] * 3,
        ),
        ("[P Omar Haddad], known as [P Abu Reed], left.", "en", ["Omar Haddad", "Omar Haddad"]),
        ("[P سارا نادری] معروف به [P ام رود] رفت.", "fa", ["سارا نادری", "سارا نادری"]),
    ],
)
def test_short_forms_go_to_the_full_name(marked: str, language: str, want: list) -> None:
    assert names(marked, language) == want


def test_a_codename_is_not_the_person_it_may_stand_for() -> None:
    assert names("The source [C ORCHARD] is [P Omar Haddad].") == ["ORCHARD", "Omar Haddad"]


def test_the_same_document_gives_the_same_ids() -> None:
    text, mentions = unmark("[P Anna Reed] leads the [O Canal Bureau] in [L Vale].")
    first = link_within(text, mentions, language="en", document="d-1")
    assert first == link_within(text, mentions, language="en", document="d-1")
    assert {r.id for r in first.referents}.isdisjoint(
        {r.id for r in link_within(text, mentions, language="en", document="d-2").referents}
    )


def test_surnames_and_acronyms_of_the_document_are_found_where_the_tagger_saw_none() -> None:
    text, mentions = unmark(
        "[P Anna Reed] wrote to the [O Canal Bureau] (CB). Reed heard nothing from the CB. reed grows there."
    )
    added = find_short_forms(text, mentions, known_surnames(mentions), defined_acronyms(text, mentions))
    assert sorted((m.text, m.label) for m in added) == [("CB", "ORG"), ("CB", "ORG"), ("Reed", "PERSON")]


def test_a_surname_that_is_also_a_place_is_left_alone() -> None:
    text, mentions = unmark("[P Karim Vale] went to [L Vale]. Vale was cold.")
    assert find_short_forms(text, mentions, known_surnames(mentions), {}) == []
