"""Decisions beyond one pair over the invented cables: a look at a merge, a split, and what a recompute changed."""

from cablegraph.errors import UsageFault
from cablegraph.model import answers as a


class FakeDecisions:
    def __init__(self, bench) -> None:
        self._bench = bench

    def preview(self, left, right) -> a.MergeAnswer:
        one, other = (self._bench.entity(key) for key in (left, right))
        if one.entity == other.entity:
            raise UsageFault("They are one already.")
        sides = [a.Side(e.entity, e.posts, len(e.relations), "2009", "2014") for e in (one, other)]
        names = tuple(dict.fromkeys((*one.entity.names, *other.entity.names)))
        posts = self._bench.network().relations if hasattr(self._bench.network(), "relations") else ()
        told = tuple(a.Contradiction("holders", r.object, r, r) for r in posts[:1])
        return a.MergeAnswer(sides[0], sides[1], names, one.entity.documents + other.entity.documents, 0, told)

    def split(self, referent, *, who, reason=""):
        return self._bench._append("split", referent, "e1", "negative", who, reason)

    def last_changes(self) -> a.ResolutionReport:
        change = a.EntityChange(
            "joined", (("e1", "Karim Zandi"), ("e7", "Karim Zandi")), (("e1", "Karim Zandi"),), ("r7",), "the same name"
        )
        return a.ResolutionReport("a decision", len(self._bench.marked), 0, 1, (change,))
