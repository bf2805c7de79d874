"""Posts in time: who held each, one after the other."""

from dataclasses import dataclass

from cablegraph.model.answers.entities import End, RelationCard


@dataclass(frozen=True, slots=True)
class Holder:
    """One person's time in a post, by the relation that says so, with whom it follows and who follows it, where that is told by dates.

    ``sure`` tells of the day that was asked for: true where the relation certainly covers it, false where it only may; None where no day was asked for.
    """

    relation: RelationCard
    before: End | None
    after: End | None
    sure: bool | None = None


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post of a body with its holders in order of time; ``clashes`` are pairs of relations (ids) that both cover one day with different holders."""

    post: End
    organization: End | None
    holders: tuple[Holder, ...]
    clashes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PostsAnswer:
    """Posts, those with most holders first, and how many there are in all."""

    total: int
    posts: tuple[PostLine, ...]
