"""The capture map: the posts of an institution or a country in time, and what ties their holders to a power."""

from dataclasses import dataclass

from cablegraph.model.answers.entities import End, RelationCard


@dataclass(frozen=True, slots=True)
class PowerTie:
    """What ties a person to a power.

    ``kind`` is, strongest first, ``agent``, ``sided``, ``serves``, ``backed``, ``fought``, ``kin``, ``contact`` or ``linked``; ``through`` is the person of the
    power whom the tie leads to, with ``proof`` that they are its, both None where it leads to the power itself. ``weight`` is ``strong``, ``fair`` or ``weak``;
    ``grade`` the best Admiralty code (``B2``) of the documents that say so, empty where none is graded. ``certain`` is true where the tie itself is sure.
    """

    kind: str
    relation: RelationCard
    through: End | None
    proof: RelationCard | None
    weight: str
    grade: str
    certain: bool


@dataclass(frozen=True, slots=True)
class CaptureHolder:
    """A holder of a post by the relation that says so, with the ties to the power, the strongest first, and what somebody denies.

    ``strongest`` is the kind of the first tie; empty means that no tie is known, not that there is none.
    """

    relation: RelationCard
    strongest: str
    certain: bool
    ties: tuple[PowerTie, ...]
    denied: tuple[RelationCard, ...]


@dataclass(frozen=True, slots=True)
class CapturePost:
    """A post with its holders in order of time."""

    post: End
    organization: End | None
    holders: tuple[CaptureHolder, ...]


@dataclass(frozen=True, slots=True)
class MonthShare:
    """A month (``2014-11``) of the curve, in numbers of posts.

    ``posts`` somebody holds or may hold; ``held`` certainly; ``certain`` are certainly held by somebody certainly tied, ``possible`` may be held by somebody
    who may be tied. ``certain`` <= ``possible`` <= ``posts``; of what is over ``possible`` nothing is known.
    """

    month: str
    posts: int
    held: int
    certain: int
    possible: int


@dataclass(frozen=True, slots=True)
class CaptureAnswer:
    """The capture map of a body by a power.

    ``first`` and ``last`` are the months of the curve (None where nothing has a date); ``people`` counts holders, ``tied`` those with a known tie;
    ``bodies`` are what counted as the power, ``hidden`` posts beyond the limit.
    """

    body: End
    power: End
    posts: tuple[CapturePost, ...]
    months: tuple[MonthShare, ...]
    first: str | None
    last: str | None
    people: int
    tied: int
    bodies: tuple[End, ...]
    hidden: int
