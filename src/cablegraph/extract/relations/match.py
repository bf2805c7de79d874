"""The ends of a pattern's match, and the pairs that its lists make.

The trap is the list: 'A, B and C met D' states three pairs, but a list on either side states more than a sentence can be held to.
"""

import re
from collections.abc import Sequence

from cablegraph.extract.relations.mask import Mask
from cablegraph.extract.relations.patterns import Pattern
from cablegraph.extract.relations.people import distinct, is_owner
from cablegraph.extract.relations.pieces import Piece

MOST_PAIRS = 4
"""A list on each side makes more pairs than a sentence can be held to."""
LONGEST_LIST = 15
"""One list against one end states a pair for each member, up to this many."""
KIN = frozenset({"Family", "Associate"})
"""Types whose patterns name the noun that an end owns ('the brother of ...')."""


def ends_of(mask: Mask, match: re.Match[str], name: str) -> tuple[Piece, ...]:
    """The pieces in a slot of a match: one, the members of a list, or none where the pattern has no such slot."""
    token = match.groupdict().get(name)
    if not token:
        return ()
    piece = mask.pieces[int(token[1:])]
    return piece.joined or (piece,)


def kept(mask: Mask, match: re.Match[str]) -> Piece:
    """The person alone, where a post beside the name has been read; the sentence is then as if the post had not been there."""
    piece = mask.pieces[int(match["subject"][1:])]
    return Piece(piece.kind, piece.start, piece.end, piece.inner, piece.joined)


def is_owned(mask: Mask, pattern: Pattern, match: re.Match[str]) -> bool:
    """Whether an end of the match is only the owner of who acts ('the brother of ⟦P⟧ met ...')."""
    if pattern.type in KIN or pattern.when == "beside":
        return False
    for name in ("subject", "object", "both", "handler"):
        if match.groupdict().get(name):
            token = match.start(name) - 1
            opens = token == match.start() and name in {"subject", "both"}
            if (opens or match[name][0] in "PC") and is_owner(mask, token, pattern.language, opens=opens):
                return True
    return False


def pairs_of(
    text: str, mask: Mask, pattern: Pattern, match: re.Match[str], before: Sequence[Piece]
) -> list[tuple[Piece, Piece]]:
    """The pairs of ends that a match states; none where lists make too many.

    The slot ``also`` is the object of a second verb of the same subject ('attacked A and destroyed B'). An object taken
    from ``before`` is the one person of the sentence before, as a possessive means it ('His codename is ...').
    """
    both = ends_of(mask, match, "both")
    if both:
        pairs = [(a, b) for n, a in enumerate(both) for b in both[n + 1 :]]
        return pairs if len(pairs) <= MOST_PAIRS else []
    subjects = ends_of(mask, match, "subject")
    if pattern.last:
        subjects = subjects[-1:]
    if pattern.object_from == "before":
        persons = distinct(text, before)
        objects = tuple(persons) if len(persons) == 1 else ()
    else:
        objects = ends_of(mask, match, pattern.object_from) + ends_of(mask, match, "also")
    most = LONGEST_LIST if 1 in {len(subjects), len(objects)} else MOST_PAIRS
    pairs = [(a, b) for a in subjects for b in objects]
    return pairs if len(pairs) <= most else []
