"""Mentions of one document linked to what they mean in it: referents, the units that resolution clusters across documents.

Public: :func:`link_within`, which leaves open whatever is ambiguous.
"""

from cablegraph.extract.linking.referents import Linked, link_within, referent_id

__all__ = ["Linked", "link_within", "referent_id"]
