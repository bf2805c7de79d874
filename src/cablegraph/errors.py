"""The exceptions that a user of cablegraph meets, one for each thing somebody does about it.

Each composes its own sentence (what happened, to what, what is untouched, what to do) and owns its exit code and HTTP status.
The table in ``docs/reference/errors.md`` lists them all; a test keeps it complete.
"""

from pathlib import Path
from typing import ClassVar


class CablegraphError(Exception):
    """The root of all; never raised itself."""

    exit_code: ClassVar[int] = 1
    status: ClassVar[int] = 500


class UsageFault(CablegraphError):
    """The command or the request asks for something that makes no sense."""

    exit_code = 2
    status = 400


class CaseMissing(CablegraphError):
    """There is no case in the folder."""

    exit_code = 3
    status = 404

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There is no case in {folder}. Make one with `cablegraph new {folder}`.")


class CaseExists(CablegraphError):
    """The folder for a new case is taken."""

    exit_code = 4
    status = 409

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is not empty. Nothing was changed. Choose another folder for the new case.")


class CaseNewer(CablegraphError):
    """The case was written by a newer version."""

    exit_code = 5
    status = 409

    def __init__(self, folder: Path, have: str) -> None:
        super().__init__(
            f"The case {folder} has schema {have}, which this version does not know. Nothing was changed. Update cablegraph."
        )


class CaseLocked(CablegraphError):
    """Another process is adding to the case."""

    exit_code = 6
    status = 423

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Another process is working on the case {folder}. Nothing was changed. Wait for it or stop it, then run again."
        )


class CaseDamaged(CablegraphError):
    """The database of the case cannot be read."""

    exit_code = 7
    status = 500

    def __init__(self, folder: Path, cause: str) -> None:
        super().__init__(
            f"The database of the case {folder} cannot be read ({cause}). "
            "Nothing was changed. Restore case.db from a backup; the originals in archive/ are whole."
        )


class SettingsInvalid(CablegraphError):
    """``case.toml`` is wrong."""

    exit_code = 8
    status = 500

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path} cannot be used: {cause}. Nothing was changed. Mend the file and run again.")


class NothingThere(CablegraphError):
    """A path to add, an entity, a document or a page does not exist."""

    exit_code = 9
    status = 404


class QueryInvalid(CablegraphError):
    """A search query cannot be read."""

    exit_code = 10
    status = 400


class DiskFull(CablegraphError):
    """No room is left to write."""

    exit_code = 11
    status = 507

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The disk of {folder} is full. What was read so far is kept. Free some room and run the same command again."
        )


class CitationsBroken(CablegraphError):
    """``verify`` found citations that no longer hold."""

    exit_code = 12
    status = 500
