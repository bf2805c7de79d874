"""Entries of lists of persons: 'Adams, Anna B., Director, Office of Roads, until May 1966; thereafter, Ambassador to X'.

Leaves the clauses to ``terms.py``. The trap is the name: given names, ranks, 'Jr.' and branches of service stand between commas too, so the
post begins with the first part that holds a word for a post.
"""

import re
from collections.abc import Iterator

from cablegraph.extract.posts.terms import TIME, Term, find_terms, head
from cablegraph.model.relation import FoundRelation, Party
from cablegraph.text import Span

NAME_WORD = r"(?:(?:[Aa]l-?|[Ee]l-?|[Ii]bn|[Bb]in|[Bb]en|[Dd]e|[Vv]on|[Vv]an|ol-|ud-|ed-)[ -]?)*[A-Z][\w.'’()/-]*"
ENTRY = re.compile(
    rf"^(?P<surname>{NAME_WORD}(?: {NAME_WORD}){{0,5}}(?: \([^)\n]{{1,40}}\))?), (?P<rest>[^\n]{{8,1200}})$",
    re.MULTILINE,
)
PROSE = re.compile(
    r"\b(?:said|says|told|met|were|are|has|have|had|that he|which|visited|asked|would|will|reported|is|was)\b(?! (?:also|formerly))"
)
NAME_TAIL = re.compile(
    r"(?:Jr|Sr|II|III|IV|USA|USN|USAF|USMC|USCG|Ret|RN|RAF|M\.?D|Ph\.?D|Esq|K\.?C\.?M\.?G|U\.?S\.? ?(?:Army|Navy|Air Force|Marine Corps))\.?\Z"
)
STATED, UNDATED = 0.9, 0.6


def _role_start(rest: str) -> int | None:
    """Where the post begins in what follows a surname: at the first part between commas that holds a word for a post."""
    at = 0
    parts = re.split(r"(?<=,) (?![^(]*\))", rest)
    for number, part in enumerate(parts):
        words = part.rstrip(" ,;")
        tail = NAME_TAIL.search(words) is not None and len(words.split()) <= 3
        rank_and_name = (
            number == 0
            and len(parts) > 1
            and re.fullmatch(r"(?:[A-Z][\w.'’-]*\s?)+(?:\([^)]*\)\s?)?", words)
            and not re.search(r"\b(?:of|to|for|in|the)\b", words)
            and not _starts_with_post(words)
        )
        if not tail and not rank_and_name and head().search(part.split(";")[0]):
            return at
        if ";" in part:
            return at + part.index(";") + 1
        if number > 4:
            return None
        at += len(part) + 1
    return None


def _starts_with_post(words: str) -> bool:
    """Whether a part is a post and no rank with a name: 'Foreign Minister', 'Ambassador', but not 'General Paul D.'."""
    heads = list(head().finditer(words))
    return bool(heads) and words[heads[-1].end() :].strip() == ""


def find_descriptions(text: str) -> Iterator[tuple[Span, tuple[FoundRelation, ...]]]:
    """Find entries of lists of persons and the posts they state.

    Args:
        text: A text in which each entry is a line.

    Yields:
        The span of each entry with its Occupancy relations; the post's words are the object, what stands behind its first comma the organization.
    """
    for line in ENTRY.finditer(text):
        if ";" not in line[0] and not TIME.search(line[0]):
            continue
        start = _role_start(line["rest"])
        if start is None or PROSE.search(re.sub(r"\([^)]*\)", "", line[0])):
            continue
        begin = line.start("rest") + start
        name_end = begin - (len(text[line.start() : begin]) - len(text[line.start() : begin].rstrip(" ,")))
        name = Party(text[line.start() : name_end], line.start(), name_end, "PERSON")
        terms = [t for t in find_terms(text, begin, line.end()) if t.first or t.last or t.basis == "undated"]
        if any(t.first or t.last for t in terms):
            yield Span(*line.span()), tuple(_relation(text, line, name, term) for term in terms)


def _relation(text: str, line: re.Match[str], name: Party, term: Term) -> FoundRelation:
    comma = text.find(", ", term.start, term.end)
    organization = Party(text[comma + 2 : term.end], comma + 2, term.end, "ORG") if comma > 0 else None
    return FoundRelation(
        type="Occupancy",
        subject=name,
        object=Party(text[term.start : term.end], term.start, term.end, "POST"),
        start=line.start(),
        end=line.end(),
        quote=line[0],
        organization=organization,
        first=term.first,
        last=term.last,
        acting=bool(re.match(r"(?:Acting|Interim)\b", text[term.start : term.end])),
        confidence=UNDATED if term.basis == "undated" else STATED,
        cue=text[term.start : term.end],
        origin=f"rule:description.{term.basis}",
    )
