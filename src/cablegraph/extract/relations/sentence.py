"""One sentence and the relations that its patterns find in it.

Knows how a match becomes a relation: its ends, its period, its stance. Leaves to ``people.py`` whom a pronoun means and to ``holding.py`` what
the words of a post say. The trap is the order: posts beside names are read and taken away first, so that what is left is plain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from cablegraph.extract.relations.cues import WRITER, Stance, judge
from cablegraph.extract.relations.dated import Dated
from cablegraph.extract.relations.holding import body_of, is_acting, is_bare_turn, is_former, is_leading, is_title, turn
from cablegraph.extract.relations.interval import Period, read_period
from cablegraph.extract.relations.lexicon import lexicon
from cablegraph.extract.relations.mask import TOKEN, Mask
from cablegraph.extract.relations.match import ends_of, is_owned, kept, pairs_of
from cablegraph.extract.relations.patterns import Pattern, load_rules
from cablegraph.extract.relations.people import resolve
from cablegraph.extract.relations.pieces import Piece, party
from cablegraph.extract.relations.prepare import join_lists, mark_described, prepare
from cablegraph.extract.relations.where import find_place
from cablegraph.model.relation import FoundRelation, Modality, Party, Polarity
from cablegraph.model.schemata import relation_schemata

INFERRED = 0.75
TITLE = 0.55
"""How sure a title beside a name is where nothing tells of which body: it is an address, and people keep it after the post."""
EVENTS = frozenset({"Meeting", "Recruitment"})
"""Types that happen somewhere, so that a place in their clause is theirs."""
BESIDE = Stance(Polarity.AFFIRMED, Modality.FACT, WRITER)
"""A post beside a name is stated by the writer, whatever the sentence denies, plans or asks."""


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
        kinds_of_ends = [token[1] for token in TOKEN.finditer(self.mask.text) if token[1] != "D"]
        alone = (
            len(kinds_of_ends) < 2 and "C" not in kinds_of_ends
        )  # a codename may have its other end in the sentence before
        if alone and not (kinds_of_ends and lexicon(self.language).described.told.search(self.mask.text)):
            return []  # a relation has two ends
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
        described = [pattern for kind in kinds for pattern in rules.patterns[kind] if pattern.described]
        if described and mark_described(self.mask, self.language):
            for pattern in described:
                found += self._apply(pattern)
        return found

    def _apply(self, pattern: Pattern) -> list[FoundRelation]:
        found = []
        for match in pattern.find.finditer(self.mask.text):
            found += list(self._relations(pattern, match))
        if pattern.drop and found:
            self.mask.replace(pattern.find, partial(kept, self.mask))
        return found

    def _relations(self, pattern: Pattern, match: re.Match[str]) -> Iterator[FoundRelation]:
        groups = match.groupdict()
        if is_owned(self.mask, pattern, match):
            return
        negated = any(words for name, words in groups.items() if name.startswith("neg"))
        stance = (
            BESIDE
            if pattern.when == "beside"
            else judge(self.mask, self.text, match.start(), match.end(), self.language, negated=negated)
        )
        if not stance.stated:
            return
        pairs = pairs_of(self.text, self.mask, pattern, match, self.before)
        period = read_period(self.mask, self.dates, match.start(), match.end(), pattern.when)
        for subject, object_ in pairs:
            yield from self._make(pattern, match, subject, object_, period, stance)

    def _resolve(self, piece: Piece, others: Sequence[Piece]) -> tuple[Party | None, bool]:
        return resolve(self.text, self.mask, piece, others, self.before, self.writer)

    def _make(
        self, pattern: Pattern, match: re.Match[str], subject: Piece, object_: Piece, period: Period, stance: Stance
    ) -> Iterator[FoundRelation]:
        handler = ends_of(self.mask, match, "handler")
        first_end, inferred = self._resolve(subject, (object_, *handler))
        second_end, inferred_too = self._resolve(object_, (subject, *handler))
        if not first_end or not second_end or (first_end.start, first_end.end) == (second_end.start, second_end.end):
            return
        start, end = self.span
        post = pattern.type == "Occupancy"
        if post and is_bare_turn(self.text, object_):
            return
        organization = self._organization(match, object_, pattern)
        kind = pattern.type
        turned = turn(self.text, object_, organization) if post else None
        if turned:
            (kind, second_end), organization = turned, None
        handler_end = self._resolve(handler[0], (subject, object_))[0] if handler else None
        cue_start, cue_end = self.mask.span(match.start(), match.end())
        past = pattern.when == "past" or (kind == "Occupancy" and is_former(self.text, object_, start))
        as_of = period.held or (None if period.first or period.last or past else self.as_of)
        confidence = pattern.confidence * (INFERRED if inferred or inferred_too else 1.0)
        if pattern.when == "beside" and organization is None and is_title(self.text, object_):
            confidence = TITLE
        instant = relation_schemata()[kind].instant
        made = FoundRelation(
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
            place=find_place(self.mask, self.text, match, self.language) if kind in EVENTS else None,
            acting=pattern.acting or (kind == "Occupancy" and is_acting(self.text, object_, self.span)),
            inferred=inferred or inferred_too,
            confidence=round(confidence, 3),
            cue=self.text[cue_start:cue_end],
            origin=f"rule:{pattern.name}",
        )
        yield made
        if kind == "Occupancy" and organization and is_leading(self.text, object_, organization):
            yield replace(made, type="Directorship", object=organization, organization=None, acting=False)

    def _organization(self, match: re.Match[str], object_: Piece, pattern: Pattern) -> Party | None:
        named = ends_of(self.mask, match, "organization")
        if named:
            return party(self.text, named[0])
        return body_of(self.text, object_) if pattern.type == "Occupancy" else None
