"""What a case says when its facts are put together: relations of entities, the network in time, posts and their holders, the timeline, near copies.

Pure functions over cards and texts; nothing here reads a database.
"""

from cablegraph.analyse.changes import find_changes
from cablegraph.analyse.citing import NOT_HERE, Cable, Citing, Unresolved, build_citing
from cablegraph.analyse.copies import (
    SKETCH_VERSION,
    Likeness,
    compare_words,
    find_differences,
    find_keys,
    split_words,
)
from cablegraph.analyse.deliveries import find_only_in
from cablegraph.analyse.gaps import Numbered, describe_gap, find_gaps
from cablegraph.analyse.gather import Decision, Ends, gather_relations
from cablegraph.analyse.measures import measure_network
from cablegraph.analyse.network import NetworkQuestion, build_network, holds_in
from cablegraph.analyse.paths import find_chains
from cablegraph.analyse.posts import PostsQuestion, build_posts
from cablegraph.analyse.timeline import TimelineQuestion, Written, build_timeline

__all__ = [
    "NOT_HERE",
    "SKETCH_VERSION",
    "Cable",
    "Citing",
    "Decision",
    "Ends",
    "Likeness",
    "NetworkQuestion",
    "Numbered",
    "PostsQuestion",
    "TimelineQuestion",
    "Unresolved",
    "Written",
    "build_citing",
    "build_network",
    "build_posts",
    "build_timeline",
    "compare_words",
    "describe_gap",
    "find_chains",
    "find_changes",
    "find_differences",
    "find_gaps",
    "find_keys",
    "find_only_in",
    "gather_relations",
    "holds_in",
    "measure_network",
    "split_words",
]
