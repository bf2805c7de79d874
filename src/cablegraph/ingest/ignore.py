"""Which files of an added folder are left out: what programs leave behind, and what a person names in an ignore file.

Knows the name of ignore files and their language, which is that of ``.gitignore``, in every folder: one further down has the last word on what lies below
it. The patterns are left to ``pathspec``. What they name is found and counted as left out with the pattern that did it, never hidden. The traps: as in git,
what lies in a folder that is left out cannot be taken in again; and a trove may bring ignore files of its own, so a file with patterns that take long to
match is not used at all, and is told.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from cablegraph.ingest.kinds import kind_table
from cablegraph.model import Trouble
from cablegraph.text import decode

IGNORE_FILE = ".cablegraphignore"
"""The name of the file, in any added folder."""

JUNK = "junk"
"""The rule for what file managers and version control leave behind."""

IGNORED = "ignore-file"
"""The rule for what an ignore file names, and for the file itself; with the file and its pattern behind a colon for the first."""

_LONGEST = 1 << 20
_MOST_PATTERNS = 1000
"""In a folder's own file and those above it together."""
_MOST_STARS = 3
"""In one pattern: each star more multiplies the time to match a name by its length."""
_LONGEST_SHOWN = 80
_STARS = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """The patterns that hold in one folder: those of its own file, and ``above`` those of the folders that it lies in.

    ``folder`` is the folder's path below the added one, with a slash at its end, or empty; ``trouble`` says that its file cannot be used, and then that
    file leaves nothing out.
    """

    folder: str = ""
    spec: GitIgnoreSpec | None = None
    lines: tuple[str, ...] = ()
    above: "IgnoreRules | None" = None
    trouble: Trouble | None = None

    def find_rule(self, path: str, *, folder: bool) -> str:
        """The rule that leaves out a path below the added folder, or nothing; folders above it have been asked before."""
        rules: IgnoreRules | None = self
        while rules is not None:
            if rules.spec is not None:
                below = path[len(rules.folder) :]
                found = rules.spec.check_file(f"{below}/" if folder else below)
                if found.include is not None and found.index is not None:
                    shown = rules.lines[found.index].strip()[:_LONGEST_SHOWN]
                    return f"{IGNORED}: {rules.folder}{IGNORE_FILE}: {shown}" if found.include else ""
            rules = rules.above
        return ""

    def count(self) -> int:
        """How many lines hold in the folder."""
        total, rules = 0, self
        while True:
            total += len(rules.lines)
            if rules.above is None:
                return total
            rules = rules.above


def load_ignore(path: Path, folder: str = "", above: IgnoreRules | None = None) -> IgnoreRules:
    """The rules that hold in a folder; those above it where it has no ignore file of its own.

    Args:
        path: The folder on disk.
        folder: Its path below the added folder, with a slash at its end; empty for the added folder.
        above: The rules of the folder that it lies in.
    """
    source = path / IGNORE_FILE
    try:
        if not source.is_file() or source.is_symlink():
            return above or IgnoreRules()
        with source.open("rb") as stream:
            lines = tuple(decode(stream.read(_LONGEST)).text.splitlines())
        if len(lines) + (above.count() if above else 0) > _MOST_PATTERNS:
            return _refuse(folder, above, f"more than {_MOST_PATTERNS:,} lines")
        if any(len(_STARS.findall(line)) > _MOST_STARS for line in lines if not line.startswith("#")):
            return _refuse(folder, above, f"more than {_MOST_STARS} stars in one pattern")
        return IgnoreRules(folder, GitIgnoreSpec.from_lines(lines), lines, above)
    except (OSError, ValueError, re.error) as error:
        return _refuse(folder, above, type(error).__name__)


def _refuse(folder: str, above: IgnoreRules | None, why: str) -> IgnoreRules:
    cause = f"The ignore file cannot be used ({why}); nothing was left out by it"
    return IgnoreRules(folder, above=above, trouble=Trouble("file-damaged", cause))


def is_junk(name: str, *, folder: bool = False) -> bool:
    """Whether a file or folder of this bare name is what programs leave behind."""
    junk = kind_table()["junk"]
    if folder:
        return name in junk["folders"]
    return name in junk["names"] or name.startswith(tuple(junk["prefixes"]))
