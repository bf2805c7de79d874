"""Whom a pronoun, a verb without its subject or the word 'I' means: one person, or nobody.

A pronoun stands for the one other person before it in the sentence, else for the one person of the sentence before; two people leave it
open. The writer says 'I', but within quotation marks somebody else does. The trap is the owner: in 'the brother of Anna Reed' it is not Anna
Reed who acts.
"""

import re
from collections.abc import Sequence

from cablegraph.extract.relations.lexicon import lexicon
from cablegraph.extract.relations.mask import Mask
from cablegraph.extract.relations.pieces import Piece, party, plain
from cablegraph.model.relation import Party

GOVERNED = re.compile(
    r"\b(?:of|in|at|on|near|from|against|with|into|under|over|towards?|about|concerning|regarding) (?:the |[a-z]+ern )?(?:⟦[LNO]\d+⟧'s )?\Z|"
    r"\busing (?:[\w-]+,? ){0,6}\Z",
    re.IGNORECASE,
)
"""What comes after a preposition is not the one who acts, nor is what is used."""
SAME_BODY = re.compile(
    r"\b(?:governments?|republics?|kingdom|states?|forces|army|troops|people|air force|navy|ministry|department|officers|officials|"
    r"representatives|delegation|team|staff) of (?:the )?\Z",
    re.IGNORECASE,
)
"""What acts for the place or body it is of: the government of X attacks where X does, officers of Y meet where Y does."""
VERB_OF_MINE = "ت"
"""The ending of an Arabic verb that is 'she' or 'I'; it is the writer where nobody has been named before."""
QUOTES = re.compile(r"[\"“”«»]")


def same_words(text: str, a: Piece, b: Piece) -> bool:
    """Whether the words of one piece hold those of the other, as a full name holds its surname."""
    left, right = plain(text[a.start : a.end]), plain(text[b.start : b.end])
    return left in right or right in left


def distinct(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with different words; a surname alone is the same as the full name that ends with it."""
    kept: list[Piece] = []
    for piece in pieces:
        if not any(same_words(text, piece, k) for k in kept):
            kept.append(piece)
    return kept


def is_owner(mask: Mask, token: int, language: str, *, opens: bool) -> bool:
    """Whether the token at a place of the mask only owns the noun before it: 'the brother of ⟦P⟧', ``برادر ⟦P⟧``, ``شقیق ⟦P⟧``.

    Args:
        mask: The masked sentence.
        token: Where the token begins.
        language: "en", "fa" or "ar".
        opens: Whether a pattern's match begins with it, so that any noun before it is outside the match.
    """
    before = mask.text[:token]
    if lexicon(language).owned.search(before):
        return True
    if not opens or language != "en" or mask.text.startswith("'s", mask.text.index("⟧", token) + 1):
        return False
    return GOVERNED.search(before) is not None and not SAME_BODY.search(before)


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place lies within quotation marks that its paragraph has opened."""
    return len(QUOTES.findall(text, text.rfind("\n\n", 0, at) + 1, at)) % 2 == 1


def resolve(
    text: str, mask: Mask, piece: Piece, others: Sequence[Piece], before: Sequence[Piece], writer: Piece | None
) -> tuple[Party | None, bool]:
    """The party that a piece means, and whether it is inferred; None where that stays open.

    Args:
        text: The text of the page.
        mask: The masked sentence.
        piece: The end of a relation; ``R`` is a pronoun, ``W`` the writer's 'I', anything else is itself.
        others: The other ends of the same relation, which it cannot be.
        before: The people of the sentence before.
        writer: Who says 'I', where the document tells.
    """
    if piece.kind == "W":
        if not _is_quoted(text, piece.start):
            return (party(text, writer, "PERSON"), True) if writer else (None, True)
        outside = [p for p in mask.pieces if p.kind == "P" and not p.joined and not _is_quoted(text, p.start)]
        speakers = distinct(text, outside)
        return (party(text, speakers[0], "PERSON"), True) if len(speakers) == 1 else (None, True)
    if piece.kind != "R":
        return party(text, piece), False
    if text[piece.start : piece.end] == VERB_OF_MINE and not before:
        return (party(text, writer, "PERSON"), True) if writer else (None, True)
    taken = {(o.start, o.end) for o in others}
    earlier = {(p.start, p.end): p for p in mask.pieces if p.kind in "PC" and p.end <= piece.start and not p.joined}
    named = distinct(text, list(earlier.values()))
    persons = [p for p in named if (p.start, p.end) not in taken]
    leads = any(p.kind == "R" and p.start < piece.start for p in mask.pieces)
    if not persons and (leads or not named) and all((p.start, p.end) in taken for p in named):
        persons = distinct(text, [p for p in before if not any(same_words(text, p, o) for o in others)])
    return (party(text, persons[0], "PERSON"), True) if len(persons) == 1 else (None, True)
