"""The words of one text part of a message.

Knows encodings that are claimed twice, folded plain text, pictures that a text shows by their content id, and PGP in the text itself. Which parts are text
is left to ``mail_parts``. The trap: the encoding in a web page's own head counts only where the part names none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message

from cablegraph.ingest.charset import decode_declared
from cablegraph.ingest.plain import clean_characters
from cablegraph.ingest.readers.flowed import unflow
from cablegraph.ingest.readers.html import parse_html
from cablegraph.ingest.readers.mail_part import payload_of, read_parameter
from cablegraph.ingest.readers.mail_seals import PGP_MESSAGE, PGP_SIGNED, describe_pgp

_PICTURE = re.compile(
    r"""<img\b[^<>]{0,2000}?\bsrc\s{0,9}=\s{0,9}["']?cid:([^"'\s<>]{1,500})[^<>]{0,2000}>""", re.IGNORECASE
)
_MARK = re.compile(r"\[cid:([^\]\s]{1,500})\]")
_META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MailText:
    """A part's words; how they were repaired, who signed them, and whether they are encrypted, each empty or False where nothing was."""

    words: str
    repaired: str = ""
    seal: str = ""
    encrypted: bool = False


def read_text(part: Message, shown: Mapping[str, str]) -> MailText:
    """Read a part of plain text or HTML; ``shown`` names files by the content id under which the text shows them."""
    data = payload_of(part)
    web = part.get_content_type() == "text/html"
    charset = read_parameter(part, "charset")
    if web and not charset and (declared := _META.search(data[:4096])):
        charset = declared[1].decode("ascii")
    decoded = decode_declared(data, charset)
    repaired = decoded.repaired or ""
    if web:
        return MailText(parse_html(_PICTURE.sub(lambda m: f" [{_name(m[1], shown)}] ", decoded.text))[1], repaired)
    text = decoded.text
    if read_parameter(part, "format").lower() == "flowed":
        text = unflow(text, drop_blank=read_parameter(part, "delsp").lower() == "yes")
    signed = PGP_SIGNED.search(text) is not None
    seal = describe_pgp(data[data.rfind(b"-----BEGIN PGP SIGNATURE") :]) if signed else ""
    words = _MARK.sub(lambda m: f"[{_name(m[1], shown)}]", text)
    return MailText(words, repaired, seal, PGP_MESSAGE.search(text) is not None)


def _name(content_id: str, shown: Mapping[str, str]) -> str:
    return clean_characters(shown.get(content_id, content_id.partition("@")[0]))
