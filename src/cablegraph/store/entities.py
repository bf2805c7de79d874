"""Entities, their members and the pairs that wait for a decision; all of it derived, replaced as a whole by each resolution."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from cablegraph.errors import NothingThere
from cablegraph.model import Entity, Link
from cablegraph.store.tables import candidate, entity, member, mention, referent
from cablegraph.text import fold

_BATCH = 5000


def save_resolution(
    connection: sa.Connection,
    entities: Iterable[Entity],
    members: Sequence[tuple[str, Link]],
    candidates: Sequence[Link],
) -> None:
    """Replace all entities. ``members`` gives for each entity id a link whose ``left`` is the referent, with score and reason."""
    documents_of = dict(connection.execute(sa.select(referent.c.id, referent.c.document)).tuples().all())
    counts: dict[str | None, int] = dict(
        connection.execute(
            sa.select(mention.c.referent, sa.func.count())
            .where(mention.c.referent.is_not(None))
            .group_by(mention.c.referent)
        )
        .tuples()
        .all()
    )
    for table in (entity, member, candidate):
        connection.execute(sa.delete(table))
    rows: list[dict[str, object]] = [
        {
            "id": e.id, "schema": e.schema, "caption": e.caption, "folded": fold(e.caption), "names": list(e.names), "confidence": e.confidence,
            "documents": len({documents_of[r] for r in e.referents}), "mentions": sum(counts.get(r, 0) for r in e.referents),
        }
        for e in entities
    ]  # fmt: skip
    _insert(connection, entity, rows)
    _insert(
        connection,
        member,
        [{"referent": k.left, "entity": e, "score": k.score, "reason": k.reason} for e, k in members],
    )
    _insert(
        connection,
        candidate,
        [{"left": k.left, "right": k.right, "score": k.score, "reason": k.reason} for k in candidates],
    )


def _insert(connection: sa.Connection, table: sa.Table, rows: list[dict[str, object]]) -> None:
    for i in range(0, len(rows), _BATCH):
        connection.execute(sa.insert(table), rows[i : i + _BATCH])


def load_entities(connection: sa.Connection) -> dict[str, Any]:
    """Every entity's row by its id."""
    return {r.id: r for r in connection.execute(sa.select(entity).order_by(entity.c.id))}


def entity_of(connection: sa.Connection) -> dict[str, str]:
    """For each referent the entity that it belongs to."""
    return dict(connection.execute(sa.select(member.c.referent, member.c.entity)).tuples().all())


def captions(connection: sa.Connection) -> dict[str, str]:
    """The caption of every entity."""
    return dict(connection.execute(sa.select(entity.c.id, entity.c.caption)).tuples().all())


def referents_of(connection: sa.Connection, key: str) -> list[str]:
    """The referents of an entity, in order."""
    query = sa.select(member.c.referent).where(member.c.entity == key).order_by(member.c.referent)
    return list(connection.execute(query).scalars())


def current_id(connection: sa.Connection, key: str) -> str:
    """The entity that an id means now: an entity id or the id of any referent.

    Raises:
        NothingThere: The id is unknown.
    """
    found = connection.execute(sa.select(member.c.entity).where(member.c.referent == key)).scalar()
    if found is None:
        message = f"There is no entity {key} in this case."
        raise NothingThere(message)
    return str(found)
