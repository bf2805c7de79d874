"""Properties of messages as Outlook numbers them (MS-OXPROPS), and which of them make up a message.

Knows what to do with missing values and old code pages. The stores that hold the properties are left to ``outlook_message`` and ``pst``. The trap: a message
names the code page of its old strings, and Arabic-script mail often names a wrong one, so the bytes are asked first.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.readers.outlook_note import Note, NoteFile, format_party, format_ticks

FILE_DATA, FILE_LONG, FILE_SHORT, FILE_CONTENT_ID, FILE_MIME = 0x3701, 0x3707, 0x3704, 0x3712, 0x370E
DISPLAY_NAME = 0x3001
_SUBJECT, _HEADER, _PLAIN, _HTML, _RTF = 0x0037, 0x007D, 0x1000, 0x1013, 0x1009
_SENDER, _SENDER_ADDRESS, _SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
_SENT_FOR, _SENT_FOR_ADDRESS, _SENT_FOR_SMTP = 0x0042, 0x0065, 0x5D02
_SHOWN = {"To": 0x0E04, "Cc": 0x0E03, "Bcc": 0x0E02}
_SENT, _DELIVERED = 0x0039, 0x0E06
_MESSAGE_ID, _REPLY_TO_ID, _REFERENCES = 0x1035, 0x1042, 0x1039
_ADDRESS, _SMTP, _RECIPIENT_KIND = 0x3003, 0x39FE, 0x0C15
_CODE_PAGE, _WEB_CODE_PAGE = 0x3FFD, 0x3FDE
_FIELD_OF = {1: "To", 2: "Cc", 3: "Bcc"}
_UNICODE, _STRING = 0x001F, 0x001E
_SAYS_NOTHING = {0, 20127, 28591, 1252}


class Properties(Protocol):
    """The properties of one thing in a store, by number."""

    def number(self, number: int) -> int:
        """A whole number, or a time in hundreds of nanoseconds since 1601; 0 where it is missing."""
        ...

    def value(self, number: int) -> tuple[int, bytes]:
        """The type and the bytes of a property; type 0 where it is missing."""
        ...


def read_text(properties: Properties, number: int, page: int = 0) -> str:
    """A property as text, up to the first NUL; old strings are in the code page of this number, where their bytes agree."""
    kind, data = properties.value(number)
    if kind == _UNICODE:
        return data.decode("utf-16-le", "replace").split("\0")[0]
    return _decode(data, page).split("\0")[0]


def _decode(data: bytes, page: int) -> str:
    return decode_declared(data, None if page in _SAYS_NOTHING else "utf-8" if page == 65001 else f"cp{page}").text


def code_page(properties: Properties) -> int:
    """The code page of a message's old strings; 0 where it names none."""
    return properties.number(_CODE_PAGE)


def build_note(properties: Properties, recipients: Iterable[Properties], files: Sequence[NoteFile]) -> Note:
    """A message out of its properties, those of its recipients, and its files."""
    page = code_page(properties)
    kind, html = properties.value(_HTML)
    web = read_text(properties, _HTML) if kind == _UNICODE else _decode(html, properties.number(_WEB_CODE_PAGE))
    return Note(
        read_text(properties, _HEADER, page),
        _build_fields(properties, recipients, page),
        read_text(properties, _PLAIN, page),
        web.rstrip("\0"),
        properties.value(_RTF)[1],
        files,
    )


def _build_fields(properties: Properties, recipients: Iterable[Properties], page: int) -> dict[str, str]:
    def text(number: int) -> str:
        return read_text(properties, number, page)

    name = text(_SENT_FOR) or text(_SENDER)
    address = text(_SENT_FOR_SMTP) or text(_SENDER_SMTP) or text(_SENT_FOR_ADDRESS) or text(_SENDER_ADDRESS)
    parties: dict[str, list[str]] = {}
    for one in recipients:
        place = read_text(one, _SMTP, page) or read_text(one, _ADDRESS, page)
        party = format_party(read_text(one, DISPLAY_NAME, page), place)
        parties.setdefault(_FIELD_OF.get(one.number(_RECIPIENT_KIND), "To"), []).append(party)
    return {
        "From": format_party(name, address),
        **{field: ", ".join(parties.get(field, ())) or text(number) for field, number in _SHOWN.items()},
        "Date": format_ticks(properties.number(_SENT) or properties.number(_DELIVERED)),
        "Subject": _without_prefix_mark(text(_SUBJECT)),
        "Message-ID": text(_MESSAGE_ID),
        "In-Reply-To": text(_REPLY_TO_ID),
        "References": text(_REFERENCES),
    }


def _without_prefix_mark(subject: str) -> str:
    """A subject without the two signs by which stores mark the length of its prefix."""
    return subject[2:] if subject.startswith("\x01") else subject


def name_file(properties: Properties, page: int) -> str:
    """The name of an attached file; empty where it has none."""
    names = (read_text(properties, n, page) for n in (FILE_LONG, FILE_SHORT, DISPLAY_NAME))
    return next((n for n in names if n), "")
