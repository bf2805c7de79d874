"""docs/reference/schemata.md: what mentions can mean, and the types of relations."""

from cablegraph.model import LABELS, Modality, Polarity, entity_schema, relation_schemata
from reference.markdown import NOTE, code, table

_START = """# Schemata

The words are those of [FollowTheMoney](https://followthemoney.tech/) where it has one of that meaning. Types that it lacks are ours; they leave
in a FollowTheMoney export as `UnknownLink` with the label as `role`.

## Mentions and entities

A mention is text on a page. Its label says what sort of thing it names, and so which schema its entity has.

"""
_RELATIONS = """
## Relations

A directed relation reads from left to right: subject, label, object. The ends of one that is not directed may be swapped.
An instant happens at a time; the others last from a time to a time.

"""
_REST = """
Every relation also has these properties:

- polarity: {polarity}. A sentence that denies a thing is kept as a denial; it is not left out.
- modality: {modality}. It says how the sentence puts the matter.
- asserted by: the words for who says it, or `writer`.
- an interval, ISO to the precision stated (`2014`, `2014-11`, `2014-11-05`); an end that is unknown is empty.
- as of: the day of writing, for a sentence without a date.
- confidence from 0 to 1, made by the machine, and a review (open, accepted, rejected), made by a person.
- at least one citation.
"""


def schemata_page() -> str:
    """The text of the page."""
    labels = ((code(name), code(entity_schema(name)) if entity_schema(name) else "no entity") for name in LABELS)
    relations = (
        (
            code(s.name),
            s.label,
            code(s.ftm) if s.ftm == s.name else f"ours; leaves as {code(s.ftm)}",
            f"{s.subject}, {s.object}",
            "yes" if s.directed else "no",
            "instant" if s.instant else "interval",
        )
        for s in relation_schemata().values()
    )
    columns = ("type", "label", "FollowTheMoney", "ends in FollowTheMoney", "directed", "in time")
    rest = _REST.format(
        polarity=", ".join(code(p.value) for p in Polarity), modality=", ".join(code(m.value) for m in Modality)
    )
    return NOTE + _START + table(("label", "schema"), labels) + _RELATIONS + table(columns, relations) + rest
