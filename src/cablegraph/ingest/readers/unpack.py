"""The members of any container, laid one after the other for the case to take.

Knows what holds for every container: junk is skipped and counted, a member that cannot be had costs none of the others, a bomb ends the unpacking and
leaves what came before, and all stops in time. How a format stores its members is left to those who yield the entries. The trap: an iterator over
hostile bytes may end by an error at any point, and what it has given by then is kept.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cablegraph.ingest.budget import OverBudget
from cablegraph.ingest.ignore import is_junk
from cablegraph.ingest.members import MemberShelf
from cablegraph.ingest.plain import clean_characters
from cablegraph.ingest.task import Task
from cablegraph.model import Trouble
from cablegraph.text import decode, script_of

_SHOWN = 300
_TOLD = 1000
"""How many members with the same trouble are told one by one; those beyond are counted."""


class MemberLost(Exception):
    """A member, or all that is left of a container, cannot be had; ``code`` and ``cause`` are those of the trouble."""

    def __init__(self, code: str, cause: str) -> None:
        super().__init__(code)
        self.code = code
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Entry:
    """One member as its container tells of it; ``chunks`` yields its bytes, once and before the next entry is asked for, and may raise MemberLost."""

    name: str
    chunks: Callable[[], Iterable[bytes]]


def lost_entry(name: str, code: str, cause: str) -> Entry:
    """An entry whose bytes are not to be had, for a reason that is known beforehand."""

    def refuse() -> Iterator[bytes]:
        raise MemberLost(code, cause)

    return Entry(name, refuse)


def lay_entries(entries: Iterable[Entry], shelf: MemberShelf, task: Task, *, skip_junk: bool = True) -> int:
    """Lay every entry that may be laid; returns how many were junk. What was wrong stands in the shelf's troubles."""
    told: Counter[str] = Counter()
    junk = seen = 0
    for entry in _guarded(entries, shelf):
        if skip_junk and is_junk_member(entry.name):
            junk += 1
            continue
        if seen == task.limits.max_members:
            cause = f"The archive has more members than the limit, {seen:,}; the rest was left"
            shelf.troubles.append(Trouble("archive-too-many", cause))
            break
        if task.is_late():
            cause = f"Unpacking took too long; {seen:,} members were dealt with and the rest was left"
            shelf.troubles.append(Trouble("reader-timeout", cause))
            break
        seen += 1
        shown = clean_characters(entry.name)[:_SHOWN]
        try:
            shelf.add(entry.name, entry.chunks())
        except OverBudget as error:
            shelf.troubles.append(
                Trouble(error.code, f"{error.cause}, at the member {shown}; what came before is kept")
            )
            if error.code != "file-too-large":
                break
        except MemberLost as error:
            told[error.code] += 1
            if told[error.code] <= _TOLD:
                shelf.troubles.append(Trouble(error.code, f"The member {shown}: {error.cause}"))
    for code, number in told.items():
        if number > _TOLD:
            shelf.troubles.append(Trouble(code, f"The same holds for {number - _TOLD:,} further members"))
    return junk


def _guarded(entries: Iterable[Entry], shelf: MemberShelf) -> Iterator[Entry]:
    try:
        yield from entries
    except OverBudget as error:
        shelf.troubles.append(Trouble(error.code, f"{error.cause}; what came before is kept"))
    except MemberLost as error:
        shelf.troubles.append(Trouble(error.code, error.cause))


def is_junk_member(name: str) -> bool:
    """Whether a path in a container is what programs leave behind, or lies in such a folder."""
    parts = name.replace("\\", "/").split("/")
    return is_junk(parts[-1]) or any(is_junk(p, folder=True) for p in parts[:-1])


def decode_name(raw: bytes, otherwise: str = "cp437") -> str:
    """A name that was stored without its encoding: tried as UTF-8, then as an Arabic code page, before the code page ``otherwise`` is believed."""
    if raw.isascii():
        return raw.decode("ascii")
    decoded = decode(raw)
    if decoded.encoding.startswith("utf-8") or script_of(decoded.text) == "Arab":
        return decoded.text
    return raw.decode(otherwise, "replace")
