"""The fourth step of the road: referents become entities under the judgements of people. The whole case at once, when anything that it rests on has changed."""

import hashlib

import sqlalchemy as sa

from cablegraph.model import Verdict
from cablegraph.resolve import RESOLVE_VERSION, resolve
from cablegraph.store import Case, entities, facts, jobs, judgements
from cablegraph.store.archive import full_disk_told
from cablegraph.store.tables import job
from cablegraph.workbench.progress import Progress, Report

STEP = "resolve"
_CASE = "case"


def _fingerprint(connection: sa.Connection) -> str:
    """What the entities rest on: the documents with the version that extracted them, and the judgements."""
    digest = hashlib.sha256(RESOLVE_VERSION.encode())
    query = sa.select(job.c.input, job.c.version, job.c.state).where(job.c.step == "extract").order_by(job.c.input)
    for row in connection.execute(query):
        digest.update(f"{row.input} {row.version} {row.state}\n".encode())
    digest.update(str(len(judgements.load(connection))).encode())
    return digest.hexdigest()


def resolve_case(case: Case, report: Report) -> bool:
    """Make the entities anew where needed; says whether it was."""
    with case.engine.begin() as connection:
        fingerprint = _fingerprint(connection)
        if jobs.version_of(connection, _CASE, STEP) == fingerprint:
            return False
        referents = list(facts.iter_referents(connection))
        written = facts.dates_written(connection)
        relations = list(facts.iter_relations(connection))
        decisions = judgements.in_force(judgements.load(connection))
    report(Progress(STEP, 0, len(referents)))
    verdicts = {
        (left, right): Verdict(j.verdict) for (subject, left, right), j in decisions.items() if subject == "same"
    }
    result = resolve(referents, relations, verdicts, written=written)
    with full_disk_told(case.folder), case.engine.begin() as connection:
        entities.save_resolution(connection, result.entities, result.members, result.candidates)
        jobs.mark(connection, _CASE, STEP, fingerprint)
    report(Progress(STEP, len(referents), len(referents)))
    return True
