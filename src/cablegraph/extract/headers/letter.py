"""Sender and addressee of a letter that labels neither: the block of address above 'Dear ...' and the name below 'Sincerely,'.

The trap is the honorific on a line of its own ('His Excellency'), which is nobody's name, and the secretary's note below the signature.
"""

import re
from collections.abc import Iterator

from cablegraph.extract.headers.heading import Field

SALUTATION = re.compile(
    r"^(?:Dear|My dear|MY DEAR|DEAR|Your (?:Imperial |Royal )?(?:Majesty|Highness|Excellency)|Excellency)\b[^\n]{0,60}[:,]",
    re.MULTILINE,
)
CALLED = re.compile(r"(?i:my )?(?i:dear)\s+(?P<name>[A-Z][^\n:,]{1,40})[:,]")
CLOSING = re.compile(
    r"^[ \t]*(?:(?:Yours |Very |Most )*(?:[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Rr]espectfully|[Cc]ordially)(?: yours)?|"
    r"(?:Yours|As) ever|(?:With )?(?:[Bb]est|[Kk]ind) regards|با احترام|با تقدیم احترام"
    r"|مع التقدير|مع فائق الاحترام|وتقبلوا[^\n]{0,40}),?[ \t]*\n",
    re.MULTILINE,
)  # fmt: skip
HONORIFIC = re.compile(
    r"(?:His|Her|Your) (?:Excellency|Majesty|Highness|Eminence)|The (?:Right )?Hono[u]?rable|Esquire|Mr\.?|Mrs\.?",
    re.IGNORECASE,
)
NAME = re.compile(r"[ \t]*(?P<name>[^\n\d:;]{3,60}?)[ \t]*(?:\n|\Z)")
ADDRESS_LINES = 7


def find_salutation(text: str, head: int) -> re.Match[str] | None:
    """The line that greets the addressee, within the head of a text."""
    return SALUTATION.search(text, 0, head)


def find_writers(text: str, greeting: re.Match[str]) -> Iterator[tuple[str, Field]]:
    """The addressee above the greeting, and the signer below the closing (who is the sender, too)."""
    block = list(re.finditer(r"[^\n]*\n", text[: greeting.start()]))
    while block and not block[-1][0].strip():
        block.pop()
    lines: list[re.Match[str]] = []
    for line in reversed(block[-ADDRESS_LINES:]):
        if not line[0].strip():
            break
        lines.insert(0, line)
    named = [line for line in lines if not HONORIFIC.fullmatch(line[0].strip()) and not re.search(r"\d", line[0])]
    if len(lines) > 1 and named:
        words = named[0][0].strip()
        start = named[0].start() + named[0][0].index(words)
        yield "to", Field(words, start, start + len(words))
    elif called := CALLED.match(greeting[0]):
        yield (
            "to",
            Field(called["name"], greeting.start() + called.start("name"), greeting.start() + called.end("name")),
        )
    closings = list(CLOSING.finditer(text, greeting.end()))
    if closings:
        at = closings[-1].end()
        at += len(text[at:]) - len(text[at:].lstrip())
        signed = re.match(r"\[signed\]\s*", text[at:])
        found = NAME.match(text, at + (signed.end() if signed else 0))
        if found:
            for field in ("signed", "from"):
                yield field, Field(found["name"], *found.span("name"))
