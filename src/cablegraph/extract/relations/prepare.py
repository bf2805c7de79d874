"""Make a masked sentence simple before the patterns read it: ranks away, posts whole, groups and pronouns as tokens, lists of names as one.

The trap is the comma: 'X, Y and Z met' lists three, 'X, minister of Y, met Z' explains one. So posts behind a comma are read first
(``find.py``), and only names of one kind joined by 'and' are taken as a list.
"""

import re
from collections.abc import Callable

from cablegraph.extract.relations.lexicon import lexicon
from cablegraph.extract.relations.mask import TOKEN, Mask
from cablegraph.extract.relations.pieces import Piece
from cablegraph.extract.relations.unsaid import say_unsaid

NAMED = {
    "en": re.compile(
        r"⟦([PC]|[OLGFH])\d+⟧(?:(?:, (?:the |its |our )?⟦[A-Z]\d+⟧){0,14},? and (?:the |its |our )?⟦[A-Z]\d+⟧(?!'s))"
    ),
    "fa": re.compile(r"⟦([PC]|[OLG])\d+⟧(?:(?:, ⟦[A-Z]\d+⟧){0,14},? و ⟦[A-Z]\d+⟧)"),
    "ar": re.compile(r"⟦([PC]|[OLG])\d+⟧(?:(?:(?:,| و)? ?⟦[A-Z]\d+⟧){0,14},? و ?⟦[A-Z]\d+⟧)"),
}
QUOTED_NAME = re.compile(r"[«\"“‘](?P<name>⟦[A-Z]\d+⟧)[»\"”’]")
ALLIED = re.compile(r"\b(?:allies|partners)\Z")
"""The end of a group that is told by whose side it is on ('its coalition partners')."""
FAMILY = {"P": "P", "C": "P", "O": "O", "L": "O", "G": "O", "N": "O", "F": "F", "H": "F"}


def _piece(mask: Mask, kind: str) -> Callable[[re.Match[str]], Piece | None]:
    def make(found: re.Match[str]) -> Piece | None:
        start, end = mask.span(*found.span())
        inner: tuple[Piece, ...] = ()
        for piece in mask.inside(*found.span()):
            inner += (*piece.inner, piece) if piece.kind != "T" else piece.inner
        return Piece(kind, start, end, inner)

    return make


def _group(mask: Mask) -> Callable[[re.Match[str]], Piece | None]:
    group, allied = _piece(mask, "G"), _piece(mask, "A")
    return lambda found: allied(found) if ALLIED.search(found[0]) else group(found)


def _joined(mask: Mask) -> Callable[[re.Match[str]], Piece | None]:
    def make(found: re.Match[str]) -> Piece | None:
        members = [mask.pieces[int(t[2])] for t in TOKEN.finditer(found[0])]
        families = {FAMILY.get(m.kind) for m in members}
        if len(families) != 1 or None in families:
            return None
        start, end = mask.span(*found.span())
        kind = {"P": "P", "F": "F"}.get(families.pop() or "", "O")
        return Piece(kind, start, end, joined=tuple(members))

    return make


def prepare(mask: Mask, language: str) -> None:
    """Reduce a mask in place: quotation marks round one name, ranks, pronouns, posts and groups."""
    words = lexicon(language)
    mask.replace(QUOTED_NAME, lambda found: mask.piece(found["name"]))
    mask.replace(words.rank, lambda _: "")
    mask.replace(words.called, lambda found: mask.piece(found["name"]))
    if "⟦T" in mask.text or words.head.search(mask.text):
        mask.replace(words.post, _piece(mask, "T"))
    mask.replace(words.aside, lambda found: mask.piece(found["name"]))
    mask.replace(words.pronoun, _piece(mask, "R"))
    mask.replace(words.me, _piece(mask, "W"))
    if words.described.noun.search(mask.text):
        mask.replace(words.described.group, _group(mask))
    say_unsaid(mask, language)


def mark_described(mask: Mask, language: str) -> bool:
    """Put tokens for things and people told in words ('two tanks', 'Soviet officials'); whether there are any.

    They are marked only when all other patterns have been read, which see past them as words.
    """
    before = len(mask.pieces)
    words = lexicon(language).described
    if not words.told.search(mask.text):
        return False
    mask.replace(words.thing, _piece(mask, "F"))
    mask.replace(words.folk, _piece(mask, "H"))
    if len(mask.pieces) == before:
        return False
    join_lists(mask, language)
    return True


def join_lists(mask: Mask, language: str) -> None:
    """Put one token where names of one kind are listed."""
    mask.replace(NAMED.get(language, NAMED["en"]), _joined(mask))
