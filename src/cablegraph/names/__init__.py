"""Names of people in Arabic, Persian and Latin script: their parts, whether two are one person's, keys to find them, a form to show.

Knows languages and letters, no people: letter correspondences with costs, compounds and articles, titles and particles, how frequent a name
is. Every table is readable YAML in ``data``.
"""

from cablegraph.names.compare import Comparison, Comparisons, compare_names, compare_prepared
from cablegraph.names.index import Hit, NameIndex
from cablegraph.names.keys import name_keys
from cablegraph.names.parse import parse_name
from cablegraph.names.parts import Kind, Name, Part
from cablegraph.names.prepare import prepare_names
from cablegraph.names.romanise import CONVENTION, find_guesses, romanise
from cablegraph.names.similarity import word_similarity

__all__ = [
    "CONVENTION",
    "Comparison",
    "Comparisons",
    "Hit",
    "Kind",
    "Name",
    "NameIndex",
    "Part",
    "compare_names",
    "compare_prepared",
    "find_guesses",
    "name_keys",
    "parse_name",
    "prepare_names",
    "romanise",
    "word_similarity",
]
