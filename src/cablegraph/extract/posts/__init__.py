"""Who held which post when, from entries of lists of persons.

Public: :func:`find_descriptions` for whole texts, :func:`find_terms` for one description.
"""

from cablegraph.extract.posts.describe import Term, find_descriptions, find_terms

__all__ = ["Term", "find_descriptions", "find_terms"]
