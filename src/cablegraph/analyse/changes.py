"""What changed between two days: relations that began, that ended, and what happened once.

Only a stated date counts as a change: that a relation is first written of on a day does not mean that it began then.
"""

from collections.abc import Iterable

from cablegraph.analyse.ties import is_sound
from cablegraph.model import first_day, last_day, relation_schemata
from cablegraph.model.answers import ChangeAnswer, RelationCard


def find_changes(relations: Iterable[RelationCard], first: str, last: str) -> ChangeAnswer:
    """The changes from ``first`` to ``last`` (ISO to any precision, both inclusive)."""
    low, high = first_day(first), last_day(last)

    def falls(stated: str | None) -> bool:
        return stated is not None and low <= first_day(stated) and last_day(stated) <= high

    began, ended, happened = [], [], []
    for r in relations:
        if not is_sound(r):
            continue
        if not relation_schemata()[r.type].instant:
            if falls(r.first):
                began.append(r)
            if falls(r.last):
                ended.append(r)
        elif falls(r.first or r.last):
            happened.append(r)
    began.sort(key=lambda r: (r.first or "", r.id))
    ended.sort(key=lambda r: (r.last or "", r.id))
    happened.sort(key=lambda r: (r.first or r.last or "", r.id))
    return ChangeAnswer(tuple(began), tuple(ended), tuple(happened))
