"""The signature under a letter: a name on a line of its own, and the signer's post on the next.

It states that the signer held the post when the letter was written. The trap is the list of names: a post line counts only right under a
line that is nothing but one name.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from cablegraph.extract.relations.lexicon import lexicon
from cablegraph.extract.relations.mask import Mask
from cablegraph.extract.relations.pieces import Piece, make_pieces, party
from cablegraph.extract.relations.within import Within
from cablegraph.model.mention import FoundMention
from cablegraph.model.relation import FoundRelation

NAME_LINE = re.compile(r"\A(?:[^\s⟦⟧]{1,12} ){0,2}⟦P\d+⟧(?:,? [A-Z]{2,5})?[ ,]*\Z")
SAYS = re.compile(r"[.!?؟»”\"]\s*\Z")
"""The end of a sentence, which no signature has."""
SENDER = re.compile(r"^[ \t]*(?:FROM|From|از|من)[ \t]*[:：][ \t]*(?P<name>[^\n]{2,80})$", re.MULTILINE)
POST_LINE = re.compile(r"\A⟦T(?P<post>\d+)⟧(?: ⟦[OL]\d+⟧)?[ .]*\Z")
MOST = 90


def _post(mask: Mask, found: re.Match[str]) -> Piece:
    start, end = mask.span(*found.span())
    inner = tuple(p for t in mask.inside(*found.span()) for p in (t, *t.inner) if p.kind in "OL")
    return Piece("T", start, end, inner)


def find_writer(text: str, mentions: Sequence[FoundMention]) -> Piece | None:
    """The person who says 'I': the one whose name alone stands on one of the last lines, else the one named as sender."""
    named = [m for m in mentions if m.label == "PERSON"]
    last = [line for line in re.finditer(r"[^\n]+", text) if line[0].strip()][:-4:-1]
    spans = [(line.start(), line.end()) for line in last if len(line[0].split()) <= 6 and not SAYS.search(line[0])]
    spans += [m.span("name") for m in SENDER.finditer(text[:3000])]
    for start, end in spans:
        found = [m for m in named if start <= m.start and m.end <= end]
        if len(found) == 1:
            return Piece("P", found[0].start, found[0].end)
    return None


def find_signatures(
    text: str, mentions: Sequence[FoundMention], language: str, as_of: str | None
) -> Iterator[FoundRelation]:
    """Find signatures with a post.

    Args:
        text: The text of a page.
        mentions: Its mentions.
        language: "en", "fa" or "ar".
        as_of: The day of writing, on which the post was held.
    """
    words = lexicon(language)
    lines = [line for line in re.finditer(r"[^\n]+", text) if line[0].strip()]
    marked = Within(mentions, lambda m: (m.start, m.end))
    for upper, lower in pairwise(lines):
        if len(upper[0]) > MOST or len(lower[0]) > MOST or "\n\n" in text[upper.end() : lower.start()]:
            continue
        above = [m for m in marked.inside(*upper.span()) if m.label != "POST"]
        name = next((m for m in above if m.label == "PERSON"), None)
        if name is None:
            continue
        first = Mask(text, *upper.span(), make_pieces(above))
        second = Mask(text, *lower.span(), make_pieces(marked.inside(*lower.span())))
        first.replace(words.rank, lambda _: "")
        second.replace(words.post, partial(_post, second))
        post = POST_LINE.match(second.text.strip())
        if not NAME_LINE.match(first.text.strip()) or not post:
            continue
        piece = second.pieces[int(post["post"])]
        bodies = [p for p in piece.inner if p.kind in "OL"]
        yield FoundRelation(
            type="Occupancy",
            subject=party(text, Piece("P", name.start, name.end)),
            object=party(text, piece),
            start=upper.start(),
            end=lower.end(),
            quote=text[upper.start() : lower.end()],
            organization=party(text, bodies[0]) if bodies else None,
            as_of=as_of,
            confidence=0.85,
            cue=text[piece.start : piece.end],
            origin="rule:signature",
        )
