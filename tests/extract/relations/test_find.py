"""Relations over whole texts: pronouns, signatures, entries, quotations, and what must never become a fact."""

import pytest

from cablegraph.calendars import find_dates
from cablegraph.extract.relations import find_relations
from cablegraph.model.relation import FoundRelation
from relations.marked import unmark


def found(marked: str, language: str = "en") -> list[FoundRelation]:
    text, mentions = unmark(marked)
    return find_relations(text, mentions, list(find_dates(text, language=language)), language=language)


def short(relations: list[FoundRelation]) -> list[tuple[str, str, str]]:
    return [(r.type, r.subject.text, r.object.text) for r in relations]


def test_a_pronoun_is_the_one_person_of_the_sentence_before() -> None:
    (relation,) = found("[P Anna Reed] came on Monday. She met [P Omar Haddad] there.")
    assert (relation.subject.text, relation.object.text, relation.inferred) == ("Anna Reed", "Omar Haddad", True)
    assert relation.confidence < 0.85


def test_an_explanation_between_a_name_and_its_verb_is_passed_over() -> None:
    text = "[P Anna Reed], cipher officer of the RSB station in [L Ostra], defected from the [O River Service] to the [O Canal Bureau] in 2011."
    assert ("Allegiance", "Anna Reed", "Canal Bureau") in short(found(text))


def test_a_post_between_a_name_and_its_verb_is_read() -> None:
    relations = short(found("[P Anna Reed], the leader of the [O River League], fought alongside the [O Canal Guard]."))
    assert ("Alliance", "Anna Reed", "Canal Guard") in relations
    assert any(kind in {"Occupancy", "Directorship"} and who == "Anna Reed" for kind, who, _ in relations)


def test_a_pronoun_after_two_people_stays_open() -> None:
    relations = found("[P Anna Reed] wrote to [P Lena Voss]. She met [P Omar Haddad] there.")
    assert [r for r in relations if r.type == "Meeting"] == []


def test_the_writer_of_a_report_is_the_handler_who_says_i() -> None:
    (relation,) = [
        r
        for r in found("I recruited [P Anna Reed] for the [O Canal Bureau] in May 2011.\n\n[P Lena Voss]")
        if r.type == "Recruitment"
    ]
    assert relation.handler
    assert relation.handler.text == "Lena Voss"


def test_a_signature_with_its_post() -> None:
    relations = found("The road is open again.\n\n[P Anna Reed]\n[T Minister of Roads]")
    assert short(relations) == [("Occupancy", "Anna Reed", "Minister of Roads")]


def test_an_ended_clause_keeps_its_own_polarity() -> None:
    (relation,) = [
        r
        for r in found("The minister denied the report, but [P Anna Reed] met [P Omar Haddad].")
        if r.type == "Meeting"
    ]
    assert relation.polarity == "affirmed"


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("Former [O Canal Bureau] men founded the [O Dawn Front].", "en"),
        ("Did [P Anna Reed] meet [P Omar Haddad]?", "en"),
        ("If [P Anna Reed] had met [P Omar Haddad], he would have known.", "en"),
        ("آیا [P سارا نادری] با [P آرش توانا] دیدار کرد؟", "fa"),
        ("هل التقى [P كريم جابر] بـ[P سلمى حداد]؟", "ar"),
    ],
)
def test_what_states_nothing_gives_nothing(marked: str, language: str) -> None:
    assert found(marked, language) == []


@pytest.mark.parametrize(
    ("marked", "language", "polarity", "modality", "by"),
    [
        ("[P Lena Voss] said that [P Anna Reed] met [P Omar Haddad].", "en", "affirmed", "report", "Lena Voss"),
        ("[P Lena Voss] claims that [P Anna Reed] met [P Omar Haddad].", "en", "affirmed", "allegation", "Lena Voss"),
        ("The leaks show that [P Anna Reed] met [P Omar Haddad].", "en", "affirmed", "report", "The leaks"),
        ("[P Anna Reed] has never met [P Omar Haddad].", "en", "denied", "fact", "writer"),
        ("[P Anna Reed] may have met [P Omar Haddad].", "en", "affirmed", "allegation", "writer"),
        ("منبع ما گزارش داد که [P سارا نادری] با [P آرش توانا] دیدار کرد.", "fa", "affirmed", "report", "منبع ما"),
        ("شایعه است که [P سارا نادری] با [P آرش توانا] دیدار کرده است.", "fa", "affirmed", "allegation", "writer"),
        ("نفى [P كريم جابر] لقاءه بـ[P سلمى حداد].", "ar", "denied", "report", "كريم جابر"),
        ("يقال إن [P كريم جابر] التقى [P سلمى حداد].", "ar", "affirmed", "report", "writer"),
        ("أفاد المصدر أن [P كريم جابر] التقى [P سلمى حداد].", "ar", "affirmed", "report", "المصدر"),
    ],
)
def test_stance(marked: str, language: str, polarity: str, modality: str, by: str) -> None:
    (relation,) = [r for r in found(marked, language) if r.type == "Meeting"]
    assert (relation.polarity.value, relation.modality.value, relation.asserted_by) == (polarity, modality, by)


def test_every_quote_is_the_text_at_its_span() -> None:
    marked = "[P Anna Reed], [T Minister of Roads], met [P Omar Haddad] on 3 May 2011. [P Omar Haddad] leads the [O Canal Bureau]."
    text, _ = unmark(marked)
    relations = found(marked)
    assert len(relations) == 3
    for r in relations:
        assert text[r.start : r.end] == r.quote
        assert text[r.subject.start : r.subject.end] == r.subject.text
        assert r.start <= r.object.start < r.object.end <= r.end
