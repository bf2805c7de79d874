"""What people decide on entities beyond one pair: a look at a merge, one document taken out of an entity, decisions from and to nomenklatura's files."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from cablegraph.analyse import find_contradictions
from cablegraph.errors import NothingThere, UsageFault
from cablegraph.model import Judgement, Verdict
from cablegraph.model.answers import End, ExchangeReport, MergeAnswer, RelationCard, ResolutionReport, Side
from cablegraph.store import Case, entities, judgements
from cablegraph.workbench import changed
from cablegraph.workbench.exchange import Row, read_rows, same_pairs, write_rows
from cablegraph.workbench.judging import check_writable
from cablegraph.workbench.people import ends_of
from cablegraph.workbench.progress import say_nothing
from cablegraph.workbench.road import resolve_again
from cablegraph.workbench.snapshot import Snapshot

_POSTS = frozenset({"Occupancy", "Directorship"})


class Decisions:
    """Decisions about the entities of a case at one moment."""

    def __init__(self, case: Case, snapshot: Snapshot, *, read_only: bool = False) -> None:
        self._case, self._snapshot, self._read_only = case, snapshot, read_only

    def preview(self, left: str, right: str) -> MergeAnswer:
        """Two entities (ids or ids of referents) side by side and as one, with what would then contradict itself.

        Raises:
            NothingThere: One of them is not there.
            UsageFault: They are one already.
        """
        with self._case.engine.begin() as connection:
            one, other = (entities.current_id(connection, key) for key in (left, right))
        if one == other:
            message = f"{left} and {right} are one entity already. There is nothing to merge."
            raise UsageFault(message)
        snapshot = self._snapshot
        a, b = snapshot.cards[one], snapshot.cards[other]
        mine, theirs = self._named_in(one), self._named_in(other)
        told = [r for r in snapshot.relations if {one, other} & ends_of(r)]
        before = {(c.kind, c.one.id, c.other.id) for c in find_contradictions(told)}
        merged = find_contradictions([_moved(r, other, _end(r, one, a.caption, a.schema)) for r in told])
        return MergeAnswer(
            self._side(one, mine), self._side(other, theirs), tuple(dict.fromkeys((*a.names, *b.names))), len(mine | theirs), len(mine & theirs),
            tuple(c for c in merged if (c.kind, c.one.id, c.other.id) not in before),
        )  # fmt: skip

    def _named_in(self, key: str) -> frozenset[str]:
        return frozenset(document for document, named in self._snapshot.entities_in.items() if key in named)

    def _side(self, key: str, documents: frozenset[str]) -> Side:
        held = [r for r in self._snapshot.relations if key in ends_of(r)]
        posts = tuple(r for r in held if r.type in _POSTS and r.subject.entity == key)
        days = sorted(day for d in documents if (day := self._snapshot.lines[d].date))
        first, last = (days[0][:4], days[-1][:4]) if days else (None, None)
        return Side(self._snapshot.cards[key], posts, len(held) - len(posts), first, last)

    def split(self, referent: str, *, who: str, reason: str = "") -> Judgement:
        """Take what one document says (a referent) out of its entity; only a later decision brings it to another. Then resolve anew.

        Raises:
            NothingThere: There is no such referent.
            UsageFault: It is all that its entity has.
            CaseLocked: Another process works on the case.
        """
        check_writable(read_only=self._read_only)
        with self._case.lock():
            with self._case.engine.begin() as connection:
                whole = entities.current_id(connection, referent)
                others = sorted(set(entities.referents_of(connection, whole)) - {referent})
                if not others:
                    message = f"{referent} stands alone already. Nothing was changed."
                    raise UsageFault(message)
                stays = whole if whole != referent else others[0]
                done = judgements.append(
                    connection, subject=judgements.SPLIT, left=referent, right=stays, verdict=Verdict.NEGATIVE.value, who=who, reason=reason
                )  # fmt: skip
            resolve_again(self._case, say_nothing)
        return done

    def write(self, path: Path) -> int:
        """Write the decisions in force to a file as nomenklatura keeps them (a list a line); returns how many. Raises ``OSError``."""
        with self._case.engine.begin() as connection:
            decided = judgements.in_force(judgements.load(connection))
        found = [
            Row(j.left, j.right, j.verdict, None, j.who, j.at) for key, j in decided.items() if key[0] != "relation"
        ]
        write_rows(path, found)
        return len(found)

    def read(self, path: Path, *, who: str) -> ExchangeReport:
        """Take the decisions of such a file that are about this case, signed by those who made them, ``who`` where that is not told; then resolve anew.

        Raises:
            NothingThere: There is no such file.
            UsageFault: A line of it is no decision; nothing was changed.
            CaseLocked: Another process works on the case.
        """
        check_writable(read_only=self._read_only)
        if not path.is_file():
            message = f"There is no file {path}. Nothing was changed. Check the path."
            raise NothingThere(message)
        try:
            rows = read_rows(path)
        except ValueError as error:
            message = f"{path}: {error}. Nothing was changed."
            raise UsageFault(message) from error
        with self._case.lock():
            with self._case.engine.begin() as connection:
                here = set(entities.entity_of(connection))
                decided = judgements.in_force(judgements.load(connection))
                held = {tuple(sorted(k[1:])): j.verdict for k, j in decided.items() if k[0] != "relation"}
                wanted, unknown = same_pairs(rows, here)
                new = [row for row in wanted if held.get(tuple(sorted((row.left, row.right)))) != row.judgement]
                for row in new:
                    judgements.append(
                        connection, subject=judgements.SAME, left=row.left, right=row.right, verdict=row.judgement, who=row.user or who,
                        reason=f"from {path.name}" + (f", decided {row.at}" if row.at else ""),
                    )  # fmt: skip
            if new:
                resolve_again(self._case, say_nothing)
        return ExchangeReport(len(new), len(wanted) - len(new), unknown)

    def resolve(self) -> ResolutionReport | None:
        """Make the entities anew where something has changed; what the last time changed. Raises ``CaseLocked``, ``SettingsInvalid``."""
        check_writable(read_only=self._read_only)
        with self._case.lock():
            resolve_again(self._case, say_nothing)
        return self.last_changes()

    def last_changes(self) -> ResolutionReport | None:
        """What the last recompute changed; None where nothing is known of it."""
        return changed.load(self._case.cache_folder)


def _end(relation: RelationCard, key: str, caption: str, schema: str) -> End:
    return next(
        (e for e in (relation.subject, relation.object) if e.entity == key), End(key, schema, caption, "", caption)
    )


def _moved(relation: RelationCard, old: str, new: End) -> RelationCard:
    """A relation as it would be if the end of one entity were another's."""
    ends: Mapping[str, End | None] = {
        name: new if end and end.entity == old else end
        for name, end in (
            ("subject", relation.subject), ("object", relation.object), ("organization", relation.organization), ("handler", relation.handler)
        )
    }  # fmt: skip
    return replace(relation, **ends)  # type: ignore[arg-type]
