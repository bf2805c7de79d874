"""The folder of an index: one file for each segment, the marks of removed names, and a list of what counts.

``index.json`` names the files that belong to the index. A save writes new files first and the list last, so that a crash leaves the index as
it was before; files that no list names are swept away by the next save.

The trap: files hold the numbers of the tables they were made with. Those of other tables are read for their names only, and prepared anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from cablegraph.names.columns import Texts, flush_folder, open_columns, write_columns
from cablegraph.names.kernel.layout import Bools
from cablegraph.names.segment import Segment, make_segment
from cablegraph.names.tables import fingerprint

FORMAT = 1
_LIST = "index.json"
_SEGMENT, _REMOVED = ".names", ".removed"


class Shelf:
    """The files of one index, as this process knows them."""

    def __init__(self, folder: Path, state: dict[str, Any]) -> None:
        self._folder = folder
        self._state = state
        self._files: dict[Segment, str] = {}

    @classmethod
    def create(cls, folder: Path) -> Shelf:
        """A shelf without files; the folder is made.

        Raises:
            FileExistsError: There is an index in the folder.
        """
        if (folder / _LIST).exists():
            message = f"There is an index in {folder}."
            raise FileExistsError(message)
        folder.mkdir(parents=True, exist_ok=True)
        return cls(folder, {"format": FORMAT, "saved": 0, "segments": []})

    @classmethod
    def open(cls, folder: Path) -> Shelf:
        """The shelf as it was last saved.

        Raises:
            FileNotFoundError: There is no index in the folder.
            ValueError: Its list is damaged or of a later format.
        """
        state = _read(folder)
        if state is None:
            message = f"There is no index of names in {folder}."
            raise FileNotFoundError(message)
        return cls(folder, state)

    def load(self) -> Iterator[tuple[Segment, Bools]]:
        """The segments with the marks of removed names, which may be written.

        Raises:
            ValueError: A file is damaged.
        """
        for entry in self._state["segments"]:
            arrays, about = open_columns(self._folder / entry["names"])
            gone = np.zeros(len(arrays["id_ends"]) - 1, np.bool_)
            if entry["removed"]:
                gone |= open_columns(self._folder / entry["removed"])[0]["removed"]
            if about["tables"] == fingerprint() and about["format"] == FORMAT:
                segment = Segment.from_arrays(arrays)
                self._files[segment] = entry["names"]
            else:
                ids, names = Texts(arrays["ids"], arrays["id_ends"]), Texts(arrays["names"], arrays["name_ends"])
                segment = make_segment([(ids[n], names[n]) for n in range(len(ids))])
            yield segment, gone

    def save(self, held: Sequence[tuple[Segment, Bools]]) -> None:
        """Make these the segments of the index.

        Raises:
            RuntimeError: The folder has been saved to by somebody else.
            OSError: The folder cannot be written.
        """
        before = _read(self._folder)
        if (before["saved"] if before else 0) != self._state["saved"]:
            message = "The index was saved by another process. Nothing was written; open it again."
            raise RuntimeError(message)
        number = self._state["saved"] + 1
        about = {"format": FORMAT, "tables": fingerprint()}
        entries, files = [], {}
        for place, (segment, removed) in enumerate(held):
            name = self._files.get(segment) or f"{number}-{place}{_SEGMENT}"
            if segment not in self._files:
                write_columns(self._folder / name, segment.arrays(), about)
            marks = ""
            if removed.any():
                marks = f"{number}-{place}{_REMOVED}"
                write_columns(self._folder / marks, {"removed": removed}, about)
            entries.append({"names": name, "removed": marks})
            files[segment] = name
        state = {"format": FORMAT, "saved": number, "segments": entries}
        _write(self._folder, state)
        self._state, self._files = state, files
        self._sweep()

    def _sweep(self) -> None:
        named = {file for entry in self._state["segments"] for file in entry.values()}
        for path in self._folder.iterdir():
            if path.suffix in {_SEGMENT, _REMOVED} and path.name not in named:
                path.unlink(missing_ok=True)


def _read(folder: Path) -> dict[str, Any] | None:
    """The list of a folder, None where there is none."""
    try:
        state = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    if not isinstance(state, dict) or state.get("format", FORMAT + 1) > FORMAT:
        message = f"{folder / _LIST} is damaged or of a later version."
        raise ValueError(message)
    return state


def _write(folder: Path, state: dict[str, Any]) -> None:
    beside = folder / f"{_LIST}.{os.getpid()}.part"
    with beside.open("w", encoding="utf-8") as file:
        json.dump(state, file)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / _LIST)
    flush_folder(folder)
