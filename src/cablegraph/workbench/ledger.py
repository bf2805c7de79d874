"""The claims of the public record, weighed against the trove; all of it derived, made anew when the case has changed."""

import sqlalchemy as sa

from cablegraph.calendars import find_dates
from cablegraph.claims import CLAIMS_VERSION, find_claims, weigh
from cablegraph.model import Citation, Document, FoundClaim, FoundMention, Mention, cite, make_id, text_checksum
from cablegraph.model.answers import ClaimCard, RelationCard
from cablegraph.store import Case, documents, facts, jobs
from cablegraph.store.archive import full_disk_told
from cablegraph.store.tables import claim, mention
from cablegraph.workbench.indexing import NAMED
from cablegraph.workbench.progress import Progress, Report
from cablegraph.workbench.snapshot import Snapshot, take_snapshot

STEP = "claims"
_CASE = "case"
_NEAR = 300
_MOST = 12
_FEWEST = 2


def weigh_claims(case: Case, report: Report) -> int:
    """Find and weigh the claims of every public text, where anything has changed; returns how many there are."""
    with case.engine.begin() as connection:
        fingerprint = f"{CLAIMS_VERSION}/{jobs.version_of(connection, _CASE, 'resolve')}"
        if jobs.version_of(connection, _CASE, STEP) == fingerprint:
            return 0
        snapshot = take_snapshot(connection)
        public = [key for key, line in snapshot.lines.items() if line.record]
        rows: list[dict[str, object]] = []
        for number, item in enumerate(documents.iter_documents(connection, public), 1):
            mentions = facts.load_mentions(connection, [item.id])
            rows.extend(_row(connection, item, found, mentions, snapshot) for found in _find(item, mentions))
            report(Progress(STEP, number, len(public), item.id))
    with full_disk_told(case.folder), case.engine.begin() as connection:
        connection.execute(sa.delete(claim))
        if rows:
            connection.execute(sa.insert(claim), rows)
        jobs.mark(connection, _CASE, STEP, fingerprint)
    return len(rows)


def _find(item: Document, mentions: list[Mention]) -> list[FoundClaim]:
    found = [FoundMention(m.start, m.end, m.text, m.label, m.confidence, m.origin) for m in mentions]
    dates = list(find_dates(item.text, language=item.language))
    return list(
        find_claims(item.text, found, dates, language=item.language if item.language in {"fa", "ar", "en"} else None)
    )


def _row(
    connection: sa.Connection, item: Document, found: FoundClaim, mentions: list[Mention], snapshot: Snapshot
) -> dict[str, object]:
    says = [r for r in snapshot.record if any(_inside(c, item.id, found) for c in r.citations)]
    people = {
        snapshot.entity_of[m.referent]
        for m in mentions
        if m.referent
        and found.start <= m.start
        and m.end <= found.end
        and m.referent in snapshot.entity_of
        and m.label in NAMED
    }
    near = [] if says and _answered(says, snapshot.relations) else _named_together(connection, people, snapshot)
    weighed = weigh(found, says, snapshot.relations, near)
    evidence = [
        {"document": e.citation.document, "page": e.citation.page, "start": e.citation.start, "end": e.citation.end, "quote": e.citation.quote,
         "for": e.supports, "reason": e.reason}
        for e in weighed.evidence
    ]  # fmt: skip
    page = next((p.number for p in item.pages if p.start <= found.start <= p.end), 1)
    return {
        "id": make_id("c", item.id, found.start, found.end), "document": item.id, "page": page, "start": found.start, "end": found.end,
        "text": found.text, "checksum": text_checksum(found.text), "kind": found.kind.value, "claimant": found.claimant,
        "first": found.first, "last": found.last, "proposal": weighed.proposal.value, "evidence": evidence,
    }  # fmt: skip


def _inside(c: Citation, key: str, found: FoundClaim) -> bool:
    return c.document == key and c.start < found.end and found.start < c.end


def _answered(says: list[RelationCard], trove: tuple[RelationCard, ...]) -> bool:
    ends = {(r.type, r.subject.entity) for r in says}
    return any((r.type, r.subject.entity) in ends for r in trove)


def _named_together(connection: sa.Connection, people: set[str], snapshot: Snapshot) -> list[Citation]:
    """Passages of the trove that name at least two of these entities within some lines of one another."""
    if len(people) < _FEWEST:
        return []
    referents = [r for r, e in snapshot.entity_of.items() if e in people]
    query = sa.select(mention.c.document, mention.c.page, mention.c.start, mention.c.end, mention.c.referent).where(
        mention.c.referent.in_(referents)
    )
    by_document: dict[str, list[tuple[int, int, int, str]]] = {}
    for row in connection.execute(query.order_by(mention.c.document, mention.c.start)):
        if not snapshot.lines[row.document].record:
            by_document.setdefault(row.document, []).append(
                (row.start, row.end, row.page, snapshot.entity_of[row.referent])
            )
    out: list[Citation] = []
    for key, places in sorted(by_document.items()):
        for i, (start, _, page, _) in enumerate(places):
            window = [p for p in places[i:] if p[0] - start <= _NEAR and p[2] == page]
            if len({p[3] for p in window}) >= _FEWEST:
                body = documents.load_text(connection, key)
                out.append(cite(key, page, body, start, max(p[1] for p in window)))
                break
        if len(out) == _MOST:
            break
    return out


def load_claims(connection: sa.Connection, snapshot: Snapshot, *, document: str | None) -> tuple[ClaimCard, ...]:
    """The claims of one public text or of all, in reading order."""
    query = sa.select(claim).order_by(claim.c.document, claim.c.start)
    if document:
        query = query.where(claim.c.document == document)
    return tuple(
        ClaimCard(r.id, r.document, snapshot.lines[r.document].title, r.start, r.end, r.text, r.kind, r.claimant, r.first, r.last, r.proposal, None,
                  tuple(r.evidence))
        for r in connection.execute(query)
    )  # fmt: skip
