"""Which of several forms of one text is taken (``multipart/alternative``).

Knows that the plain form is the safest to cite, and when it is none: where it is empty, or says next to nothing beside the HTML form ("your program cannot
show this"). Files among the forms, such as an invitation, are never passed over.
"""

from collections.abc import Iterator
from email.message import Message

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.readers.html import parse_html
from cablegraph.ingest.readers.mail_part import file_name, payload_of, read_parameter

_FORMS = {"text/html", "text/x-amp-html", "text/enriched", "text/richtext", "text/watch-html", "text/plain"}
_STUB = 5
"""A plain form is passed over where the HTML form says this many times as much,"""
_LEAST = 400
"""and the plain one has no more bytes than this."""


def choose_forms(children: list[Message]) -> list[Message]:
    """Of the forms of one text the plain one, unless it is empty or next to nothing beside the HTML form; and all that is no such form."""
    plain = next((c for c in children if c.get_content_type() == "text/plain"), None)
    rich = next(
        (p for c in children for p in _walk(c) if p.get_content_type() == "text/html" and not file_name(p)), None
    )
    if plain is None or (rich is not None and _is_stub(plain, rich)):
        return [c for c in children if c is not plain and (c is rich or c.get_content_type() not in _FORMS)]
    return [
        plain,
        *(
            p
            for c in children
            if c is not plain
            for p in _walk(c)
            if p.get_content_type() not in _FORMS or file_name(p)
        ),
    ]


def _is_stub(plain: Message, rich: Message) -> bool:
    words = payload_of(plain).strip()
    if not words:
        return True
    if len(words) > _LEAST:
        return False
    said = parse_html(decode_declared(payload_of(rich), read_parameter(rich, "charset")).text)[1]
    return len(said.encode("utf-8", "replace")) > max(_LEAST, _STUB * len(words))


def _walk(part: Message) -> Iterator[Message]:
    """The leaves under a part; a message within stays whole."""
    stack = [part]
    while stack:
        one = stack.pop()
        payload = one.get_payload()
        if isinstance(payload, list) and not one.get_content_type().startswith("message/"):
            stack.extend(reversed([p for p in payload if isinstance(p, Message)]))
        else:
            yield one
