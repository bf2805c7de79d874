"""Relations between the people and bodies of a text, read by rules that are data (``data/*.yml``), each with the sentence that states it.

Public: :func:`find_relations`; :data:`SURE`, the least confidence of a relation to be relied on; :func:`is_head`; :func:`load_examples` gives the
examples by which the rules are tested and documented.
"""

from cablegraph.extract.relations.find import SURE, find_relations
from cablegraph.extract.relations.lexicon import is_head
from cablegraph.extract.relations.patterns import load_examples

__all__ = ["SURE", "find_relations", "is_head", "load_examples"]
