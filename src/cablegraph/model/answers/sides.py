"""Who changed sides, what cannot both be true, whom a handler ran, who met whom, and who stands between a service and a state."""

from dataclasses import dataclass

from cablegraph.model.answers.entities import End, RelationCard


@dataclass(frozen=True, slots=True)
class Switch:
    """A change of sides.

    ``former`` is the side that was left, None where the trove names none; ``first`` and ``last`` (ISO, None = not said) hold the time of the change.
    ``told`` are the relations that say so, on the word of each one's ``asserted_by``; ``before`` tie the person to other sides until then, ``against`` speak
    against the change. ``kind`` is ``went over`` where somebody says so, ``rival body`` where a service ended and one of an opponent began, by ``opposed``.
    """

    kind: str
    person: End
    former: End | None
    side: End
    first: str | None
    last: str | None
    told: tuple[RelationCard, ...]
    before: tuple[RelationCard, ...]
    against: tuple[RelationCard, ...]
    opposed: tuple[RelationCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two relations that cannot both hold.

    ``kind`` is ``holders`` (two people surely in one post on one day), ``denied`` (affirmed and denied), ``date`` (one event or one beginning on two dates) or
    ``place`` (one person in two places on one day); ``about`` is the post or person that it concerns.
    """

    kind: str
    about: End
    one: RelationCard
    other: RelationCard


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who was recruited or run: the relations that say so, the names and codenames linked to them, and what denies it."""

    person: End
    relations: tuple[RelationCard, ...]
    names: tuple[RelationCard, ...]
    against: tuple[RelationCard, ...]


@dataclass(frozen=True, slots=True)
class Handler:
    """A person or service with the agents that the trove says they recruited or ran, the latest last."""

    handler: End
    agents: tuple[Agent, ...]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting, and where else its people are said to have been on that day."""

    relation: RelationCard
    elsewhere: tuple[RelationCard, ...]


@dataclass(frozen=True, slots=True)
class MeetingsAnswer:
    """Meetings in order of time, those without a date at the end, and how many there are in all."""

    total: int
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """A holder of posts with the relations that tie them to somebody: a go-between, or the service itself."""

    holder: End
    posts: tuple[RelationCard, ...]
    relations: tuple[RelationCard, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Somebody who is tied to a service and to holders of posts of a state."""

    person: End
    service: tuple[RelationCard, ...]
    reaches: tuple[Reach, ...]


@dataclass(frozen=True, slots=True)
class BetweenAnswer:
    """Who stands between a service and the posts of a body, those who reach most holders first; ``direct`` are holders tied to the service themselves."""

    service: End
    body: End
    posts: int
    between: tuple[Between, ...]
    direct: tuple[Reach, ...]
