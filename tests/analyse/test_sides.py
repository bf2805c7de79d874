"""Who changed sides, what cannot both be true, whom a handler ran, who met whom, who stands between."""

from dataclasses import replace

import pytest

from cablegraph.analyse import (
    MeetingsQuestion,
    find_between,
    find_contradictions,
    find_handlers,
    find_meetings,
    find_switches,
    make_realm,
)
from cablegraph.analyse.contradictions import is_one_place
from cablegraph.model.answers import End, RelationCard

from .making import CARDS, end, line


def to(relation: RelationCard, key: str, schema: str = "Organization") -> RelationCard:
    return replace(relation, object=End(key, schema, key, "", key))


WENT = to(line("Allegiance", "e-karim", "e-port", "l-1", first="2014-11", last="2014-11"), "e-new")
SERVED = to(line("Recruitment", "e-karim", "e-port", "l-2", first="2011", last="2011"), "e-old")


def test_a_change_of_sides_tells_who_says_so_what_was_before_and_what_speaks_against_it() -> None:
    rumour = replace(WENT, id="l-3", first=None, last=None, modality="allegation", as_of="2014-12-10")
    denial = replace(WENT, id="l-4", polarity="denied", asserted_by="Zandi")
    back = replace(SERVED, id="l-5", first="2015-06", last="2015-06")
    (found,) = find_switches([WENT, SERVED, rumour, denial, back], {})
    assert found.former
    assert (found.kind, found.former.entity, found.side.entity, found.first) == (
        "went over",
        "e-old",
        "e-new",
        "2014-11",
    )
    assert {r.id for r in found.told} == {"l-1", "l-3"}
    assert [r.id for r in found.before] == ["l-2"]
    assert {r.id for r in found.against} == {"l-4", "l-5"}


def test_one_change_told_with_two_names_of_the_new_side_is_one() -> None:
    other = to(replace(WENT, id="l-6", first="2014-10-20", last="2014-11-20"), "e-new-by-another-name")
    assert [len(s.told) for s in find_switches([WENT, other], {})] == [2]
    later = to(replace(WENT, id="l-7", first="2016-01", last="2016-01"), "e-third")
    assert [s.first for s in find_switches([WENT, later], {})] == ["2014-11", "2016-01"]


def test_the_side_that_was_left_may_stand_in_the_sentence_alone() -> None:
    (found,) = find_switches([WENT], {"l-1": (end("e-port"),)})
    assert found.former == end("e-port")
    assert find_switches([WENT], {})[0].former is None


@pytest.mark.parametrize(
    "change", [{"polarity": "denied"}, {"modality": "plan"}, {"modality": "opinion"}, {"review": "rejected"}]
)
def test_what_nobody_says_happened_is_no_change_of_sides(change: dict) -> None:
    assert find_switches([replace(WENT, **change)], {}) == ()


def test_from_one_opponent_to_the_other() -> None:
    old = to(line("Membership", "e-leila", "e-port", "l-8", first="2009", last="2012-03"), "e-old")
    new = to(line("Employment", "e-leila", "e-port", "l-9", first="2012-05"), "e-new")
    war = line("Conflict", "e-port", "e-place", "l-10")
    war = replace(war, subject=new.object, object=old.object)
    (found,) = find_switches([old, new, war], {})
    assert (found.kind, found.first, [r.id for r in found.opposed]) == ("rival body", "2012-05", ["l-10"])
    assert find_switches([old, new], {}) == ()
    assert find_switches([old, replace(new, first="2010-01"), war], {}) == ()


def pairs(*relations: RelationCard) -> list[tuple[str, set[str]]]:
    return [(c.kind, {c.one.id, c.other.id}) for c in find_contradictions(relations)]


MET = line("Meeting", "e-karim", "e-omar", "l-met", first="2014-11-03", last="2014-11-03", place="Wardan")


def test_two_holders_of_one_post() -> None:
    one = line("Occupancy", "e-karim", "e-post", "l-k", first="2009", last="2012")
    other = line("Occupancy", "e-leila", "e-post", "l-l", first="2010", last="2011")
    assert pairs(one, other) == [("holders", {"l-k", "l-l"})]


def test_affirmed_and_denied() -> None:
    denial = replace(MET, id="l-no", polarity="denied", first=None, last=None, as_of="2014-11-20")
    assert pairs(MET, denial) == [("denied", {"l-met", "l-no"})]
    assert pairs(MET, replace(denial, first="2015-01-01", last="2015-01-01")) == []
    assert pairs(MET, replace(denial, review="rejected")) == []


def test_one_event_on_two_dates_and_one_beginning_on_two() -> None:
    again = replace(WENT, id="l-again", first="2015-02", last="2015-02")
    assert pairs(WENT, again) == [("date", {"l-1", "l-again"})]
    assert pairs(MET, replace(MET, id="l-other", first="2014-12-01", last="2014-12-01")) == []
    member = line("Membership", "e-leila", "e-port", "l-m", first="2009", last="2014")
    assert pairs(member, replace(member, id="l-n", first="2011")) == [("date", {"l-m", "l-n"})]
    assert pairs(replace(member, last="2010"), replace(member, id="l-n", first="2011")) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wardan", "شهر وردان", True),
        ("Wardan", "Marsa Nur", False),
        ("مرسى نور", "Marsa Nur", True),
        ("تل‌مروان", "وردان", False),
    ],
)
def test_one_person_in_two_places_on_one_day_but_one_place_has_several_names(one: str, other: str, same: bool) -> None:
    assert is_one_place(one, other) is same
    meetings = (
        replace(MET, place=one),
        replace(line("Meeting", "e-karim", "e-leila", "l-there"), first="2014-11-03", place=other),
    )
    assert pairs(*meetings) == ([] if same else [("place", {"l-met", "l-there"})])


def test_whom_a_handler_ran_and_by_what_names() -> None:
    run = replace(SERVED, handler=end("e-leila"))
    codename = line("UnknownLink", "e-omar", "e-karim", "l-code")
    (found,) = find_handlers([run, codename])
    assert found.handler.entity == "e-leila"
    (agent,) = found.agents
    assert (agent.person.entity, [r.id for r in agent.relations], [r.id for r in agent.names]) == (
        "e-karim",
        ["l-2"],
        ["l-code"],
    )
    assert [h.handler.entity for h in find_handlers([run], "e-old")] == ["e-old"]
    assert find_handlers([run], "e-omar") == ()
    assert [r.id for r in find_handlers([replace(run, polarity="denied")])[0].agents[0].against] == ["l-2"]


def test_who_met_whom_and_where_else_they_were() -> None:
    there = replace(line("Meeting", "e-omar", "e-leila", "l-there"), first="2014-11-03", place="Marsa Nur")
    retold = replace(MET, id="l-retold", place="شهر وردان", modality="report")
    found = find_meetings([MET, there, retold], MeetingsQuestion(who="e-karim"))
    assert found.total == 2
    assert {m.relation.id: [r.id for r in m.elsewhere] for m in found.meetings} == {
        "l-met": ["l-there"],
        "l-retold": ["l-there"],
    }
    assert find_meetings([MET, there], MeetingsQuestion("e-omar", "e-leila")).total == 1
    assert find_meetings([MET], MeetingsQuestion(first="2015")).total == 0


def test_who_stands_between_a_service_and_the_posts_of_a_body() -> None:
    post = line("Occupancy", "e-leila", "e-post", "l-post", first="2013", organization=end("e-place"))
    officer = line("Employment", "e-omar", "e-port", "l-officer", first="2012")
    met = line("Meeting", "e-omar", "e-leila", "l-m", first="2014")
    answer = find_between([post, officer, met], CARDS, make_realm(CARDS["e-port"]), make_realm(CARDS["e-place"]))
    (found,) = answer.between
    assert (found.person.entity, [r.id for r in found.service]) == ("e-omar", ["l-officer"])
    assert [(r.holder.entity, [x.id for x in r.relations]) for r in found.reaches] == [("e-leila", ["l-m"])]
    assert answer.direct == ()
    own = line("Membership", "e-leila", "e-port", "l-own")
    tied = find_between([post, own], CARDS, make_realm(CARDS["e-port"]), make_realm(CARDS["e-place"]))
    assert [r.holder.entity for r in tied.direct] == ["e-leila"]
    assert tied.between == ()
