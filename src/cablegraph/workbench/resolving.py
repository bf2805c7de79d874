"""The fourth step of the road: referents become entities under the judgements of people. The whole case at once, when anything that it rests on has changed."""

import hashlib

import sqlalchemy as sa

from cablegraph.errors import SettingsInvalid
from cablegraph.model import Verdict
from cablegraph.resolve import RESOLVE_VERSION, KnownBodies, read_bodies, resolve, seed_text
from cablegraph.store import Case, entities, facts, jobs, judgements
from cablegraph.store.archive import full_disk_told
from cablegraph.store.tables import job
from cablegraph.workbench import changed
from cablegraph.workbench.progress import Progress, Report

STEP = "resolve"
OWN_BODIES = "bodies.yml"
"""The newsroom's own list of bodies, in the case folder."""
_CASE = "case"


def _fingerprint(connection: sa.Connection, own: str) -> str:
    """What the entities rest on, as ``version/documents/judgements/bodies``: the documents with the version that extracted them, and so on."""
    digest = hashlib.sha256()
    query = sa.select(job.c.input, job.c.version, job.c.state).where(job.c.step == "extract").order_by(job.c.input)
    for row in connection.execute(query):
        digest.update(f"{row.input} {row.version} {row.state}\n".encode())
    decided = len(judgements.load(connection))
    lists = hashlib.sha256(own.encode()).hexdigest()[:12] if own else ""
    return f"{RESOLVE_VERSION}/{digest.hexdigest()[:32]}/{decided}/{lists}"


def _cause(before: str | None, now: str) -> str:
    """In words, what of the fingerprint has changed."""
    said = ("a new version of cablegraph", "other documents", "a decision", "another list of bodies")
    old, new = (before or "").split("/"), now.split("/")
    if len(old) != len(new):
        return "first made" if not before else said[0]
    return ", ".join(words for words, a, b in zip(said, old, new, strict=True) if a != b)


def _own_bodies(case: Case) -> str:
    path = case.folder / OWN_BODIES
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsInvalid(path, "it is no text in UTF-8") from error


def _bodies(case: Case, own: str) -> KnownBodies:
    try:
        return read_bodies([seed_text(), own] if own else [seed_text()])
    except ValueError as error:
        raise SettingsInvalid(case.folder / OWN_BODIES, str(error)) from error


def resolve_case(case: Case, report: Report) -> bool:
    """Make the entities anew where needed; says whether it was.

    Raises:
        SettingsInvalid: The newsroom's list of bodies cannot be read; nothing was changed.
        DiskFull: There is no room for the entities.
    """
    own = _own_bodies(case)
    with case.engine.begin() as connection:
        fingerprint = _fingerprint(connection, own)
        old = jobs.version_of(connection, _CASE, STEP)
        if old == fingerprint:
            return False
        bodies = _bodies(case, own)
        referents = list(facts.iter_referents(connection))
        written = facts.dates_written(connection)
        relations = list(facts.iter_relations(connection))
        decisions = judgements.in_force(judgements.load(connection))
        before, captions = entities.entity_of(connection), entities.captions(connection)
    report(Progress(STEP, 0, len(referents)))
    verdicts = {(left, right): Verdict(j.verdict) for (s, left, right), j in decisions.items() if s == "same"}
    splits = [(left, right) for subject, left, right in decisions if subject == judgements.SPLIT]
    result = resolve(referents, relations, verdicts, written=written, bodies=bodies, splits=splits)
    with full_disk_told(case.folder), case.engine.begin() as connection:
        entities.save_resolution(connection, result.entities, result.members, result.candidates)
        jobs.mark(connection, _CASE, STEP, fingerprint)
    why = {link.left: (entity, link) for entity, link in result.members}
    told = changed.find_changes(before, captions, {e.id: e for e in result.entities}, why, _cause(old, fingerprint))
    with full_disk_told(case.folder):
        changed.keep(case.cache_folder, told)
    report(Progress(STEP, len(referents), len(referents)))
    return True
