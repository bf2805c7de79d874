import dataclasses
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from cablegraph.model import Judgement
from cablegraph.store import judgements
from cablegraph.store.tables import judgement


@pytest.fixture
def four(connection: sa.Connection) -> sa.Connection:
    """Four decisions of two people."""
    for left, right, verdict, who in (
        ("r-1", "r-2", "positive", "نسرین"),
        ("r-3", "r-1", "negative", "سلمى"),
        ("r-2", "r-1", "unsure", "Ada"),
        ("r-3", "r-4", "positive", "Ada"),
    ):
        judgements.append(connection, subject="same", left=left, right=right, verdict=verdict, who=who, reason="دلیل")
    return connection


def test_decisions_are_numbered_signed_dated_and_chained(four: sa.Connection) -> None:
    found = judgements.load(four)
    assert [j.seq for j in found] == [1, 2, 3, 4]
    assert [j.who for j in found] == ["نسرین", "سلمى", "Ada", "Ada"]
    assert all(j.at.endswith("+00:00") for j in found)
    assert len({j.chain for j in found}) == 4
    assert judgements.chain_holds(found)
    assert judgements.chain_holds(())


@pytest.mark.parametrize("field", ["left", "right", "verdict", "who", "at", "reason", "subject", "chain"])
def test_a_changed_decision_is_noticed(four: sa.Connection, field: str) -> None:
    four.execute(sa.update(judgement).where(judgement.c.seq == 2).values({field: "else"}))
    assert not judgements.chain_holds(judgements.load(four))


Change = Callable[[list[Judgement]], list[Judgement]]


@pytest.mark.parametrize(
    "change",
    [
        lambda js: js[1:],
        lambda js: [js[0], *js[2:]],
        lambda js: [js[1], js[0], *js[2:]],
        lambda js: [*js, js[-1]],
        lambda js: [js[0], dataclasses.replace(js[2], seq=2), *js[3:]],
    ],
    ids=["first left out", "one left out", "two exchanged", "one twice", "one put in another's place"],
)
def test_a_missing_moved_or_added_decision_is_noticed(four: sa.Connection, change: Change) -> None:
    assert not judgements.chain_holds(change(list(judgements.load(four))))


def test_the_latest_word_on_a_pair_counts_whichever_side_comes_first(four: sa.Connection) -> None:
    force = judgements.in_force(judgements.load(four))
    assert {key: j.verdict for key, j in force.items()} == {
        ("same", "r-1", "r-2"): "unsure",
        ("same", "r-1", "r-3"): "negative",
        ("same", "r-3", "r-4"): "positive",
    }


def test_taking_back_is_a_decision_of_its_own_and_nothing_is_deleted(four: sa.Connection) -> None:
    judgements.append(four, subject="same", left="r-1", right="r-3", verdict="none", who="Ada")
    found = judgements.load(four)
    assert len(found) == 5
    assert judgements.chain_holds(found)
    assert ("same", "r-1", "r-3") not in judgements.in_force(found)


def test_a_review_of_a_relation_is_not_taken_for_a_pair(connection: sa.Connection) -> None:
    judgements.append(connection, subject="relation", left="l-1", right="", verdict="rejected", who="Ada")
    assert list(judgements.in_force(judgements.load(connection))) == [("relation", "l-1", "")]
