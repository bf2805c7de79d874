"""What a tagger from outside is: it has a name and a version, knows languages, and proposes names in a text.

A proposal is a claim about the text, to be checked by ``checking``; no tagger makes mentions itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that a tagger saw: its words as they stand, the tagger's own label, how sure it is (0-1), and where it begins if the tagger says.

    Without ``start`` every place where the words stand is meant.
    """

    quote: str
    label: str
    confidence: float
    start: int | None = None


class Tagger(Protocol):
    """A finder of names. ``languages`` is empty where it takes any."""

    @property
    def name(self) -> str:
        """What the newsroom calls it."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever it would find something else; part of the origin of every mention."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """Codes of the languages it reads."""
        ...

    def tag(self, text: str, language: str | None) -> Iterable[Proposal]:
        """Propose names in a text.

        Raises:
            TaggerFailed: No answer could be had for some of the text.
        """
        ...


class TaggerFailed(Exception):
    """A tagger could not answer for a text; ``cause`` is a word for counting, never words of the document. ``proposals`` is what it said before that."""

    def __init__(self, cause: str, count: int = 1, proposals: tuple[Proposal, ...] = ()) -> None:
        super().__init__(cause)
        self.cause = cause
        self.count = count
        self.proposals = proposals
