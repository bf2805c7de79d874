"""One cable's reference to another, as the headers of both tell it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitingEdge:
    """``document`` refers to ``cited``, in the ``words`` of its header; ``by`` says what told: number, origin, day, dataset."""

    document: str
    cited: str
    words: str
    by: tuple[str, ...]
