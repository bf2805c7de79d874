"""The words of cablegraph as frozen data: documents, mentions, referents, entities, relations, claims, citations, problems.

Nothing here reads or writes; the schemata and the codes of problems stand as YAML in ``data/``.
"""

from cablegraph.model.citation import Citation, cite
from cablegraph.model.citing import CitingEdge
from cablegraph.model.claim import Claim, ClaimKind, Evidence, FoundClaim, Proposal
from cablegraph.model.document import (
    APART,
    PAGE_BREAK,
    UNSURE,
    Dataset,
    DatasetKind,
    Document,
    FileState,
    Occurrence,
    OtherText,
    Page,
    Region,
    WordBox,
    find_apart,
)
from cablegraph.model.entity import Entity, Judgement, Link, Verdict
from cablegraph.model.extraction import Extraction
from cablegraph.model.gap import Gap
from cablegraph.model.header import FIELDS, Header
from cablegraph.model.ids import make_id, text_checksum
from cablegraph.model.mention import KNOWN_AS, LABELS, DateMention, FoundMention, Mention, Referent
from cablegraph.model.partial_date import first_day, last_day, overlap, precision_of
from cablegraph.model.problem import Problem, Trouble, problem_codes, remedy_for
from cablegraph.model.reading import Member, PageText, Reading
from cablegraph.model.relation import FoundRelation, Modality, Party, Polarity, Relation, Review
from cablegraph.model.schemata import RelationSchema, entity_schema, relation_schemata, stated_interval

__all__ = [
    "APART", "FIELDS", "KNOWN_AS", "LABELS", "PAGE_BREAK", "UNSURE", "Citation", "CitingEdge", "Claim", "ClaimKind", "Dataset", "DatasetKind",
    "DateMention", "Document", "Entity", "Evidence", "Extraction", "FileState", "FoundClaim", "FoundMention", "FoundRelation", "Gap", "Header",
    "Judgement", "Link", "Member", "Mention", "Modality", "Occurrence", "OtherText", "Page", "PageText", "Party", "Polarity", "Problem", "Proposal",
    "Reading", "Referent", "Region", "Relation", "RelationSchema", "Review", "Trouble", "Verdict", "WordBox", "cite", "entity_schema", "find_apart",
    "first_day", "last_day", "make_id", "overlap", "precision_of", "problem_codes", "relation_schemata", "remedy_for", "stated_interval",
    "text_checksum",
]  # fmt: skip
