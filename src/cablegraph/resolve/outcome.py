"""What joining referents gives: links that were made, and pairs left for a person."""

from dataclasses import dataclass, field

from cablegraph.model import Link


@dataclass(slots=True)
class Outcome:
    """Links that were made, each from a referent to one of its cluster, and pairs left for a person."""

    links: dict[str, Link] = field(default_factory=dict)
    candidates: list[Link] = field(default_factory=list)

    def note(self, referent: str, other: str, score: float, reason: str) -> None:
        """Keep the best reason why a referent is where it is."""
        old = self.links.get(referent)
        if old is None or score > old.score:
            self.links[referent] = Link(referent, other, score, reason)
