"""Mentions of one document linked to what they mean in it: referents, the units that resolution clusters across documents.

Public: :func:`link_within`, which leaves open whatever is ambiguous.
"""

from cablegraph.extract.linking.referents import Linked, link_within, referent_id
from cablegraph.extract.linking.short_forms import complete_mentions, defined_acronyms, find_short_forms, known_surnames
from cablegraph.extract.linking.titles import post_name

__all__ = [
    "Linked",
    "complete_mentions",
    "defined_acronyms",
    "find_short_forms",
    "known_surnames",
    "link_within",
    "post_name",
    "referent_id",
]
