"""The formats of headers that a case has of its own: the files in its folder ``formats``, checked, listed, and proposed from examples.

Knows where the files lie and which come first; what a format is, is ``extract.headers``'. The trap: a file with a fault stops the run before it begins, since
documents read without it would have to be read again.
"""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cablegraph.errors import NothingThere, SettingsInvalid, UsageFault
from cablegraph.extract.headers import (
    Fault,
    Format,
    Proposal,
    check_formats,
    known_formats,
    propose_format,
    read_formats,
)
from cablegraph.ingest import confine_process, read_file
from cablegraph.model import Reading
from cablegraph.settings import Limits, Settings
from cablegraph.workbench.executor import Lost, ProcessPool

FOLDER = "formats"
_MOST_BYTES = 1_000_000
_READER_SECONDS = 120


@dataclass(frozen=True, slots=True)
class FormatLine:
    """A format as it is listed: its name, the file it stands in (empty for one that comes with cablegraph), the type it proves, the fields it fills."""

    name: str
    file: str
    type: str | None
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file of formats with its faults, by line."""

    path: str
    formats: int
    faults: tuple[Fault, ...]


def format_files(case: Path) -> tuple[Path, ...]:
    """The files of formats of a case, ``CASE/formats/*.yml``, by name."""
    return tuple(sorted(p for p in (case / FOLDER).glob("*") if p.suffix in {".yml", ".yaml"} and p.is_file()))


def load_formats(case: Path) -> tuple[Format, ...]:
    """The formats that documents of a case are read by: its own first, by the names of their files, then cablegraph's.

    Raises:
        SettingsInvalid: A file has a fault; the message has its line, cause and remedy.
    """
    own = [layout for path in format_files(case) for layout in _checked(path)]
    return (*own, *known_formats())


def list_formats(case: Path | None) -> tuple[FormatLine, ...]:
    """The formats in the order in which they are tried; without a case only those that come with cablegraph.

    Raises:
        SettingsInvalid: A file has a fault.
    """
    rows = [_line(layout, str(path)) for path in (format_files(case) if case else ()) for layout in _checked(path)]
    return (*rows, *(_line(layout, "") for layout in known_formats()))


def check_file(path: Path) -> CheckedFile:
    """Check one file of formats.

    Raises:
        NothingThere: There is no such file, or it cannot be read.
    """
    if not path.is_file():
        message = f"There is no file {path}."
        raise NothingThere(message)
    try:
        text = _text(path)
    except ValueError as error:
        return CheckedFile(str(path), 0, (Fault(1, str(error), "Write it as UTF-8."),))
    faults = check_formats(text)
    return CheckedFile(str(path), 0 if faults else len(read_formats(text)), faults)


def learn_format(paths: Sequence[Path], name: str) -> Proposal:
    """Propose a format from example documents, each read in a process of its own as a case would read it, without OCR.

    Raises:
        NothingThere: A path is no file.
        UsageFault: No text could be read from any of them.
    """
    for path in paths:
        if not path.is_file():
            message = f"There is no file {path}. Nothing was written."
            raise NothingThere(message)
    texts: dict[int, str] = {}
    with tempfile.TemporaryDirectory(prefix="cablegraph-") as folder:
        copies, scratch = Path(folder, "examples"), Path(folder, "scratch")
        copies.mkdir()
        for number, path in enumerate(paths):
            shutil.copyfile(path, copies / str(number))
        items = [(number, path.name, copies) for number, path in enumerate(paths)]
        pool = ProcessPool(1, seconds=_READER_SECONDS, prepare=partial(_prepare, copies, scratch), answers=Reading)
        with pool:
            for item, result in pool.submit(_read, ([item] for item in items)):
                if not isinstance(result, Lost):
                    texts[item[0]] = "\n".join(page.text for page in result.pages)
    examples = [text for _, text in sorted(texts.items()) if text.strip()]
    if not examples:
        message = "No text could be read from these files. Nothing was written. Give documents with a text layer, or their text as .txt files."
        raise UsageFault(message)
    return propose_format(examples, name)


def _prepare(copies: Path, scratch: Path, _number: int) -> None:
    confine_process(copies, scratch, Limits())


def _read(item: tuple[int, str, Path]) -> Reading:
    number, name, copies = item
    return read_file(copies / str(number), name, settings=Settings(ocr=False), scratch=Path(tempfile.gettempdir()))


def _checked(path: Path) -> tuple[Format, ...]:
    try:
        return read_formats(_text(path))
    except ValueError as error:
        raise SettingsInvalid(path, str(error).rstrip(".")) from error


def _text(path: Path) -> str:
    if path.stat().st_size > _MOST_BYTES:
        message = "line 1: the file is larger than a megabyte"
        raise ValueError(message)
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = "line 1: the file is no UTF-8"
        raise ValueError(message) from error


def _line(layout: Format, file: str) -> FormatLine:
    fields = {name for name in layout.labels.values() if name}
    fields |= {name for pattern in layout.patterns for name in pattern.groupindex}
    return FormatLine(layout.name, file, layout.type, tuple(sorted(fields - {"year"})))
