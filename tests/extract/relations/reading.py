"""Relations of a marked text, for the tables of these tests."""

from cablegraph.calendars import find_dates
from cablegraph.extract.relations import find_relations
from cablegraph.model.relation import FoundRelation
from relations.marked import unmark


def read(marked: str, language: str, kind: str | None = None) -> list[FoundRelation]:
    """The relations of a text with its mentions written in, all or those of one type."""
    text, mentions = unmark(marked)
    found = find_relations(text, mentions, list(find_dates(text, language=language)), language=language)
    return [r for r in found if kind in {None, r.type}]


def ends(relations: list[FoundRelation]) -> list[tuple[str, str]]:
    """The words of the two ends of each."""
    return [(r.subject.text, r.object.text) for r in relations]
