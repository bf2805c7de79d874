"""Reading everything again: citations against their texts, originals against their SHA-256, judgements against their chain."""

import sqlalchemy as sa

from cablegraph.model import Citation
from cablegraph.model.answers import VerifyAnswer
from cablegraph.store import Case, documents, facts, judgements
from cablegraph.store.tables import claim, document, file
from cablegraph.workbench.progress import Progress, Report


def verify_case(case: Case, report: Report) -> VerifyAnswer:
    """Check a case as a whole; nothing is changed."""
    broken: list[Citation] = []
    count = 0
    with case.engine.begin() as connection:
        ids = list(connection.execute(sa.select(document.c.id).order_by(document.c.id)).scalars())
        for number, key in enumerate(ids, 1):
            text = documents.load_text(connection, key)
            for citation in (*facts.iter_citations(connection, key), *_of_claims(connection, key)):
                count += 1
                if not citation.holds(text):
                    broken.append(citation)
            report(Progress("verify", number, len(ids), key))
        hashes = list(
            connection.execute(
                sa.select(file.c.sha256).distinct().where(file.c.sha256 != "").order_by(file.c.sha256)
            ).scalars()
        )
        chain = judgements.chain_holds(judgements.load(connection))
    damaged = []
    for number, sha256 in enumerate(hashes, 1):
        if not case.archive.is_sound(sha256):
            damaged.append(sha256)
        report(Progress("originals", number, len(hashes), sha256))
    return VerifyAnswer(count, tuple(broken), len(hashes), tuple(damaged), chain)


def _of_claims(connection: sa.Connection, key: str) -> list[Citation]:
    return [
        Citation(key, r.page, r.start, r.end, r.text, r.checksum)
        for r in connection.execute(sa.select(claim).where(claim.c.document == key))
    ]
