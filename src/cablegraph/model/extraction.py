"""Everything that was read out of the text of one document."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cablegraph.model.header import Header
from cablegraph.model.mention import DateMention, Mention, Referent
from cablegraph.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Extraction:
    """The header, the mentions, the dates, what the mentions mean within the document, and the relations between them."""

    header: Header
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    referents: tuple[Referent, ...]
    relations: tuple[Relation, ...]
    dropped: Mapping[str, int] = field(default_factory=dict)
    """What taggers from outside proposed and the text does not bear out, counted as ``NAME: cause``."""
