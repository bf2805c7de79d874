"""One sentence and the relations that its patterns find in it.

Knows how a match becomes a relation: its ends, whom a pronoun means, the body of a post, what a post's own head makes of it. The trap is
the pronoun: it stands for a person only where the sentence before, or the words before in the same one, name exactly one.
"""

import re
from collections.abc import Iterator, Sequence

from cablegraph.extract.relations.cues import WRITER, Stance, judge
from cablegraph.extract.relations.interval import Dated, Period, read_period
from cablegraph.extract.relations.mask import Mask, Piece, party, plain
from cablegraph.extract.relations.patterns import Pattern, load_rules, load_turns
from cablegraph.extract.relations.prepare import join_lists, prepare
from cablegraph.model.relation import FoundRelation, Modality, Party, Polarity
from cablegraph.model.schemata import relation_schemata

INFERRED = 0.75
MOST_PAIRS = 4
"""A list on each side makes more pairs than a sentence can be held to."""
BESIDE = Stance(Polarity.AFFIRMED, Modality.FACT, WRITER)
"""A post beside a name is stated by the writer, whatever the sentence denies, plans or asks."""
FORMER = re.compile(
    r"\bformer(?:ly)?\b|\bex-|\bthen\b|(?<!\w)(?:سابق|پیشین|وقت)(?!\w)|(?<!\w)(?:السابق|السابقه|الاسبق)(?!\w)",
    re.IGNORECASE,
)
ACTING = re.compile(
    r"\bacting\b|\binterim\b|(?<!\w)(?:سرپرست|کفیل)(?!\w)|(?<!\w)(?:ب?ال)?وکاله(?!\w)|بالانابه|بالنیابه|الموقت",
    re.IGNORECASE,
)


class Sentence:
    """One sentence while its relations are gathered."""

    def __init__(
        self,
        text: str,
        span: tuple[int, int],
        mask: Mask,
        language: str,
        dates: Sequence[Dated | None],
        before: Sequence[Piece],
        as_of: str | None,
        writer: Piece | None,
    ) -> None:
        self.text, self.span, self.mask, self.language = text, span, mask, language
        self.dates, self.before, self.as_of, self.writer = dates, before, as_of, writer

    def find(self) -> list[FoundRelation]:
        """Prepare the mask and apply the patterns: posts beside names first, then all others."""
        rules = load_rules(self.language)
        prepare(self.mask, self.language)
        found: list[FoundRelation] = []
        kinds = [kind for kind, trigger in rules.triggers.items() if trigger.search(self.mask.text)]
        for kind in kinds:
            for pattern in rules.patterns[kind]:
                if pattern.drop:
                    found += self._apply(pattern)
        join_lists(self.mask, self.language)
        for kind in kinds:
            for pattern in rules.patterns[kind]:
                if not pattern.drop:
                    found += self._apply(pattern)
        return found

    def _apply(self, pattern: Pattern) -> list[FoundRelation]:
        found = []
        for match in pattern.find.finditer(self.mask.text):
            found += list(self._relations(pattern, match))
        if pattern.drop and found:
            self.mask.replace(pattern.find, self._kept)
        return found

    def _kept(self, match: re.Match[str]) -> Piece | None:
        """The person alone, where a post beside the name has been read; the sentence is then as if the post had not been there."""
        piece = self.mask.pieces[int(match["subject"][1:])]
        return Piece(piece.kind, piece.start, piece.end, piece.inner, piece.joined)

    def _objects(self, match: re.Match[str], name: str) -> tuple[Piece, ...]:
        """The objects of a match; ``before`` is the one person of the sentence before, as a possessive means ('His codename is ...')."""
        if name != "before":
            return self._ends(match, name)
        persons = _distinct(self.text, self.before)
        return tuple(persons) if len(persons) == 1 else ()

    def _ends(self, match: re.Match[str], name: str) -> tuple[Piece, ...]:
        token = match.groupdict().get(name)
        if not token:
            return ()
        piece = self.mask.pieces[int(token[1:])]
        return piece.joined or (piece,)

    def _relations(self, pattern: Pattern, match: re.Match[str]) -> Iterator[FoundRelation]:
        groups = match.groupdict()
        negated = any(words for name, words in groups.items() if name.startswith("neg"))
        stance = (
            BESIDE
            if pattern.when == "beside"
            else judge(self.mask, self.text, match.start(), match.end(), self.language, negated=negated)
        )
        if not stance.stated:
            return
        both = self._ends(match, "both")
        pairs = (
            [(a, b) for n, a in enumerate(both) for b in both[n + 1 :]]
            if both
            else [(a, b) for a in self._ends(match, "subject") for b in self._objects(match, pattern.object_from)]
        )
        if len(pairs) > MOST_PAIRS:
            return
        period = read_period(self.mask, self.dates, match.start(), match.end(), pattern.when)
        for subject, object_ in pairs:
            yield from self._make(pattern, match, subject, object_, period, stance)

    def _make(
        self, pattern: Pattern, match: re.Match[str], subject: Piece, object_: Piece, period: Period, stance: Stance
    ) -> Iterator[FoundRelation]:
        handler = self._ends(match, "handler")
        first_end, inferred = self._resolve(subject, (object_, *handler))
        second_end, inferred_too = self._resolve(object_, (subject, *handler))
        if not first_end or not second_end or (first_end.start, first_end.end) == (second_end.start, second_end.end):
            return
        start, end = self.span
        organization = self._organization(match, object_, pattern)
        kind = pattern.type
        turned = self._turned(object_, organization) if kind == "Occupancy" else None
        if turned:
            (kind, second_end), organization = turned, None
        handler_end = self._resolve(handler[0], (subject, object_))[0] if handler else None
        cue_start, cue_end = self.mask.span(match.start(), match.end())
        past = pattern.when == "past" or (kind == "Occupancy" and self._former(object_))
        as_of = period.held or (None if period.first or period.last or past else self.as_of)
        confidence = pattern.confidence * (INFERRED if inferred or inferred_too else 1.0)
        instant = relation_schemata()[kind].instant
        yield FoundRelation(
            type=kind,
            subject=first_end,
            object=second_end,
            start=start,
            end=end,
            quote=self.text[start:end],
            organization=organization,
            handler=handler_end,
            first=period.first or (period.held if instant else None),
            last=period.last or (period.held if instant else None),
            as_of=None if instant and period.held else as_of,
            polarity=stance.polarity,
            modality=stance.modality,
            asserted_by=stance.asserted_by,
            acting=pattern.acting or (kind == "Occupancy" and self._acting(object_)),
            inferred=inferred or inferred_too,
            confidence=round(confidence, 3),
            cue=self.text[cue_start:cue_end],
            origin=f"rule:{pattern.name}",
        )

    def _resolve(self, piece: Piece, others: Sequence[Piece]) -> tuple[Party | None, bool]:
        """The party of a piece; a pronoun is the one other person before it in the sentence, or the one of the sentence before, else nobody."""
        if piece.kind != "R":
            return party(self.text, piece), False
        if self.text[piece.start : piece.end] == "I":
            return (party(self.text, self.writer, "PERSON"), True) if self.writer else (None, True)
        taken = {(o.start, o.end) for o in others}
        earlier = {
            (p.start, p.end): p for p in self.mask.pieces if p.kind in "PC" and p.end <= piece.start and not p.joined
        }
        named = _distinct(self.text, list(earlier.values()))
        persons = [p for p in named if (p.start, p.end) not in taken]
        leads = any(p.kind == "R" and p.start < piece.start for p in self.mask.pieces)
        if not persons and (leads or not named) and all((p.start, p.end) in taken for p in named):
            persons = _distinct(
                self.text, [p for p in self.before if not any(_same_words(self.text, p, o) for o in others)]
            )
        return (party(self.text, persons[0], "PERSON"), True) if len(persons) == 1 else (None, True)

    def _organization(self, match: re.Match[str], object_: Piece, pattern: Pattern) -> Party | None:
        named = self._ends(match, "organization")
        if named:
            return party(self.text, named[0])
        if pattern.type != "Occupancy":
            return None
        bodies = [p for p in object_.inner if p.kind in "OLG"]
        bodies.sort(key=lambda p: ("OGL".find(p.kind), p.start - p.end))
        return party(self.text, bodies[0]) if bodies else None

    def _turned(self, post: Piece, body: Party | None) -> tuple[str, Party] | None:
        """The type that a post's own head makes of it, and the body ('member of X' is a Membership in X); None where it stays a post."""
        words = self.text[post.start : post.end]
        for head, kind in load_turns().items():
            found = re.match(rf"{re.escape(head)}[ \u200c]+(?:(?:of|in|at|فی) )?(?:the )?", plain(words), re.IGNORECASE)
            if found and found.end() < len(words):
                start = post.end - len(words[found.end() :])
                return kind, body or Party(self.text[start : post.end], start, post.end, "ORG")
        return None

    def _former(self, piece: Piece) -> bool:
        return bool(FORMER.search(plain(self.text[max(self.span[0], piece.start - 12) : piece.end])))

    def _acting(self, piece: Piece) -> bool:
        return bool(
            ACTING.search(plain(self.text[max(self.span[0], piece.start - 8) : min(self.span[1], piece.end + 9)]))
        )


def _same_words(text: str, a: Piece, b: Piece) -> bool:
    left, right = plain(text[a.start : a.end]), plain(text[b.start : b.end])
    return left in right or right in left


def _distinct(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with different words; a surname alone is the same as the full name that ends with it."""
    kept: list[Piece] = []
    for piece in pieces:
        if not any(_same_words(text, piece, k) for k in kept):
            kept.append(piece)
    return kept
