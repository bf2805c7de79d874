"""Who held which post when, from entries of lists of persons.

Public: :func:`find_descriptions` for whole texts, :func:`find_terms` for one description.
"""

from cablegraph.extract.posts.describe import find_descriptions
from cablegraph.extract.posts.terms import Term, find_terms

__all__ = ["Term", "find_descriptions", "find_terms"]
