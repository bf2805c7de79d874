"""What a case says when its facts are put together: the network in time, posts and who holds their holders, changes of sides, the timeline, near copies.

Pure functions over cards and texts; nothing here reads a database.
"""

from cablegraph.analyse.between import find_between
from cablegraph.analyse.capture import CaptureQuestion, build_capture
from cablegraph.analyse.changes import find_changes
from cablegraph.analyse.citing import NOT_HERE, Cable, Citing, Unresolved, build_citing
from cablegraph.analyse.contradictions import find_contradictions
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
from cablegraph.analyse.handlers import find_handlers
from cablegraph.analyse.measures import measure_network
from cablegraph.analyse.meetings import MeetingsQuestion, find_meetings
from cablegraph.analyse.network import NetworkQuestion, build_network, holds_in
from cablegraph.analyse.paths import find_chains
from cablegraph.analyse.posts import PostsQuestion, build_posts
from cablegraph.analyse.realms import Realm, is_named, join_realms, make_realm
from cablegraph.analyse.switches import find_switches
from cablegraph.analyse.timeline import TimelineQuestion, Written, build_timeline

__all__ = [
    "NOT_HERE",
    "SKETCH_VERSION",
    "Cable",
    "CaptureQuestion",
    "Citing",
    "Decision",
    "Ends",
    "Likeness",
    "MeetingsQuestion",
    "NetworkQuestion",
    "Numbered",
    "PostsQuestion",
    "Realm",
    "TimelineQuestion",
    "Unresolved",
    "Written",
    "build_capture",
    "build_citing",
    "build_network",
    "build_posts",
    "build_timeline",
    "compare_words",
    "describe_gap",
    "find_between",
    "find_chains",
    "find_changes",
    "find_contradictions",
    "find_differences",
    "find_gaps",
    "find_handlers",
    "find_keys",
    "find_meetings",
    "find_only_in",
    "find_switches",
    "gather_relations",
    "holds_in",
    "is_named",
    "join_realms",
    "make_realm",
    "measure_network",
    "split_words",
]
