"""Single decisions of people: two entities are one or two, a relation holds or not, a decision is taken back; after each the case is resolved anew.

A decision is added to the log and never changed; the trap is the case that is open for reading only, which every way in must refuse first.
"""

from cablegraph.errors import NothingThere, UsageFault
from cablegraph.model import Judgement, Review, Verdict
from cablegraph.model.answers import RelationCard
from cablegraph.store import Case, entities, judgements
from cablegraph.workbench.progress import say_nothing
from cablegraph.workbench.road import resolve_again


def check_writable(*, read_only: bool) -> None:
    """Refuse to change a case that is open for reading only. Raises ``UsageFault``."""
    if read_only:
        message = "The case is open for reading only. Nothing was changed. Open it without --read-only to write."
        raise UsageFault(message)


def judge_pair(case: Case, left: str, right: str, verdict: Verdict, *, who: str, reason: str) -> Judgement:
    """Say of two entities (by entity or referent id) what they are. Raises ``NothingThere``, ``UsageFault``, ``CaseLocked``."""
    with case.lock():
        with case.engine.begin() as connection:
            for key in (left, right):
                entities.current_id(connection, key)
            if left == right:
                message = "A judgement needs two different entities. Nothing was changed."
                raise UsageFault(message)
            done = judgements.append(
                connection, subject="same", left=left, right=right, verdict=verdict.value, who=who, reason=reason
            )
        resolve_again(case, say_nothing)
    return done


def review_relation(case: Case, relation: RelationCard, review: Review, *, who: str, reason: str) -> Judgement:
    """Accept or reject what documents say, or open it again. Raises ``CaseLocked``."""
    verdict = Verdict.NONE.value if review is Review.OPEN else review.value
    left = " ".join(relation.statements)
    with case.lock():
        with case.engine.begin() as connection:
            done = judgements.append(
                connection, subject="relation", left=left, right="", verdict=verdict, who=who, reason=reason
            )
        resolve_again(case, say_nothing)
    return done


def undo_judgement(case: Case, seq: int, *, who: str) -> Judgement:
    """Take a judgement that is in force back by a later one. Raises ``NothingThere``, ``UsageFault``, ``CaseLocked``."""
    with case.lock():
        with case.engine.begin() as connection:
            known = judgements.load(connection)
            old = next((j for j in known if j.seq == seq), None)
            if old is None:
                message = f"There is no judgement {seq} in this case."
                raise NothingThere(message)
            if old not in judgements.in_force(known).values():
                message = f"Judgement {seq} is no longer in force. Nothing was changed. List them with `cablegraph judgements`."
                raise UsageFault(message)
            done = judgements.append(
                connection, subject=old.subject, left=old.left, right=old.right, verdict=Verdict.NONE.value, who=who, reason=f"undo of {seq}"
            )  # fmt: skip
        resolve_again(case, say_nothing)
    return done
