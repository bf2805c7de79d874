"""Ends that are told in words: things, people without a name, allies; and posts whose holder leads a body."""

import pytest

from cablegraph.calendars import find_dates
from cablegraph.extract.relations import SURE, find_relations
from cablegraph.model import entity_schema
from cablegraph.model.relation import FoundRelation, Modality, Polarity
from relations.marked import unmark


def found(marked: str) -> list[FoundRelation]:
    text, mentions = unmark(marked)
    return find_relations(text, mentions, list(find_dates(text, language="en")), language="en")


def ends(relations: list[FoundRelation], kind: str) -> set[tuple[str, str]]:
    return {(r.subject.text, r.object.text) for r in relations if r.type == kind}


@pytest.mark.parametrize(
    ("marked", "kind", "pairs"),
    [
        ("The [O Canal Brigade] shelled the hospital.", "Conflict", {("Canal Brigade", "the hospital")}),
        (
            "The [O Canal Brigade] killed three villagers and destroyed two bridges.",
            "Conflict",
            {("Canal Brigade", "three villagers"), ("Canal Brigade", "two bridges")},
        ),
        ("The bridge was destroyed by the [O Canal Brigade].", "Conflict", {("Canal Brigade", "The bridge")}),
        ("[P Anna Reed] commanded a garrison on the coast.", "Directorship", {("Anna Reed", "a garrison")}),
        ("The [O Canal Brigade] seized the port.", "Directorship", {("Canal Brigade", "the port")}),
        ("[P Anna Reed] met with senior [N Valean] officials.", "Meeting", {("Anna Reed", "senior Valean officials")}),
        (
            "The [O Canal Brigade] and its foreign partners held.",
            "Alliance",
            {("Canal Brigade", "its foreign partners")},
        ),
        ("Gunmen attacked the [O Canal Bureau].", "Conflict", {("Gunmen", "Canal Bureau")}),
    ],
)
def test_ends_told_in_words(marked: str, kind: str, pairs: set[tuple[str, str]]) -> None:
    assert ends(found(marked), kind) == pairs


@pytest.mark.parametrize("label", ["THING", "GROUP"])
def test_what_is_only_described_is_no_entity(label: str) -> None:
    assert entity_schema(label) is None


def test_a_thing_does_not_hide_the_body_it_belongs_to() -> None:
    assert ("Canal Brigade", "River League") in ends(
        found("The [O Canal Brigade] attacked the [O River League]."), "Conflict"
    )


@pytest.mark.parametrize(
    ("marked", "leads"),
    [
        ("[P Anna Reed], commander of the [O Canal Brigade], left.", True),
        ("[T Commander of the [O Canal Brigade]] [P Anna Reed] left.", True),
        ("[P Anna Reed], deputy commander of the [O Canal Brigade], left.", False),
        ("[P Anna Reed], [T Chief of Staff of the [O Canal Brigade]], left.", False),
        ("[P Anna Reed], leader of the [O Canal Brigade]'s northern wing, left.", False),
        ("[P Anna Reed], [T Minister of Roads of [L Vale]], left.", False),
    ],
)
def test_who_holds_the_post_of_a_leader_leads_the_body(marked: str, leads: bool) -> None:
    assert (("Anna Reed", "Canal Brigade") in ends(found(marked), "Directorship")) is leads


def test_of_a_list_only_the_last_is_of_the_body() -> None:
    relations = found("Cleared by [P Anna Reed], [P Omar Haddad], and [P Lena Voss] of the [O Canal Bureau].")
    assert ends(relations, "Employment") == {("Lena Voss", "Canal Bureau")}


def test_an_act_by_somebody_is_not_of_the_body_that_suffers_it() -> None:
    assert ends(found("The rejection by [P Anna Reed] of the [O River League] was public."), "Employment") == set()


def test_a_rank_in_a_service_is_employment_and_no_post() -> None:
    relations = found("[P Anna Reed] was a [T commander in the [O Canal Navy]].")
    assert ends(relations, "Employment") == {("Anna Reed", "Canal Navy")}
    assert ends(relations, "Occupancy") == set()


def test_unlikely_denies() -> None:
    (relation,) = [r for r in found("[L Vale] is unlikely to attack [L Zahr].") if r.type == "Conflict"]
    assert relation.polarity is Polarity.DENIED


def test_words_of_goodwill_are_less_sure_than_arms() -> None:
    (words,) = [r for r in found("[L Vale] is committed to supporting [L Zahr].") if r.type == "Support"]
    (arms,) = [r for r in found("[L Vale] armed the [O Canal Brigade].") if r.type == "Support"]
    assert words.confidence < SURE <= arms.confidence


def test_aid_to_is_support_in_its_own_direction() -> None:
    assert ends(found("[L Vale]'s military aid to [L Zahr] went on."), "Support") == {("Vale", "Zahr")}
    assert ends(found("[L Vale] support of the [O River League] went on."), "Support") == {("Vale", "River League")}


def test_what_is_used_does_not_act() -> None:
    relations = found(
        "The [O Canal Brigade] made its move, using attack, fighter and transport aircraft with artillery against the [O River League]."
    )
    assert not any("aircraft" in r.subject.text for r in relations)


def test_fighting_positions_are_not_fought() -> None:
    assert ends(found("Two [O River League] fighting positions were seen near [L Vale]."), "Conflict") == set()


def test_who_joins_what_a_body_owns_is_not_its_member() -> None:
    assert ends(found("[P Anna Reed] joined the [O River League]'s choir."), "Membership") == set()


@pytest.mark.parametrize("word", ["must", "should"])
def test_what_must_be_is_no_fact(word: str) -> None:
    (relation,) = [r for r in found(f"[L Vale] {word} attack [L Zahr].") if r.type == "Conflict"]
    assert relation.modality is Modality.PLAN


def test_what_should_be_noted_is_a_fact() -> None:
    (relation,) = [r for r in found("It should be noted that [L Vale] attacked [L Zahr].") if r.type == "Conflict"]
    assert relation.modality is Modality.FACT
