"""The ignore file: which files of an added folder a person wants left out.

Knows its name and its language, which is that of ``.gitignore``; the patterns are left to ``pathspec``. What it names is found and counted as left out,
never hidden. The trap: as in git, what lies in a folder that is left out cannot be taken in again.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cablegraph.model import Trouble
from cablegraph.text import decode

IGNORE_FILE = ".cablegraphignore"
"""The name of the file, at the top of an added folder."""

_LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """The patterns of one ignore file; ``trouble`` says that they cannot be read, and then nothing is left out."""

    match: Callable[[str], bool | None] | None = None
    trouble: Trouble | None = None

    @property
    def active(self) -> bool:
        """Whether there is a file of patterns."""
        return self.match is not None

    def leaves_out(self, path: str, *, folder: bool) -> bool:
        """Whether a path below the added folder, with slashes, is left out; folders above it have been asked before."""
        return self.match is not None and bool(self.match(f"{path}/" if folder else path))


def load_ignore(path: Path) -> IgnoreRules:
    """The rules in an ignore file; none where there is no such file."""
    from pathspec import GitIgnoreSpec

    try:
        if not path.is_file() or path.is_symlink():
            return IgnoreRules()
        with path.open("rb") as stream:
            lines = decode(stream.read(_LONGEST)).text.splitlines()
        spec = GitIgnoreSpec.from_lines(lines)
    except (OSError, ValueError, re.error) as error:
        cause = f"The ignore file cannot be used ({type(error).__name__}); nothing was left out by it"
        return IgnoreRules(None, Trouble("file-damaged", cause))
    return IgnoreRules(lambda text: spec.check_file(text).include)
