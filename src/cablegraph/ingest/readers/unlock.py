"""Office documents locked with a password, opened with the passwords that the case was given.

Knows when none of them fits. The words of a document are left to its reader. The trap: trying a password is made slow on purpose, so few are tried.
"""

from collections.abc import Sequence
from pathlib import Path

from cablegraph.model import Trouble

_MOST_TRIED = 50


def unlock(content: Path, passwords: Sequence[str], target: Path) -> bool:
    """Write the document without its lock to ``target``; False where no password fits or the way of locking is not known."""
    if not passwords:
        return False
    import msoffcrypto

    for password in passwords[:_MOST_TRIED]:
        try:
            with content.open("rb") as stream, target.open("wb") as out:
                office = msoffcrypto.OfficeFile(stream)
                office.load_key(password=password)
                office.decrypt(out)
        except OSError:
            raise
        except Exception:  # noqa: BLE001, S112 - a wrong key shows itself as damage of many kinds
            continue
        if target.stat().st_size:
            return True
    target.unlink(missing_ok=True)
    return False


def locked_trouble(what: str, passwords: Sequence[str]) -> Trouble:
    """The trouble of a document that stays locked."""
    tried = f"; none of {len(passwords):,} passwords fits" if passwords else ""
    return Trouble("password-needed", f"The {what} is locked with a password{tried}")
