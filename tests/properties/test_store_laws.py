"""Laws of the store: what counts as read, and the chain of judgements, do not depend on chance."""

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cablegraph.model import DatasetKind, FileState, PageText, Reading
from cablegraph.store import documents, files
from cablegraph.store import places as places_
from cablegraph.store.tables import dataset, file, metadata

PLACES = st.lists(
    st.tuples(
        st.sampled_from(["trove", "record"]),
        st.sampled_from(["a", "b", "نامه", "كتاب"]),
        st.integers(0, 2),
        st.sampled_from("xyz"),
    ),
    max_size=10,
    unique_by=lambda p: (p[0], p[1], p[3]),
)


def _settled(places: list[tuple[str, str, int, str]], problem_in: str) -> dict[tuple[str, str, str], str]:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        files.ensure_dataset(connection, "trove", DatasetKind.TROVE)
        files.ensure_dataset(connection, "record", DatasetKind.RECORD)
        done: set[str] = set()
        for name, path, depth, content in places:
            number = files.register_member(
                connection, dataset_name=name, path=path, sha256=content, size=1, depth=depth, parent=None, root=None
            )
            first = FileState.PROBLEM if content == problem_in else FileState.READ
            files.set_state(connection, number, FileState.DUPLICATE if content in done else first)
            done.add(content)
        places_.settle(connection)
        before = _states(connection)
        places_.settle(connection)
        assert _states(connection) == before
    engine.dispose()
    return before


def _states(connection: sa.Connection) -> dict[tuple[str, str, str], str]:
    query = sa.select(file.c.dataset, file.c.path, file.c.sha256, file.c.state).join(dataset)
    return {(r.dataset, r.path, r.sha256): r.state for r in connection.execute(query)}


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(places=PLACES, data=st.data())
def test_which_place_counts_does_not_depend_on_the_order_in_which_files_were_met(
    places: list[tuple[str, str, int, str]], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(places))
    settled = _settled(places, "x")
    assert settled == _settled(shuffled, "x")
    for content in {p[3] for p in places}:
        states = sorted(state for key, state in settled.items() if key[2] == content)
        assert states == ["duplicate"] * (len(states) - 1) + ["problem" if content == "x" else "read"]


@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=6))
def test_pages_joined_are_found_again_at_their_spans(texts: list[str]) -> None:
    text, pages = documents.join_pages(Reading("text", "text/plain", "r", tuple(PageText(t) for t in texts)))
    assert [text[p.start : p.end] for p in pages] == texts
    assert [p.number for p in pages] == list(range(1, len(texts) + 1))
