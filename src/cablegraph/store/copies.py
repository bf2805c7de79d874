"""Keys of documents, and pairs of documents that say nearly the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from cablegraph.store.tables import likeness, sketch

MOST_SHARERS = 1000
"""A key that more documents have is a form or a standard phrase and finds no pairs."""
MOST_PARTNERS = 50
"""With how many others one document is compared at most, those first that share the most keys."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents and what they share (0-1); ``left`` comes before ``right`` by id."""

    left: str
    right: str
    alike: float
    left_in_right: float
    right_in_left: float


def save_keys(connection: sa.Connection, document: str, keys: Iterable[int]) -> None:
    """Put a document's keys in place of those it had; its pairs are forgotten."""
    connection.execute(sa.delete(sketch).where(sketch.c.document == document))
    connection.execute(sa.delete(likeness).where((likeness.c.left == document) | (likeness.c.right == document)))
    rows = [{"key": key, "document": document} for key in sorted(keys)]
    if rows:
        connection.execute(sa.insert(sketch), rows)


def find_partners(connection: sa.Connection, document: str) -> list[str]:
    """The documents that share keys with this one, those with the most first."""
    mine = sa.select(sketch.c.key).where(sketch.c.document == document)
    common = sa.select(sketch.c.key).where(sketch.c.key.in_(mine)).group_by(sketch.c.key)
    rare = common.having(sa.func.count() <= MOST_SHARERS)
    query = (
        sa.select(sketch.c.document)
        .where(sketch.c.key.in_(rare), sketch.c.document != document)
        .group_by(sketch.c.document)
        .order_by(sa.func.count().desc(), sketch.c.document)
        .limit(MOST_PARTNERS)
    )
    return list(connection.execute(query).scalars())


def save_pairs(connection: sa.Connection, pairs: Sequence[Pair]) -> None:
    """Keep pairs, each once."""
    for pair in pairs:
        same = (likeness.c.left == pair.left) & (likeness.c.right == pair.right)
        connection.execute(sa.delete(likeness).where(same))
        values = {"alike": pair.alike, "left_in_right": pair.left_in_right, "right_in_left": pair.right_in_left}
        connection.execute(sa.insert(likeness).values(left=pair.left, right=pair.right, **values))


def pairs_of(connection: sa.Connection, document: str) -> tuple[Pair, ...]:
    """The pairs that a document is in, the likest first."""
    query = sa.select(likeness).where((likeness.c.left == document) | (likeness.c.right == document))
    rows = [Pair(r.left, r.right, r.alike, r.left_in_right, r.right_in_left) for r in connection.execute(query)]
    return tuple(sorted(rows, key=lambda p: (-p.alike, p.left, p.right)))


def count_pairs(connection: sa.Connection) -> int:
    """How many pairs there are."""
    return connection.execute(sa.select(sa.func.count()).select_from(likeness)).scalar_one()
