"""Who held a post after whom, on a day, and who cannot both have held it."""

from dataclasses import replace

import pytest

from cablegraph.analyse import PostsQuestion, build_posts
from cablegraph.model.answers import RelationCard

from .making import CARDS, end, line

POST = end("e-post")


def held(
    person: str, key: str, first: str | None = None, last: str | None = None, as_of: str | None = None, **more
) -> RelationCard:
    return line("Occupancy", f"e-{person}", "e-post", key, first=first, last=last, as_of=as_of, **more)


def shown(relations: list[RelationCard], **question):
    return [
        [(h.relation.id, h.before and h.before.entity, h.after and h.after.entity) for h in line.holders]
        for line in build_posts(relations, PostsQuestion(**question)).posts
    ]


KARIM = held("karim", "l-1", "2009-05", "2012-01-31")
LEILA = held("leila", "l-2", "2012-02-01")
OMAR = held("omar", "l-3", as_of="2014-11-05")


def test_holders_stand_in_order_of_time_each_with_who_came_before_and_after() -> None:
    assert shown([OMAR, LEILA, KARIM]) == [
        [("l-1", None, "e-leila"), ("l-2", "e-karim", "e-omar"), ("l-3", "e-leila", None)]
    ]


@pytest.mark.parametrize(
    ("day", "want"),
    [
        ("2008-01-01", []),
        ("2010-06-01", [("l-1", True)]),
        ("2009-05-20", [("l-1", False)]),
        ("2012-02-01", [("l-2", True)]),
        ("2013-06-01", [("l-2", False), ("l-3", False)]),
        ("2014-11-05", [("l-3", True)]),
        ("2016-01-01", [("l-3", False)]),
    ],
)
def test_who_held_it_on_a_day_and_how_sure_that_is(day: str, want: list) -> None:
    posts = build_posts([KARIM, LEILA, OMAR], PostsQuestion(at=day)).posts
    assert [(h.relation.id, h.sure) for line in posts for h in line.holders] == want


def test_two_who_both_surely_held_it_on_one_day_contradict_each_other() -> None:
    second = held("leila", "l-9", "2010", "2011-06")
    (post,) = build_posts([KARIM, second], PostsQuestion()).posts
    assert post.clashes == (("l-1", "l-9"),)
    for harmless in (
        replace(second, acting=True),
        replace(second, first="2012-03"),
        replace(second, subject=KARIM.subject),
    ):
        assert build_posts([KARIM, harmless], PostsQuestion()).posts[0].clashes == ()


@pytest.mark.parametrize("caption", ["Deputy Minister of Transport", "مشاور وزیر", "نائب المدير"])
def test_a_post_that_several_hold_has_no_successor_and_no_clash(caption: str) -> None:
    post = replace(POST, caption=caption)
    relations = [replace(KARIM, object=post), replace(held("leila", "l-9", "2010", "2011-06"), object=post)]
    (found,) = build_posts(relations, PostsQuestion()).posts
    assert found.clashes == ()
    assert all(h.before is None and h.after is None for h in found.holders)


def test_what_is_denied_planned_or_rejected_holds_no_post() -> None:
    spoilt = [replace(KARIM, polarity="denied"), replace(KARIM, modality="plan"), replace(KARIM, review="rejected")]
    assert build_posts(spoilt, PostsQuestion()).total == 0


def test_asked_for_by_body_by_person_and_by_change() -> None:
    port = replace(KARIM, id="l-4", object=end("e-place"), organization=end("e-port"))
    assert build_posts([port, LEILA], PostsQuestion(post="e-port")).total == 1
    assert build_posts([port, LEILA], PostsQuestion(person="e-leila")).posts[0].holders[0].relation == LEILA
    assert build_posts([port, LEILA], PostsQuestion(changed=True)).total == 0
    assert build_posts([KARIM, LEILA], PostsQuestion(changed=True)).total == 1
    assert CARDS["e-post"].caption == build_posts([KARIM], PostsQuestion()).posts[0].post.caption


def test_a_post_without_a_body_is_that_of_the_only_body_that_has_it() -> None:
    port = replace(KARIM, organization=end("e-port"))
    (found,) = build_posts([port, LEILA], PostsQuestion()).posts
    assert found.organization == end("e-port")
    assert [h.relation.id for h in found.holders] == ["l-1", "l-2"]
    other = replace(OMAR, organization=end("e-place"))
    assert build_posts([port, LEILA, other], PostsQuestion()).total == 3
