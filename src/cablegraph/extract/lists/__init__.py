"""Reference lists of known people, bodies, posts and places: read, found in texts, and led from names to the list's ids.

A list raises recall (names of two words and more that the taggers missed) and links (one id where just one fits). It never takes a mention away.
"""

from cablegraph.extract.lists.finding import Finder, Listed, add_listed
from cablegraph.extract.lists.linking import Linker, link_listed
from cablegraph.extract.lists.reading import Entry, ListFault, ReferenceList, load_list

__all__ = [
    "Entry",
    "Finder",
    "Linker",
    "ListFault",
    "Listed",
    "ReferenceList",
    "add_listed",
    "link_listed",
    "load_list",
]
