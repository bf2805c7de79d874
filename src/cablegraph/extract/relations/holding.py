"""What the words of a post say of who holds it: the body it belongs to, whether it is held no more or for another, or is no post at all.

'Member of X' is a Membership in X, not a post (``turns`` in ``data/occupancy.yml``). The trap is the bare head: 'member' or 'agent' without
its body says nothing.
"""

import re

from cablegraph.extract.relations.patterns import load_leading, load_turns
from cablegraph.extract.relations.pieces import Piece, party, plain
from cablegraph.model.relation import Party

FORMER = re.compile(
    r"\bformer(?:ly)?\b|\bex-|\bthen\b|(?<!\w)(?:سابق|پیشین|وقت)(?!\w)|(?<!\w)(?:السابق|السابقه|الاسبق)(?!\w)",
    re.IGNORECASE,
)
ACTING = re.compile(
    r"\bacting\b|\binterim\b|(?<!\w)(?:سرپرست|کفیل)(?!\w)|(?<!\w)(?:ب?ال)?وکاله(?!\w)|بالانابه|بالنیابه|الموقت",
    re.IGNORECASE,
)
COMPLEMENT = re.compile(r" (?:of|for|to|at|in) |[\u0600-\u06ff]")
TITLE_WORDS = 3


def body_of(text: str, post: Piece) -> Party | None:
    """The body that a post names: an organisation before a place before a group, the widest first; never the whole post itself."""
    bodies = [p for p in post.inner if p.kind in "OLG" and (p.start, p.end) != (post.start, post.end)]
    bodies.sort(key=lambda p: ("OLG".find(p.kind), p.start - p.end))
    return party(text, bodies[0]) if bodies else None


def turn(text: str, post: Piece, body: Party | None) -> tuple[str, Party] | None:
    """The type that a post's own head makes of it, and the body ('member of X' is a Membership in X); None where it stays a post."""
    words = text[post.start : post.end]
    for head, kind in load_turns().items():
        found = re.match(rf"{re.escape(head)}[ \u200c]+(?:(?:of|in|at|فی) )?(?:the )?", plain(words), re.IGNORECASE)
        if found and found.end() < len(words):
            start = post.end - len(words[found.end() :])
            return kind, body or Party(text[start : post.end], start, post.end, "ORG")
    return None


def is_leading(text: str, post: Piece, body: Party | None) -> bool:
    """Whether who holds a post leads the body it names: 'commander of the brigade', but neither 'chief of staff' nor the head of a country."""
    if body is None or body.label != "ORG" or text.startswith(("'s", "’s"), body.end):
        return False
    return load_leading().search(plain(text[post.start : post.end])) is not None


def is_bare_turn(text: str, post: Piece) -> bool:
    """Whether a post is nothing but a head that needs its body ('member'), which says nothing."""
    return plain(text[post.start : post.end]).strip().lower() in load_turns()


def is_former(text: str, post: Piece, first: int) -> bool:
    """Whether the words of a post, or those right before it from ``first`` on, say that it is held no more."""
    return bool(FORMER.search(plain(text[max(first, post.start - 12) : post.end])))


def is_acting(text: str, post: Piece, sentence: tuple[int, int]) -> bool:
    """Whether a post is held for another, as its words or those beside it in its sentence say."""
    return bool(ACTING.search(plain(text[max(sentence[0], post.start - 8) : min(sentence[1], post.end + 9)])))


def is_title(text: str, post: Piece) -> bool:
    """Whether a post is told by its title alone ('Foreign Minister'), without a complement, a body or a nation."""
    words = plain(text[post.start : post.end])
    return not post.inner and len(words.split()) <= TITLE_WORDS and not COMPLEMENT.search(words)
