"""A relation on the terminal: when, who, what, on whose word, and the first sentences that prove it."""

from cablegraph.cli import show
from cablegraph.model.answers import RelationCard

_SHOWN = 3


def show_relation(r: RelationCard) -> None:
    """Print a relation with its first citations."""
    denied = "DENIED: " if r.polarity == "denied" else ""
    how = "" if r.modality == "fact" else f" ({r.modality}, on the word of {r.asserted_by})"
    show.say(
        f"  {interval_of(r)}  {denied}{r.subject.caption} {r.label} {r.object.caption}{how}  {r.confidence:.2f}  [{r.id}]"
    )
    for c in r.citations[:_SHOWN]:
        show.say(f"      {c.document} p. {c.page} {c.start}-{c.end}: {' '.join(c.quote.split())}")
    if len(r.citations) > _SHOWN:
        show.say(f"      and {len(r.citations) - _SHOWN} more passages (--json shows all)")


def interval_of(r: RelationCard) -> str:
    """The stated time of a relation in a few signs."""
    if r.first or r.last:
        return r.first or "" if r.first == r.last else f"{r.first or '?'}..{r.last or '?'}"
    return f"no date (as of {r.as_of})" if r.as_of else "no date"
