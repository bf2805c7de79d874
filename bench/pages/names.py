"""Names: cablegraph beside its peers."""

from typing import Any

from bench.pages.peers import Row, peer_table
from bench.pages.tables import floor_table, show

_WORDS = """\
4,469 labelled pairs and 1,838 look-ups from one script to the other. The weights of the comparison are fitted on the project's own table of names and not
on these pairs, but its letter tables and rules were improved while reading errors on them, so **these figures of cablegraph are in-sample** in part. The
peers have never seen them; of them only the threshold is chosen here, as the one with the best F1 on these pairs. What cablegraph reaches on names that it
had not seen stands under Unseen material.
"""
_FINDING = """\
Which of 3,688 or 1,413 names in the other script is meant, and how fast? Comparisons and queries a second are measured inside the process, on one
core: pairs that were not seen before, the preparing of both names in the time (and, in brackets, with both prepared before); 300 queries against 10,000
names. ICU Jaro-Winkler compares each query with every name; nomenklatura ranks at most 25 candidates of its own blocker; rigour has no index.
"""


def name_tables(result: dict[str, Any]) -> list[str]:
    """Quality and speed of comparing and finding names."""
    floors = floor_table("names", result)
    peers = result.get("peers", {}).get("names", [])
    if not floors and not peers:
        return []
    return [
        "## Names: cablegraph and peers", "",
        _WORDS,
        *floors,
        *_peers(peers),
    ]  # fmt: skip


def _peers(rows: list[Row]) -> list[str]:
    if not rows:
        return []
    return [
        "Do two names belong to one person? All in one run, on the same rows.", "",
        *peer_table(
            rows, ("threshold", "F1", "precision", "recall", "recall at precision 0.98", "cross-script recall", "false on hard negatives"), _same
        ),
        _FINDING,
        *peer_table(
            rows, ("recall@1", "recall@5", "comparisons a second (prepared)", "queries a second, 10,000 names"), _speed
        ),
    ]  # fmt: skip


def _same(row: Row) -> tuple[object, ...]:
    found = row["same-name"]
    kinds = found["said_same_by_kind"]
    return (
        "fixed" if row["threshold"] is None else show(row["threshold"]), show(found["f1"]), show(found["precision"]), show(found["recall"]),
        show(found["recall_at_precision_.98"]), show(kinds["cross-script"]), show(kinds["hard-negative"]),
    )  # fmt: skip


def _speed(row: Row) -> tuple[object, ...]:
    found, find = row.get("find-name", {}), row.get("find", {})
    compared = f"{show(row['compare']['unseen'])} ({show(row['compare']['prepared'])})"
    return (
        show(found.get("recall@1")),
        show(found.get("recall@5")),
        compared,
        show(find.get("queries_per_second")),
    )
