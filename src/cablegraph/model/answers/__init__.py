"""What the workbench answers: the shapes that the command line prints, the HTTP API serves and the screens show.

They hold plain values and other frozen data, so that the same object becomes JSON everywhere.
"""

from cablegraph.model.answers.capture import CaptureAnswer, CaptureHolder, CapturePost, MonthShare, PowerTie
from cablegraph.model.answers.citing import CitedCable, CitingAnswer, MissingNumbers, OpenReference
from cablegraph.model.answers.deciding import EntityChange, ExchangeReport, MergeAnswer, ResolutionReport, Side
from cablegraph.model.answers.documents import (
    Difference,
    DifferenceAnswer,
    DocumentAnswer,
    NearCopy,
    PageView,
    TextMark,
    ThreadLine,
)
from cablegraph.model.answers.entities import Candidate, End, EntityAnswer, EntityCard, MemberCard, RelationCard
from cablegraph.model.answers.graph import Edge, NetworkAnswer, Node, TimelineAnswer, TimelineItem
from cablegraph.model.answers.holdings import (
    CompletenessAnswer,
    Count,
    DatasetStatus,
    FileCount,
    FileLine,
    ManifestCheck,
    ProblemCard,
    ProblemCount,
    TrancheAnswer,
    TrancheLine,
)
from cablegraph.model.answers.ledger import ClaimCard
from cablegraph.model.answers.places import PlaceAnswer, PlaceChoice, PlaceLine, PlacesAnswer
from cablegraph.model.answers.posts import Holder, PostLine, PostsAnswer
from cablegraph.model.answers.questions import Chain, ChangeAnswer, ConnectionAnswer, MeasureAnswer, Standing
from cablegraph.model.answers.running import RunReport, RunState, Status, VerifyAnswer
from cablegraph.model.answers.searching import Hit, Mark, SearchAnswer, Snippet
from cablegraph.model.answers.sides import (
    Agent,
    Between,
    BetweenAnswer,
    Contradiction,
    Handler,
    MeetingLine,
    MeetingsAnswer,
    Reach,
    Switch,
)

__all__ = [
    "Agent",
    "Between",
    "BetweenAnswer",
    "Candidate",
    "CaptureAnswer",
    "CaptureHolder",
    "CapturePost",
    "Chain",
    "ChangeAnswer",
    "CitedCable",
    "CitingAnswer",
    "ClaimCard",
    "CompletenessAnswer",
    "ConnectionAnswer",
    "Contradiction",
    "Count",
    "DatasetStatus",
    "Difference",
    "DifferenceAnswer",
    "DocumentAnswer",
    "Edge",
    "End",
    "EntityAnswer",
    "EntityCard",
    "EntityChange",
    "ExchangeReport",
    "FileCount",
    "FileLine",
    "Handler",
    "Hit",
    "Holder",
    "ManifestCheck",
    "Mark",
    "MeasureAnswer",
    "MeetingLine",
    "MeetingsAnswer",
    "MemberCard",
    "MergeAnswer",
    "MissingNumbers",
    "MonthShare",
    "NearCopy",
    "NetworkAnswer",
    "Node",
    "OpenReference",
    "PageView",
    "PlaceAnswer",
    "PlaceChoice",
    "PlaceLine",
    "PlacesAnswer",
    "PostLine",
    "PostsAnswer",
    "PowerTie",
    "ProblemCard",
    "ProblemCount",
    "Reach",
    "RelationCard",
    "ResolutionReport",
    "RunReport",
    "RunState",
    "SearchAnswer",
    "Side",
    "Snippet",
    "Standing",
    "Status",
    "Switch",
    "TextMark",
    "ThreadLine",
    "TimelineAnswer",
    "TimelineItem",
    "TrancheAnswer",
    "TrancheLine",
    "VerifyAnswer",
]
