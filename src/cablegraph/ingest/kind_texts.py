"""What kind of text some bytes are that hold no binary marks: mail, web page, RTF, XML, JSON, a table, or just text.

Knows the first words of each. The name settles only what the content leaves open: a comma is no proof of a table. The traps: a cable begins with From, To
and Subject like a mail; a web archive is a mail whose body is one page with its pictures; and what stands before the root of an XML file (declarations,
comments) is skipped by a loop, since a regular expression for it can be made to run for ever.
"""

import json
import re
from collections.abc import Collection

from cablegraph.text import decode

_HTML_TAG = re.compile(r"<(?:html|head|body|title|div|table|p|br|span|meta)\b[^<>]*>", re.IGNORECASE)
_HTML_ROOT = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<([A-Za-z_][\w.:-]*)([^>]*)")
_FLAT = {
    "opendocument.text": "application/vnd.oasis.opendocument.text-flat-xml",
    "opendocument.spreadsheet": "application/vnd.oasis.opendocument.spreadsheet-flat-xml",
    "opendocument.presentation": "application/vnd.oasis.opendocument.presentation-flat-xml",
}
_FIELD = re.compile(rb"(?m)^([A-Za-z][A-Za-z0-9-]{1,60}):")
_BODY_WITH_PARTS = re.compile(rb"(?im)^Content-Type:\s*multipart/related\b")
_SENT = frozenset(
    {"received", "to", "cc", "bcc", "return-path", "delivered-to", "message-id", "x-mailer", "user-agent"}
)
_CONTROL = re.compile("[\x00-\x06\x0e-\x19\x1c-\x1f\ufffd]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x06\x0e-\x19\x1c-\x1f]")
_TABLES = frozenset({"csv", "tsv", "tab"})
_JSON = frozenset({"json", "jsonl", "ndjson", "geojson"})


def find_text_mime(head: bytes, ending: str, mail_fields: Collection[str], *, whole: bool) -> str | None:
    """The media type of text, or None where the bytes are no text.

    Args:
        head: The first bytes of the file.
        ending: The ending of its name without the dot, in small letters.
        mail_fields: Header fields that only a mail program writes.
        whole: Whether ``head`` is the whole file.
    """
    if head.lstrip()[:5].lower() == rb"{\rtf":
        return "application/rtf"
    mail = _find_mail(head, ending, mail_fields)
    if mail:
        return mail
    text = _as_text(head, whole=whole)
    if text is None:
        return None
    return _find_markup(text, ending) or (
        "application/json" if _is_json(text, ending, whole=whole) else "text/csv" if ending in _TABLES else "text/plain"
    )


def _find_markup(text: str, ending: str) -> str | None:
    """HTML, XML or one of the office formats that are a single XML file; None for text without a root element."""
    root, declared = _skip_prolog(text)
    if _HTML_ROOT.match(text, root) or (
        ending in {"html", "htm", "xhtml", "shtml"} and len(_HTML_TAG.findall(text)) > 1
    ):
        return "text/html"
    tag = _TAG.match(text, root)
    if tag is None or not (declared or ending == "xml"):
        return None
    name, attributes = tag[1].rpartition(":")[2], tag[2]
    if tag[1] == "office:document":
        return next((mime for mark, mime in _FLAT.items() if mark in attributes), "application/xml")
    if name == "wordDocument":
        return "application/vnd.ms-word2003-xml"
    if name == "Workbook" and "schemas-microsoft-com:office:spreadsheet" in attributes:
        return "application/vnd.ms-excel2003-xml"
    return "application/xml"


def _skip_prolog(text: str) -> tuple[int, bool]:
    """Where the root element (or a document type of HTML) begins, and whether anything that only XML has stands before it."""
    at, declared = 0, False
    while True:
        while at < len(text) and text[at] in " \t\r\n\ufeff":
            at += 1
        if text.startswith("<?", at):
            end, declared = text.find("?>", at), True
        elif text.startswith("<!--", at):
            end = text.find("-->", at)
        elif text[at : at + 9].upper() == "<!DOCTYPE" and not _HTML_ROOT.match(text, at):
            inner, end = text.find("[", at), text.find(">", at)
            end, declared = (text.find("]", inner) if 0 <= inner < end else end - 1), True
        else:
            return at, declared
        close = text.find(">", end) if end >= 0 else -1
        if close < 0:
            return at, declared
        at = close + 1


def _is_json(text: str, ending: str, *, whole: bool) -> bool:
    stripped = text.strip()
    if stripped[:1] not in {"{", "["}:
        return False
    if ending in _JSON:
        return True
    try:
        return isinstance(json.loads(stripped if whole else stripped.partition("\n")[0]), dict | list)
    except (ValueError, RecursionError):
        return False


def _find_mail(head: bytes, ending: str, mail_fields: Collection[str]) -> str | None:
    block = re.split(rb"\r?\n\r?\n", head.lstrip(b"\r\n"), maxsplit=1)[0]
    if not re.match(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)", block):
        return None
    fields = {x.lower().decode("ascii") for x in _FIELD.findall(block)}
    if "mime-version" in fields and _BODY_WITH_PARTS.search(block) and not fields & _SENT:
        return "multipart/related"
    needed = fields & {"from", "to", "subject", "date"}
    return "message/rfc822" if needed and (ending == "eml" or fields & set(mail_fields)) else None


def _as_text(head: bytes, *, whole: bool) -> str | None:
    if not whole:
        head = head[: max(head.rfind(b"\n") + 1, head.rfind(b" ") + 1, len(head) - 3)]
    decoded = decode(head)
    wide = decoded.encoding.startswith(("utf-16", "utf-32"))
    controls = len(_CONTROL.findall(decoded.text)) + (0 if wide else len(_CONTROL_BYTES.findall(head)))
    return decoded.text if decoded.text.strip() and controls <= len(decoded.text) * 0.02 else None
