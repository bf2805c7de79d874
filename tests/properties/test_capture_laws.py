"""Laws of the capture map: what is certain is possible, what is possible is held, and a curve agrees with who may hold a post on a day."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from analyse.making import CARDS, end, line
from cablegraph.analyse import CaptureQuestion, build_capture, make_realm
from cablegraph.analyse.held import maybe_at, surely_at
from cablegraph.model import first_day, last_day

DATES = st.none() | st.builds(
    lambda y, m, d, n: f"{y}-{m:02d}-{d:02d}"[:n],
    st.integers(2009, 2011), st.integers(1, 12), st.integers(1, 28), st.sampled_from((4, 7, 10)),
)  # fmt: skip
PEOPLE = st.sampled_from(("e-karim", "e-leila", "e-omar"))
HELD = st.lists(st.tuples(PEOPLE, DATES, DATES, DATES), min_size=1, max_size=5)
TIES = st.lists(
    st.tuples(st.sampled_from(("Recruitment", "Membership", "Meeting", "Allegiance")), PEOPLE, DATES, DATES), max_size=4
)
PLACE, PORT = make_realm(CARDS["e-place"]), make_realm(CARDS["e-port"])


def occupancies(held):
    made = [
        line("Occupancy", who, "e-post", f"l-{n}", first=first, last=last, as_of=as_of)
        for n, (who, first, last, as_of) in enumerate(held)
        if not (first and last and first_day(first) > last_day(last))
    ]
    return [replace(r, organization=end("e-place")) for r in made]


@given(HELD, TIES)
def test_what_is_certain_is_possible_and_what_is_possible_is_held(held, ties) -> None:
    told = [line(t, who, "e-port", f"t-{n}", first=f, last=la) for n, (t, who, f, la) in enumerate(ties)]
    answer = build_capture([*occupancies(held), *told], CARDS, CaptureQuestion(PLACE, PORT), {})
    for m in answer.months:
        assert 0 <= m.certain <= m.possible <= m.posts <= len(answer.posts)
        assert m.certain <= m.held <= m.posts
    assert answer.tied <= answer.people


@given(HELD)
def test_the_curve_and_the_posts_of_a_day_agree(held) -> None:
    group = occupancies(held)
    for m in build_capture(group, CARDS, CaptureQuestion(PLACE, PORT), {}).months:
        days = [first_day(m.month), last_day(m.month)]
        assert m.posts >= any(maybe_at(r, day, group, shared=False) for r in group for day in days)
        assert m.held >= any(surely_at(r, day) for r in group for day in days)
