"""Find the relations that a text states, sentence by sentence, each with its proof.

Knows the order of things: mask, posts beside names, lists, patterns, then stance and period of each match. Leaves what mentions mean to
linking. The trap is the pronoun: it stands for a person only where the sentence before names exactly one.
"""

from collections.abc import Sequence
from datetime import date

from cablegraph.calendars import DateMatch
from cablegraph.extract.posts import find_descriptions
from cablegraph.extract.relations.dated import read_date
from cablegraph.extract.relations.lexicon import LANGUAGES, is_rank, lexicon
from cablegraph.extract.relations.mask import Mask
from cablegraph.extract.relations.patterns import load_rules
from cablegraph.extract.relations.pieces import Piece, make_pieces, plain
from cablegraph.extract.relations.sentence import Sentence
from cablegraph.extract.relations.signature import find_signatures, find_writer
from cablegraph.extract.relations.within import Within
from cablegraph.model.mention import FoundMention
from cablegraph.model.relation import FoundRelation
from cablegraph.model.schemata import relation_schemata
from cablegraph.text import find_language, find_sentences, script_of

LONGEST = 1500
SURE = 0.7
"""The least confidence of a relation that its rule bears out; chosen on the development half of the labelled documents (see the reference page)."""


def find_relations(
    text: str,
    mentions: Sequence[FoundMention],
    dates: Sequence[DateMatch],
    *,
    language: str | None = None,
    written: date | None = None,
) -> list[FoundRelation]:
    """Find relations between the mentions of a text, by patterns over each sentence.

    Args:
        text: The text of a page or document.
        mentions: Its mentions, spans in code points of ``text``.
        dates: Its dates, likewise.
        language: Its language where known ("en", "fa", "ar"); a sentence in another script is read in its own.
        written: The day of writing, which becomes ``as_of`` where the sentence gives no date.

    Returns:
        Relations in reading order; each quotes its whole sentence. Nothing where a sentence only asks or supposes.
    """
    main = language if language in LANGUAGES else find_language(text) if text.strip() else "en"
    read = [read_date(d) for d in dates]
    dated = Within(enumerate(dates), lambda entry: (entry[1].span[0], entry[1].span[1]))
    marked = Within(mentions, lambda m: (m.start, m.end))
    as_of = written.isoformat() if written else None
    found: list[FoundRelation] = []
    before: list[Piece] = []
    writer = find_writer(text, mentions)
    described = list(find_descriptions(text))
    for _, stated in described:
        found += stated
    entries = Within([span for span, _ in described], lambda span: (span.start, span.end))
    found += find_signatures(text, mentions, main, as_of)
    for start, end in find_sentences(text, main):
        entry = entries.before(start)
        if end - start > LONGEST or (entry and start < entry.end):
            before = []
            continue
        near = [m for m in marked.inside(start, end) if not (m.label == "PERSON" and is_rank(m.text))]
        own = _language_of(text[start:end], main)
        if not near and not before:
            continue
        words = plain(text[start:end])
        if (
            load_rules(own).any_trigger.search(words)
            or any(m.label == "POST" for m in near)
            or lexicon(own).head.search(words)
        ):
            mask = Mask(text, start, end, make_pieces(near, dated.inside(start, end)))
            found += Sentence(text, (start, end), mask, own, read, before, as_of, writer).find()
        persons = [Piece("P", m.start, m.end) for m in near if m.label in {"PERSON", "CODENAME"}]
        before = persons or ([] if near else before)
    return _settle(found)


def _language_of(sentence: str, main: str) -> str:
    script = script_of(sentence)
    if script == "Arab":
        own = main if main in {"fa", "ar"} else find_language(sentence)
        return own if own in {"fa", "ar"} else "fa"
    return "en" if script == "Latn" or main not in LANGUAGES else main


def _settle(found: list[FoundRelation]) -> list[FoundRelation]:
    """One relation for each pair of ends and type in a sentence: the surest, or the one that says more of time."""
    best: dict[tuple[object, ...], FoundRelation] = {}
    for relation in found:
        ends = ((relation.subject.start, relation.subject.end), (relation.object.start, relation.object.end))
        if not relation_schemata()[relation.type].directed:
            ends = (min(ends), max(ends))
        key = (relation.type, relation.start, *ends)
        rival = best.get(key)
        if rival is None or _weight(relation) > _weight(rival):
            best[key] = relation
    return sorted(best.values(), key=lambda r: (r.start, r.subject.start, r.type, r.object.start))


def _weight(relation: FoundRelation) -> tuple[bool, float]:
    return bool(relation.first or relation.last), relation.confidence
