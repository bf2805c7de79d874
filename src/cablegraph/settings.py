"""The one reader of configuration: ``case.toml`` and the environment.

A person edits ``case.toml`` and nothing else. Unknown keys and wrong types are refused with the key and the remedy.
"""

import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from cablegraph.errors import SettingsInvalid


@dataclass(frozen=True, slots=True)
class Limits:
    """What a hostile file may cost at most.

    ``max_file_mb`` in MiB for one file; ``max_expansion`` is unpacked bytes per packed byte; ``max_members`` of one archive; ``max_depth`` of archives in
    archives; ``max_pages`` of one document; ``max_pixels`` of one image; ``reader_seconds`` and ``ocr_seconds`` of wall time for a file and for a page.
    """

    max_file_mb: int = 2048
    max_expansion: int = 200
    max_unpacked_mb: int = 8192
    max_members: int = 100_000
    max_depth: int = 8
    max_pages: int = 20_000
    max_pixels: int = 200_000_000
    reader_seconds: int = 600
    ocr_seconds: int = 120


@dataclass(frozen=True, slots=True)
class Settings:
    """What a case is called, which languages its pages may be in, and its limits. ``workers`` 0 means one per core.

    ``taggers`` are the sections ``[[taggers]]`` as they stand; what they may hold is for ``extract.plugins`` to say.
    ``ocr_waits`` is set by a run while it reads what needs no OCR, never by ``case.toml``.
    """

    name: str = "case"
    languages: tuple[str, ...] = ("fa", "ar", "en")
    ocr: bool = True
    workers: int = 0
    limits: Limits = Limits()
    ocr_waits: bool = False
    taggers: tuple[Mapping[str, object], ...] = ()

    @property
    def worker_count(self) -> int:
        """How many processes work at once."""
        return self.workers or len(os.sched_getaffinity(0))


def load_settings(path: Path) -> Settings:
    """Read a ``case.toml``.

    Raises:
        SettingsInvalid: The file is no TOML, or a key is unknown or of a wrong type.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsInvalid(path, str(error)) from error
    limits = data.pop("limits", {})
    if not isinstance(limits, dict):
        raise SettingsInvalid(path, "`limits` is a section: write [limits] and its keys below it")
    taggers = data.pop("taggers", [])
    if not isinstance(taggers, list) or not all(isinstance(entry, dict) for entry in taggers):
        raise SettingsInvalid(path, "`taggers` are sections: write [[taggers]] and the keys of one tagger below it")
    plain: dict[str, object] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    return replace(
        Settings(**_checked(Settings, plain, path)),  # type: ignore[arg-type]
        limits=Limits(**_checked(Limits, limits, path)),  # type: ignore[arg-type]
        taggers=tuple(taggers),
    )


NOT_IN_FILE = frozenset({"limits", "ocr_waits", "taggers"})
"""Fields of ``Settings`` that are no plain key of ``case.toml``."""
_SAID = {str: "a string", int: "a whole number", bool: "true or false", tuple: "a list"}


def _checked(kind: type, values: dict[str, object], path: Path) -> dict[str, object]:
    known = {f.name: type(getattr(kind(), f.name)) for f in fields(kind)}
    for key, value in values.items():
        if key not in known or key in NOT_IN_FILE:
            raise SettingsInvalid(
                path, f"the key {key!r} is unknown; known are {', '.join(k for k in known if k not in NOT_IN_FILE)}"
            )
        if type(value) is not known[key]:
            raise SettingsInvalid(path, f"the key {key!r} wants {_SAID[known[key]]}")
        if isinstance(value, int) and value < 0:
            raise SettingsInvalid(path, f"the key {key!r} must not be below 0")
        if isinstance(value, tuple) and not all(isinstance(item, str) for item in value):
            raise SettingsInvalid(path, f"the key {key!r} wants strings in its list")
    return values


def dump_settings(settings: Settings) -> str:
    """The text of a new ``case.toml``; the limits stand in it as comments."""
    languages = ", ".join(f'"{x}"' for x in settings.languages)
    name = json.dumps(settings.name, ensure_ascii=False).replace("\x7f", "\\u007f")  # a JSON string is a TOML string
    limits = "".join(f"# {f.name} = {getattr(settings.limits, f.name)}\n" for f in fields(Limits))
    head = (
        f"name = {name}",
        f"languages = [{languages}]",
        f"ocr = {str(settings.ocr).lower()}",
        f"workers = {settings.workers}",
        "",
        "[limits]",
    )
    return "\n".join(head) + "\n" + limits


def database_url() -> str | None:
    """The address of the database server in ``CABLEGRAPH_DATABASE``; None where the SQLite file in the case is meant."""
    return os.environ.get("CABLEGRAPH_DATABASE") or None
