"""Whose posts, who held them, what tied the holders to a power, and how much of it is certain."""

from dataclasses import replace

import pytest

from cablegraph.analyse import CaptureQuestion, build_capture, is_named, join_realms, make_realm
from cablegraph.analyse.powers import best_grade, weigh
from cablegraph.model.answers import EntityCard, RelationCard

from .making import CARDS, end, line


def card(key: str, schema: str, *names: str) -> EntityCard:
    return EntityCard(key, schema, names[0], "", names, 1, 1)


CAST = CARDS | {
    "e-nahr": card("e-nahr", "Address", "Republic of Nahr", "نهر"),
    "e-bureau": card("e-bureau", "Organization", "Seventh Bureau", "دفتر هفتم"),
    "e-embassy": card("e-embassy", "Organization", "Embassy of Darzak in Nahr"),
}
NAHR, BUREAU = make_realm(CAST["e-nahr"], "Nahr"), make_realm(CAST["e-bureau"])


@pytest.mark.parametrize(
    ("name", "belongs"),
    [
        ("Minister of Transport of Nahr", True),
        ("وزیر راه نهر", True),
        ("Governor of the Republic of Nahr", True),
        ("Ambassador of Darzak to Nahr", False),
        ("سفیر درزک در نهر", False),
        ("Ambassador of Darzak to the Republic of Nahr", False),
        ("Minister of Transport", False),
        ("Nahrawan district chief", False),
    ],
)
def test_a_post_is_of_the_country_whose_name_it_bears_and_not_of_the_one_it_is_sent_to(
    name: str, belongs: bool
) -> None:
    assert is_named(name, NAHR) is belongs


def test_a_name_in_another_script_is_heard() -> None:
    latin = make_realm(card("e-x", "Address", "Rashdan"))
    assert is_named("نخست‌وزیر رشدان", latin)
    assert not is_named("نخست‌وزیر تختاران", latin)


def test_several_names_make_one_realm() -> None:
    both = join_realms(NAHR, [BUREAU])
    assert is_named("chief of the Seventh Bureau", both)
    assert is_named("Minister of Nahr", both)


MINISTER = replace(end("e-post"), caption="Minister of Transport of Nahr")


def held(person: str, key: str, first: str | None, last: str | None = None, **more) -> RelationCard:
    return replace(line("Occupancy", f"e-{person}", "e-post", key, first=first, last=last, **more), object=MINISTER)


KARIM = held("karim", "l-1", "2010-01-01", "2010-06-30")
LEILA = held("leila", "l-2", "2010-07-01", "2010-12-31")


def bureau(type_: str, person: str, key: str, **more) -> RelationCard:
    made = line(type_, f"e-{person}", "e-port", key, **more)
    return replace(made, object=replace(made.object, entity="e-bureau", caption="Seventh Bureau"))


RECRUITED = bureau("Recruitment", "karim", "l-3", first="2010-03-15", last="2010-03-15")
MEMBER = bureau("Membership", "omar", "l-4", first="2009")
MET = line("Meeting", "e-leila", "e-omar", "l-5", first="2010-09-02", last="2010-09-02")


def capture(*relations: RelationCard, grades=None, **more):
    return build_capture(relations, CAST, CaptureQuestion(NAHR, BUREAU, **more), grades or {})


def curve(*relations: RelationCard, **more) -> dict[str, tuple[int, int, int, int]]:
    return {m.month: (m.posts, m.held, m.certain, m.possible) for m in capture(*relations, **more).months}


def holders(*relations: RelationCard) -> list:
    return [h for post in capture(*relations).posts for h in post.holders]


def test_each_holder_stands_with_the_strongest_tie_and_who_has_none_is_unknown() -> None:
    one, two = holders(KARIM, LEILA, RECRUITED, MEMBER, MET)
    assert (one.strongest, one.certain) == ("agent", True)
    assert (two.strongest, two.certain) == ("contact", False)
    tie = two.ties[0]
    assert tie.through
    assert tie.proof
    assert (tie.through.entity, tie.proof.id) == ("e-omar", "l-4")
    assert holders(KARIM)[0].strongest == ""


def test_the_curve_counts_what_is_certain_below_and_what_is_possible_above() -> None:
    months = curve(KARIM, LEILA, RECRUITED, MEMBER, MET)
    assert months["2010-01"] == (1, 1, 0, 0)
    assert months["2010-03"] == (1, 1, 1, 1)
    assert months["2010-06"] == (1, 1, 1, 1)
    assert months["2010-07"] == (1, 1, 0, 0)
    assert months["2010-09"] == (1, 1, 0, 1)
    assert list(curve(KARIM, LEILA, first="2010-05", last="2010-08")) == ["2010-05", "2010-06", "2010-07", "2010-08"]


def test_an_open_start_of_a_tie_is_possible_before_and_certain_on_its_day_alone() -> None:
    undated = bureau("Membership", "karim", "l-6", as_of="2010-04-10")
    assert [v[2:] for k, v in curve(KARIM, undated).items() if k <= "2010-05"] == [
        (0, 1),
        (0, 1),
        (0, 1),
        (1, 1),
        (0, 1),
    ]


def test_who_goes_over_to_another_side_is_no_longer_certainly_tied() -> None:
    gone = line("Allegiance", "e-karim", "e-place", "l-7", first="2010-05-01", last="2010-05-01")
    months = curve(KARIM, RECRUITED, gone)
    assert [months[m][2:] for m in ("2010-04", "2010-05", "2010-06")] == [(1, 1), (1, 1), (0, 1)]


@pytest.mark.parametrize(
    ("change", "certain", "possible"),
    [
        ({"modality": "allegation"}, 0, 1), ({"confidence": 0.4}, 0, 1), ({"modality": "plan"}, 0, 0), ({"modality": "opinion"}, 0, 0),
        ({"review": "rejected"}, 0, 0), ({"polarity": "denied"}, 0, 0), ({}, 1, 1),
    ],
)  # fmt: skip
def test_what_is_alleged_may_tie_and_what_is_planned_denied_or_rejected_does_not(
    change: dict, certain: int, possible: int
) -> None:
    assert curve(KARIM, replace(RECRUITED, **change))["2010-04"][2:] == (certain, possible)


def test_what_somebody_denies_stands_beside_the_holder() -> None:
    (one,) = holders(KARIM, replace(RECRUITED, polarity="denied"))
    assert [r.id for r in one.denied] == ["l-3"]
    assert one.strongest == ""


def test_who_recruits_a_person_of_the_power_is_not_its_agent() -> None:
    by_karim = line("Recruitment", "e-omar", "e-karim", "l-8", first="2010-02-01")
    assert holders(KARIM, MEMBER, by_karim)[0].strongest == ""


def test_the_ambassador_of_the_power_holds_none_of_the_posts() -> None:
    ambassador = replace(KARIM, object=replace(MINISTER, caption="Ambassador of Darzak to Nahr"))
    assert capture(ambassador).posts == ()
    assert capture(ambassador).months == ()


@pytest.mark.parametrize(
    ("grade", "sources", "confidence", "want"),
    [
        ("", 1, 0.8, "fair"), ("", 2, 0.8, "strong"), ("B2", 1, 0.8, "strong"), ("C3", 1, 0.8, "fair"), ("E2", 3, 0.9, "weak"),
        ("B5", 3, 0.9, "weak"), ("A1", 1, 0.5, "weak"), ("F6", 1, 0.9, "fair"),
    ],
)  # fmt: skip
def test_evidence_weighs_by_confidence_documents_and_the_admiralty_code(
    grade: str, sources: int, confidence: float, want: str
) -> None:
    said = replace(MEMBER, sources=sources, confidence=confidence)
    grades = {"d-1": grade} if grade else {}
    assert weigh(said, grades) == want
    assert best_grade(said, grades) == grade
