import pytest

from analyse.making import line, proof
from cablegraph.claims import weigh
from cablegraph.model import ClaimKind, FoundClaim, Proposal


def _claim(kind: ClaimKind = ClaimKind.FACT) -> FoundClaim:
    return FoundClaim(0, 10, "کریم زندی", kind, "the author")


OWN = line("Occupancy", "e-karim", "e-post", "own", first="2005", last="2008")


@pytest.mark.parametrize(
    ("trove", "proposal", "reason"),
    [
        (line("Occupancy", "e-karim", "e-post", first="2005-03", last="2008"), Proposal.SUPPORTED, "the same relation"),
        (line("Occupancy", "e-karim", "e-post", first="2005-03"), Proposal.SUPPORTED, "the same relation"),
        (line("Occupancy", "e-karim", "e-post", first="2006"), Proposal.CONTRADICTED, "another time"),
        (line("Occupancy", "e-karim", "e-post", first="2005", modality="plan"), Proposal.CONTRADICTED, "plan"),
        (line("Occupancy", "e-karim", "e-post", first="2005", modality="allegation"), Proposal.NOTHING, None),
        (
            line("Occupancy", "e-karim", "e-post", first="2005", polarity="denied", modality="allegation"),
            Proposal.NOTHING,
            None,
        ),
        (line("Occupancy", "e-karim", "e-post", first="2010", polarity="denied"), Proposal.NOTHING, None),
        (line("Occupancy", "e-karim", "e-post"), Proposal.SUPPORTED, "the same relation"),
        (
            line("Occupancy", "e-karim", "e-post", first="2005", last="2008", polarity="denied"),
            Proposal.CONTRADICTED,
            "denied",
        ),
        (
            line("Occupancy", "e-leila", "e-post", first="2004", last="2006"),
            Proposal.CONTRADICTED,
            "لیلا صبری held this post",
        ),
        (line("Occupancy", "e-karim", "e-post", first="2010", last="2012"), Proposal.CONTRADICTED, "another time"),
        (line("Occupancy", "e-leila", "e-post", first="2009"), Proposal.NOTHING, None),
        (line("Occupancy", "e-leila", "e-post", first="2005", polarity="denied"), Proposal.NOTHING, None),
        (line("Directorship", "e-karim", "e-port", first="2005"), Proposal.NOTHING, None),
        (line("Occupancy", "e-karim", "e-post", first="2005", review="rejected"), Proposal.NOTHING, None),
    ],
    ids=[
        "same",
        "same, from the same year on",
        "another start",
        "only planned",
        "only alleged",
        "denied by a rumour",
        "denied for another time",
        "same, undated",
        "denied",
        "another holder",
        "another time",
        "a later holder",
        "another denied",
        "another relation",
        "rejected",
    ],
)
def test_what_the_trove_says_to_a_claimed_post(trove: object, proposal: Proposal, reason: str | None) -> None:
    weighed = weigh(_claim(), [OWN], [trove], [])  # type: ignore[list-item]
    assert weighed.proposal is proposal
    if reason:
        assert [e.supports for e in weighed.evidence] == [proposal is Proposal.SUPPORTED]
        assert reason in weighed.evidence[0].reason
    else:
        assert weighed.evidence == ()


def test_an_undated_claim_is_not_contradicted_by_another_holder() -> None:
    own = line("Occupancy", "e-karim", "e-post", "own")
    assert (
        weigh(_claim(), [own], [line("Occupancy", "e-leila", "e-post", first="2004")], []).proposal is Proposal.NOTHING
    )


def test_a_meeting_is_the_same_whoever_is_named_first() -> None:
    own = line("Meeting", "e-karim", "e-omar", "own", first="2014-11")
    found = weigh(_claim(), [own], [line("Meeting", "e-omar", "e-karim", first="2014-11-05", last="2014-11-05")], [])
    assert found.proposal is Proposal.SUPPORTED


def test_people_meet_more_than_once() -> None:
    own = line("Meeting", "e-karim", "e-omar", "own", first="2014-11")
    assert weigh(_claim(), [own], [line("Meeting", "e-karim", "e-omar", first="2009")], []).proposal is Proposal.NOTHING
    denied = line("Meeting", "e-karim", "e-omar", "own", first="2014-11", polarity="denied")
    assert (
        weigh(_claim(), [denied], [line("Meeting", "e-karim", "e-omar", first="2009")], []).proposal is Proposal.NOTHING
    )
    found = weigh(_claim(), [denied], [line("Meeting", "e-karim", "e-omar", first="2014")], [])
    assert found.proposal is Proposal.CONTRADICTED


def test_somebody_else_who_recruited_speaks_against() -> None:
    own = line("Recruitment", "e-karim", "e-port", "own", first="2010")
    found = weigh(_claim(), [own], [line("Recruitment", "e-karim", "e-omar", first="2010-05")], [])
    assert found.proposal is Proposal.CONTRADICTED
    assert "عمر حداد" in found.evidence[0].reason


def test_passages_for_and_against_are_both_shown() -> None:
    trove = [
        line("Occupancy", "e-karim", "e-post", "a", first="2005", citations=(proof("d-1"), proof("d-2"))),
        line("Occupancy", "e-leila", "e-post", "b", first="2007", citations=(proof("d-3"),)),
    ]
    found = weigh(_claim(), [OWN], trove, [])
    assert found.proposal is Proposal.SUPPORTED
    assert [(e.citation.document, e.supports) for e in found.evidence] == [("d-1", True), ("d-2", True), ("d-3", False)]
    assert "2" in found.reason
    assert "1" in found.reason
    assert weigh(_claim(), [OWN], [trove[1]], []).proposal is Proposal.CONTRADICTED


def test_the_same_names_without_the_same_relation_are_only_a_mention() -> None:
    found = weigh(_claim(), [], [], [proof("d-1"), proof("d-2", 3)])
    assert found.proposal is Proposal.MENTIONED
    assert [e.citation.document for e in found.evidence] == ["d-1", "d-2"]


def test_nothing_found_says_so_and_does_not_say_that_it_is_false() -> None:
    found = weigh(_claim(), [OWN], [], [])
    assert found.proposal is Proposal.NOTHING
    assert found.evidence == ()
    assert "No passage" in found.reason


@pytest.mark.parametrize("kind", [ClaimKind.OPINION, ClaimKind.RHETORIC, ClaimKind.PREDICTION])
def test_what_is_no_fact_is_not_checked_even_where_the_trove_agrees(kind: ClaimKind) -> None:
    found = weigh(_claim(kind), [OWN], [OWN], [proof()])
    assert found.proposal is Proposal.NOT_CHECKABLE
    assert found.evidence == ()
    assert kind.value in found.reason


def test_the_order_of_the_trove_does_not_matter_and_the_passages_are_few() -> None:
    trove = [
        line("Occupancy", "e-karim", "e-post", f"l{i}", first="2005", citations=(proof(f"d-{i:02}"),))
        for i in range(30)
    ]
    found = weigh(_claim(), [OWN], trove, [])
    assert found == weigh(_claim(), [OWN], trove[::-1], [])
    assert len(found.evidence) == 12
    assert "30" in found.reason
