"""Which cable cites which, and which cables the case lacks."""

from dataclasses import dataclass

from cablegraph.model.answers.holdings import Count


@dataclass(frozen=True, slots=True)
class CitedCable:
    """A cable at the other end of a reference, with the words of the header that name it; ``by`` says what told: number, origin, day, dataset."""

    document: str
    title: str
    date: str | None
    words: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenReference:
    """A reference of ``document`` that leads to no one cable of the case.

    ``number`` is what it names (empty where it names none), ``why`` is ``not in the case``, ``several fit`` or ``no number``; ``candidates`` are the
    documents that fit equally.
    """

    document: str
    title: str
    words: str
    number: str
    why: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingNumbers:
    """A series with gaps: what it is called, how many of it are in the case, the numbers that are not, and the same in a sentence."""

    dataset: str
    series: str
    first: str
    last: str
    present: int
    missing: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class CitingAnswer:
    """What the numbers of cables tell of a trove: ``references`` that lead to a cable, the most cited ones, those that lead nowhere, and series with gaps.

    ``most_cited`` holds document ids with their titles; ``not_here`` the first ``not_here_total`` references to cables that the case has not.
    """

    references: int
    most_cited: tuple[Count, ...]
    not_here: tuple[OpenReference, ...]
    not_here_total: int
    gaps: tuple[MissingNumbers, ...]
