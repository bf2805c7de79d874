"""Stores of Outlook and Exchange (.pst, .ost), by libpff.

Knows the way through the folders and what has lost its folder; each message becomes a message as it is sent, under its folder's path and its number in the
store, which stays the same. What its properties mean is left to ``mapi``. The trap: a damaged store has folders that hold each other, so every folder
is visited once; and libpff reports a size that makes no sense as a lack of memory.
"""

import re
from collections.abc import Iterator
from email.message import Message
from functools import partial
from pathlib import Path
from typing import Any

from cablegraph.ingest.readers.mail_part import message_name
from cablegraph.ingest.readers.mapi import (
    FILE_CONTENT_ID,
    FILE_DATA,
    FILE_MIME,
    build_note,
    code_page,
    name_file,
    read_text,
)
from cablegraph.ingest.readers.outlook_note import NoteFile, compose_message
from cablegraph.ingest.readers.unpack import Entry, MemberLost

_BROKEN = (OSError, ValueError, TypeError, AttributeError, LookupError, OverflowError, MemoryError)
_SLASH = re.compile(r"[\\/\x00-\x1f]+")
_LOST = "without-folder"
_DEEPEST = 20
_MOST_FILES = 5000


def iter_pst(content: Path) -> Iterator[Entry]:
    """Yield every message of a store.

    Raises:
        MemberLost: While it yields: the store cannot be opened.
    """
    import pypff

    store = pypff.file()
    try:
        store.open(str(content))
    except _BROKEN as error:
        raise MemberLost("file-damaged", "The store cannot be opened") from error
    try:
        yield from _iter_folders(store)
        for number in range(_count(store, "number_of_orphan_items")):
            item = _get(store.get_orphan_item, number)
            if item is not None and hasattr(item, "plain_text_body"):
                yield _enter(item, _LOST)
    finally:
        store.close()


def _iter_folders(store: Any) -> Iterator[Entry]:
    root = _get(lambda _: store.get_root_folder(), 0)
    stack: list[tuple[Any, str]] = [(root, "")] if root is not None else []
    seen: set[int] = set()
    while stack:
        folder, path = stack.pop()
        if folder.identifier in seen:
            continue
        seen.add(folder.identifier)
        for number in range(_count(folder, "number_of_sub_messages")):
            message = _get(folder.get_sub_message, number)
            if message is None:
                yield Entry(f"{path}message {number + 1}.eml", _refuse)
            else:
                yield _enter(message, path.rstrip("/"))
        below = [_get(folder.get_sub_folder, n) for n in range(_count(folder, "number_of_sub_folders"))]
        for inner in reversed([f for f in below if f is not None]):
            name = _SLASH.sub(" ", _get(lambda _, f=inner: f.name, 0) or "").strip()
            stack.append((inner, f"{path}{name or f'folder {inner.identifier:x}'}/"))


def _refuse() -> Iterator[bytes]:
    raise MemberLost("file-damaged", "it cannot be found in the store")


def _enter(item: Any, folder: str) -> Entry:
    subject = Message()
    subject["Subject"] = _SLASH.sub(" ", _get(lambda _: item.subject, 0) or "").strip()
    name = f"{item.identifier:08x} {message_name(subject, 'message')}"
    return Entry(f"{folder}/{name}" if folder else name, partial(_iter_bytes, item))


def _iter_bytes(item: Any) -> Iterator[bytes]:
    try:
        yield _compose(item, 0).as_bytes()
    except _BROKEN as error:
        raise MemberLost("file-damaged", f"it cannot be read ({type(error).__name__})") from error


def _compose(item: Any, depth: int) -> Message:
    properties = _Item(item)
    page = code_page(properties)
    files = []
    for number in range(min(_count(item, "number_of_attachments"), _MOST_FILES)):
        attachment = _get(item.get_attachment, number)
        if attachment is not None:
            files.append(_read_file(attachment, page, depth))
    people = _get(lambda _: item.recipients, 0)
    recipients = (
        [_Item(people, n) for n in range(_count(people, "number_of_record_sets"))] if people is not None else []
    )
    return compose_message(build_note(properties, recipients, files))


def _read_file(attachment: Any, page: int, depth: int) -> NoteFile:
    properties = _Item(attachment)
    name = name_file(properties, page)
    inner = _get(attachment.get_sub_item, 0) if _count(attachment, "number_of_sub_items") else None
    if inner is not None and hasattr(inner, "plain_text_body") and depth < _DEEPEST:
        return NoteFile(name, message=_compose(inner, depth + 1))
    size = _get(lambda _: attachment.size, 0) or 0
    data = _get(lambda _: attachment.read_buffer(size), 0) if size else properties.value(FILE_DATA)[1]
    return NoteFile(name, data or b"", read_text(properties, FILE_CONTENT_ID), read_text(properties, FILE_MIME))


class _Item:
    """The properties of an item of a store."""

    def __init__(self, item: Any, number: int = 0) -> None:
        self._entries: dict[int, Any] = {}
        records: Any = _get(item.get_record_set, number) if _count(item, "number_of_record_sets") > number else None
        for at in range(_count(records, "number_of_entries")):
            entry = _get(records.get_entry, at)
            if entry is not None and entry.entry_type is not None:
                self._entries.setdefault(entry.entry_type, entry)

    def number(self, number: int) -> int:
        data = self.value(number)[1]
        return int.from_bytes(data[:8], "little")

    def value(self, number: int) -> tuple[int, bytes]:
        entry = self._entries.get(number)
        data = _get(lambda _: entry.data, 0) if entry is not None else None
        return (entry.value_type or 0, bytes(data)) if entry is not None and data else (0, b"")


def _count(thing: Any, name: str) -> int:
    return _get(lambda _: getattr(thing, name), 0) or 0


def _get(ask: Any, number: int) -> Any:
    """What a damaged store still gives: None instead of an error."""
    try:
        return ask(number)
    except _BROKEN:
        return None
