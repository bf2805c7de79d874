"""What a case holds: files by state, problems, completeness, deliveries and the check of a manifest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """A value with how often it occurs and the words to show for it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class DatasetStatus:
    """What became of the files of one dataset: ``seen`` = ``read`` + ``duplicates`` + ``skipped`` + ``problems`` + ``pending``."""

    name: str
    kind: str
    seen: int
    read: int
    duplicates: int
    problems: int
    pending: int
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class FileCount:
    """What became of the files of one folder or kind in a dataset; the numbers add up as in ``DatasetStatus``."""

    dataset: str
    group: str
    seen: int
    read: int
    duplicates: int
    problems: int
    pending: int
    skipped: int


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file at its place; ``modified`` is its time of change on disk, not the date of a document. ``document`` where text came out of it."""

    dataset: str
    path: str
    state: str
    size: int
    sha256: str
    modified: str
    reader: str
    rule: str
    document: str | None


@dataclass(frozen=True, slots=True)
class ProblemCount:
    """How many files of a dataset have trouble of one code, what to do about it, and the command that tries just those again."""

    dataset: str
    code: str
    title: str
    remedy: str
    files: int
    retry: str


@dataclass(frozen=True, slots=True)
class ProblemCard:
    """Trouble with one file, as the screen shows it."""

    id: str
    dataset: str
    path: str
    code: str
    title: str
    cause: str
    remedy: str
    step: str
    document: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class CompletenessAnswer:
    """The proof that an import is complete: ``complete`` is true where every file is accounted for and none waits."""

    complete: bool
    totals: tuple[DatasetStatus, ...]
    folders: tuple[FileCount, ...]
    kinds: tuple[FileCount, ...]
    problems: tuple[ProblemCount, ...]


@dataclass(frozen=True, slots=True)
class TrancheLine:
    """One file of a later delivery, or one that is missing from it.

    ``change`` is ``new`` (content not in the earlier one), ``repeated`` (the same content), ``changed`` (the same place, other content) or ``gone``;
    ``before`` is the place in the earlier delivery, where there is one.
    """

    change: str
    path: str
    before: str
    size: int
    sha256: str
    document: str | None


@dataclass(frozen=True, slots=True)
class TrancheAnswer:
    """What a later delivery adds to an earlier one: how many files of each change, and the files."""

    earlier: str
    later: str
    counts: tuple[Count, ...]
    lines: tuple[TrancheLine, ...]


@dataclass(frozen=True, slots=True)
class ManifestCheck:
    """A manifest held against a case: files that agree, and the places that do not, by what is wrong with them."""

    agree: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    unlisted: tuple[str, ...]
    damaged: tuple[str, ...]
    signature: str
