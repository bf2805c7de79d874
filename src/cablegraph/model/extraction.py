"""Everything that was read out of the text of one document."""

from dataclasses import dataclass

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
