"""A case on its way out: the bundle of everything in it, and the files that an export writes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import sqlalchemy as sa

from cablegraph.errors import UsageFault
from cablegraph.model import Mention
from cablegraph.publish import FOLDERS, FORMATS, Bundle, DocumentLeaf, evidence_lines
from cablegraph.store import Case, facts, judgements, places, problems
from cablegraph.store.archive import full_disk_told
from cablegraph.store.tables import cable, document
from cablegraph.workbench.citing import missing_numbers
from cablegraph.workbench.ledger import load_claims
from cablegraph.workbench.snapshot import Snapshot

_BATCH = 200


def make_bundle(case: Case, snapshot: Snapshot) -> Bundle:
    """The whole case in a fixed order. The relations are what the trove says; what public texts say stands in the claims."""
    with case.engine.begin() as connection:
        claims = load_claims(connection, snapshot, document=None)
        decisions = judgements.load(connection)
        trouble = problems.load(connection)
        gaps = missing_numbers(connection, snapshot.lines)
        references = snapshot.cables.of(connection, snapshot.lines).graph.edges
    entities = tuple(sorted(snapshot.cards.values(), key=lambda e: e.id))
    relations = tuple(sorted(snapshot.relations, key=lambda r: r.id))
    return Bundle(
        lambda: _documents(case, snapshot), lambda: _mentions(case, snapshot), entities, relations, claims, gaps, decisions, trouble,
        references, lambda: {key: one.located.choice for key, one in snapshot.places.of(snapshot).items() if one.located.choice},
    )  # fmt: skip


def _documents(case: Case, snapshot: Snapshot) -> Iterator[DocumentLeaf]:
    query = sa.select(document.c.id, document.c.sha256, document.c.mime, cable.c.header).outerjoin(
        cable, cable.c.document == document.c.id
    )
    with case.engine.connect() as connection:
        everywhere = places.all_places(connection)
        for r in connection.execute(query.order_by(document.c.id)):
            line = snapshot.lines[r.id]
            yield DocumentLeaf(
                r.id,
                line.path,
                r.sha256,
                line.dataset,
                line.title,
                line.kind,
                r.mime,
                line.language,
                line.date,
                r.header or {},
                tuple(everywhere.get(r.sha256, ())),
            )


def _mentions(case: Case, snapshot: Snapshot) -> Iterator[tuple[Mention, str | None]]:
    ids = sorted(snapshot.lines)
    with case.engine.connect() as connection:
        for i in range(0, len(ids), _BATCH):
            for m in facts.load_mentions(connection, ids[i : i + _BATCH]):
                yield m, snapshot.entity_of.get(m.referent or "")


def export_lines(bundle: Bundle, name: str) -> Iterator[str]:
    """The lines of an export that is one file; of a folder (``csv``, ``neo4j``) its first table.

    Raises:
        UsageFault: There is no such format.
    """
    if name in FOLDERS:
        return next(FOLDERS[name](bundle))[1]
    if name not in FORMATS:
        message = f"There is no export format {name!r}. Known are {', '.join([*FOLDERS, *FORMATS])}."
        raise UsageFault(message)
    return FORMATS[name](bundle)


def export_to(bundle: Bundle, name: str, out: Path) -> tuple[Path, ...]:
    """Write an export: a file, for ``csv`` and ``neo4j`` a folder of tables, for ``ftm`` the spans beside it in ``OUT.evidence.jsonl``.

    Raises:
        UsageFault: There is no such format.
        DiskFull: There is no room.
    """
    with full_disk_told(out.parent):
        if name in FOLDERS:
            out.mkdir(parents=True, exist_ok=True)
            return tuple(_write(out / table, lines) for table, lines in FOLDERS[name](bundle))
        out.parent.mkdir(parents=True, exist_ok=True)
        written = [_write(out, export_lines(bundle, name))]
        if name == "ftm":
            written.append(_write(out.with_name(out.name + ".evidence.jsonl"), evidence_lines(bundle)))
    return tuple(written)


def _write(path: Path, lines: Iterable[str]) -> Path:
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(lines)
    part.replace(path)
    return path
