"""What the tokens of a masked sentence stand for: mentions and dates by kind, each with its span in the text, and the plain spelling between them.

The trap: several marks may lie on one another (a post holds the name of its body); the widest wins and keeps the others inside.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cablegraph.calendars import DateMatch
from cablegraph.model.mention import FoundMention
from cablegraph.model.relation import Party

KINDS = {"PERSON": "P", "ORG": "O", "PLACE": "L", "POST": "T", "CODENAME": "C", "SOURCE": "C", "NATIONALITY": "N"}
NOTHING = "(?!)"
"""An expression that nothing matches."""
LABELS = {
    "P": "PERSON",
    "O": "ORG",
    "L": "PLACE",
    "T": "POST",
    "C": "CODENAME",
    "N": "NATIONALITY",
    "G": "ORG",
    "R": "PERSON",
    "W": "PERSON",
    "F": "THING",
    "A": "GROUP",
    "H": "GROUP",
}
PLAIN = {ord(a): b for a, b in zip("يىكأإآٱةۀؤئ’‘ʼ“”«»،؛؟", 'ییکااااههوی\'\'\'"""",;?', strict=True)}
PLAIN |= dict.fromkeys(
    [*range(0x64B, 0x660), 0x670, 0x640, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0xAD], ""
)
PLAIN |= {0x200C: " ", 0xA0: " "}


@dataclass(frozen=True, slots=True)
class Piece:
    """What a token stands for: its kind, its span in the text, and the pieces inside it or joined in it."""

    kind: str
    start: int
    end: int
    inner: tuple["Piece", ...] = ()
    joined: tuple["Piece", ...] = ()
    date: int = -1


def any_of(words: Iterable[str]) -> str:
    """An expression for one of these words, the longest first; a word that is an expression itself stays one."""
    ordered = sorted({plain(w) for w in words}, key=len, reverse=True)
    return "|".join(w if re.search(r"[\\⟦(?|+]", w) else re.escape(w) for w in ordered) or NOTHING


def plain(text: str) -> str:
    """Text in the spelling of the mask: one form of yeh, kaf, alef and quotation marks, no vowel signs, the half-space a space."""
    return text.translate(PLAIN)


def make_pieces(mentions: Iterable[FoundMention], dates: Iterable[tuple[int, DateMatch]] = ()) -> list[Piece]:
    """The pieces of a sentence: the widest mention where several overlap, those inside it kept within, and the dates.

    Args:
        mentions: The mentions of the sentence.
        dates: Its dates, each with its number in the text.
    """
    marks = [Piece(KINDS[m.label], m.start, m.end) for m in mentions if m.label in KINDS]
    marks += [Piece("D", d.span[0], d.span[1], date=n) for n, d in dates]
    kept: list[Piece] = []
    for mark in sorted(marks, key=lambda m: (m.start - m.end, "TPOLCND".find(m.kind), m.start)):
        outer = next((n for n, k in enumerate(kept) if k.start < mark.end and mark.start < k.end), None)
        if outer is None:
            kept.append(mark)
        elif kept[outer].start <= mark.start and mark.end <= kept[outer].end and mark.kind != "D":
            k = kept[outer]
            kept[outer] = Piece(k.kind, k.start, k.end, (*k.inner, mark), k.joined, k.date)
    return sorted(kept, key=lambda k: k.start)


def party(text: str, piece: Piece, label: str | None = None) -> Party:
    """One end of a relation from a piece."""
    return Party(text[piece.start : piece.end], piece.start, piece.end, label or LABELS.get(piece.kind, "ORG"))
