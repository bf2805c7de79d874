"""How a run stands and what it did, and whether citations and judgements hold."""

from dataclasses import dataclass, field

from cablegraph.model.answers.holdings import Count, DatasetStatus
from cablegraph.model.citation import Citation


@dataclass(frozen=True, slots=True)
class RunState:
    """A run as another terminal sees it; times in seconds.

    ``remaining`` is None until enough was measured; ``alive`` is false after the run ended or was killed.
    """

    step: str
    done: int
    total: int
    bytes_done: int
    bytes_total: int
    pages: int
    elapsed: float
    remaining: float | None
    paused: bool
    alive: bool


@dataclass(frozen=True, slots=True)
class Status:
    """A case at a glance. ``steps`` maps a step to its counts by state; ``protection`` says what guards the readers; ``run`` is the last run's state."""

    name: str
    version: str
    datasets: tuple[DatasetStatus, ...]
    documents: int
    pages: int
    mentions: int
    dates: int
    entities: int
    relations: int
    claims: int
    judgements: int
    problems: tuple[Count, ...]
    languages: tuple[Count, ...]
    kinds: tuple[Count, ...]
    steps: dict[str, dict[str, int]]
    first_date: str | None
    last_date: str | None
    protection: str
    next: str
    run: RunState | None = None


@dataclass(frozen=True, slots=True)
class RunReport:
    """What one `add` did: counts by step, how long (seconds) each took, and what to do next."""

    seen: int
    read: int
    duplicates: int
    problems: int
    pending: int
    skipped: int = 0
    done: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    next: str = ""


@dataclass(frozen=True, slots=True)
class VerifyAnswer:
    """How many citations were read again and which no longer hold; the same for the originals and the chain of judgements."""

    citations: int
    broken: tuple[Citation, ...]
    originals: int
    damaged: tuple[str, ...]
    chain_holds: bool
