"""The decisions of people, appended and chained.

Each entry carries the SHA-256 of itself and of the entry before, so that a changed or missing one is noticed. Nothing here is ever updated or deleted: an
undo is a later entry with the verdict ``none``.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa

from cablegraph.model import Judgement, Verdict
from cablegraph.store.tables import judgement

SAME = "same"
"""Subject of a decision about two referents."""
SPLIT = "split"
"""Subject of a decision that takes a referent (``left``) out of an entity (``right``, by its id at that time)."""


def _chain(before: str, entry: dict[str, object]) -> str:
    body = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((before + body).encode()).hexdigest()


def append(
    connection: sa.Connection, *, subject: str, left: str, right: str, verdict: str, who: str, reason: str = ""
) -> Judgement:
    """Add a decision. ``subject`` is ``same`` (two referents), ``split`` (a referent, and the entity it is taken out of) or ``relation``.

    Of a relation ``left`` holds the ids of its statements, ``right`` is empty.
    """
    last = connection.execute(
        sa.select(judgement.c.seq, judgement.c.chain).order_by(judgement.c.seq.desc()).limit(1)
    ).first()
    entry = {
        "seq": (last.seq if last else 0) + 1, "subject": subject, "left": left, "right": right, "verdict": verdict, "who": who,
        "at": datetime.now(UTC).isoformat(timespec="seconds"), "reason": reason,
    }  # fmt: skip
    row = entry | {"chain": _chain(last.chain if last else "", entry)}
    connection.execute(sa.insert(judgement), [row])
    return Judgement(**row)  # type: ignore[arg-type]


def load(connection: sa.Connection) -> tuple[Judgement, ...]:
    """Every decision from the first to the last."""
    return tuple(Judgement(**r) for r in connection.execute(sa.select(judgement).order_by(judgement.c.seq)).mappings())


def chain_holds(entries: Sequence[Judgement]) -> bool:
    """Whether no entry was changed, left out or put in between."""
    before = ""
    for number, e in enumerate(entries, 1):
        entry = {
            "seq": e.seq,
            "subject": e.subject,
            "left": e.left,
            "right": e.right,
            "verdict": e.verdict,
            "who": e.who,
            "at": e.at,
            "reason": e.reason,
        }
        if e.seq != number or e.chain != _chain(before, entry):
            return False
        before = e.chain
    return True


def in_force(entries: Sequence[Judgement]) -> dict[tuple[str, str, str], Judgement]:
    """The latest decision for each subject and pair, those taken back left out."""
    latest: dict[tuple[str, str, str], Judgement] = {}
    for e in entries:
        left, right = sorted((e.left, e.right)) if e.subject == "same" else (e.left, e.right)
        latest[e.subject, left, right] = e
    return {key: e for key, e in latest.items() if e.verdict != Verdict.NONE}
