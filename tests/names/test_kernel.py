"""The compiled functions beside a plain reckoning, and how much work hostile input makes."""

import sys
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from cablegraph.names import NameIndex, compare_names, compare_prepared, prepare_names, word_similarity
from cablegraph.names.kernel.candidates import near_rows
from cablegraph.names.kernel.layout import MOST_PARTS, MOST_UNITS, new_scratch
from cablegraph.names.query import MOST_CANDIDATES, Query
from cablegraph.names.sounds import COSTS, GAPS, encode
from cablegraph.names.words import LONGEST_NAME, LONGEST_WORD

rows = st.text(alphabet="bftsklrm", min_size=1, max_size=64)
latin = st.text(alphabet="abdeghijklmnoqrstuxyz", min_size=1, max_size=12)
arabic = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقکلمنهوی", min_size=1, max_size=10)
HOSTILE = (
    "ا",
    "a ",
    "'",
    "-",
    "(",
    "عبدال",
    "abdul",
    "😀",
    "\ud800",
    "x",
    "ab-",
    "al-",
    "l",
    "sh",
    "q. ",
    "\u202e",
    "،",
    "\u200c",
    "محمد ",
)
SIZES = (1_000, 4_000, 16_000)


@settings(deadline=None)  # the first example compiles
@given(st.lists(rows, min_size=1, max_size=20), rows, st.integers(0, 3))
def test_near_rows_are_those_of_the_levenshtein_distance(table: list[str], wanted: str, most: int) -> None:
    table = sorted(table, key=len)
    width = max(map(len, table))
    signs = np.array([row.ljust(width, "\0").encode() for row in table], f"S{width}").view(np.uint8).reshape(-1, width)
    lengths = np.array([len(row) for row in table], np.uint8)
    found = near_rows(signs, lengths, np.frombuffer(bytearray(wanted.encode()), np.uint8), most, new_scratch())
    assert found.tolist() == [n for n, row in enumerate(table) if Levenshtein.distance(row, wanted) <= most]


@settings(deadline=None)  # the first example compiles
@given(st.one_of(latin, arabic), st.one_of(latin, arabic))
def test_likeness_is_one_less_the_least_cost_of_turning_one_word_into_the_other(a: str, b: str) -> None:
    x, y = encode(a), encode(b)
    alike = word_similarity(a, b)
    if alike == 0 or a == b or "h" in a + b:
        return
    gap_x, gap_y = [GAPS[y.script][u] for u in x.units], [GAPS[x.script][v] for v in y.units]
    row = [sum(gap_y[:j]) for j in range(len(y.units) + 1)]
    for i, u in enumerate(x.units):
        above, row = row, [row[0] + gap_x[i]]
        for j, v in enumerate(y.units):
            row.append(min(above[j] + COSTS[u][v], above[j + 1] + gap_x[i], row[j] + gap_y[j]))
    assert alike == pytest.approx(1 - row[-1] / max((sum(gap_x) + sum(gap_y)) / 2, 0.5))


def _steps(work: Callable[[], object]) -> int:
    """How many lines of this project run."""
    count = 0

    def trace(frame: object, event: str, _argument: object) -> object:
        nonlocal count
        if "cablegraph" not in frame.f_code.co_filename:  # type: ignore[attr-defined]
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_does_not_grow_with_the_length_of_a_hostile_name(piece: str) -> None:
    index = NameIndex.build([("1", "Qasem Soleimani"), ("2", "محمد علی")])
    index.search("Qasem")
    compare_names("Qasem", "Soleimani")
    works: list[Callable[[str], object]] = [
        lambda name: word_similarity(name, "qasem" + name),
        lambda name: compare_names(name, "Qasem " + name),
        lambda name: compare_prepared(prepare_names([name]), prepare_names([name + "b"]), [(0, 0)]),
        lambda name: NameIndex.build([("1", name)]).search(name),
        index.search,
    ]
    for work in works:
        counts = [_steps(partial(work, f"{size}" + piece * size)) for size in SIZES]
        assert counts[-1] <= 2 * counts[0] + 2_000, (piece, counts)
        assert max(counts) <= 100_000, (piece, counts)


@pytest.mark.parametrize("piece", HOSTILE)
def test_what_compiled_code_is_handed_has_a_bound(piece: str) -> None:
    name = piece * 100_000
    book = prepare_names([name, name])
    assert len(book.row) <= 2 * LONGEST_NAME
    assert len(book.units) <= len(book.words) * 6 * MOST_UNITS
    assert len(book.words) <= 4 * LONGEST_NAME
    assert np.diff(book.words[:, -7:], axis=1).max(initial=0) <= min(MOST_UNITS, 2 * LONGEST_WORD)
    assert len(Query(name, None).parts) <= MOST_PARTS


def test_a_query_is_compared_with_so_many_and_no_more() -> None:
    index = NameIndex.build((str(n), f"Mohammad Hosseini {n}") for n in range(3 * MOST_CANDIDATES))
    hits = index.search("محمد حسینی", limit=10 * MOST_CANDIDATES)
    assert len(hits) == MOST_CANDIDATES
    assert hits[0].score > 0.5


@pytest.mark.parametrize(
    "name", ["", " ", "؟!،", "😀😀", "\ud800", "\u202eQasem", "a", "ا", "١٢٣", "Qasem\0Soleimani", "қасем"]
)
def test_every_name_can_be_indexed_compared_and_looked_for(name: str) -> None:
    index = NameIndex.build([(name, name), ("2", "Qasem Soleimani")])
    assert all(0 < hit.score <= 1 for hit in index.search(name))
    assert index.remove(name) == 1
    assert 0 <= compare_prepared(prepare_names([name]), prepare_names(["Qasem"]), [(0, 0)]).score[0] <= 1
