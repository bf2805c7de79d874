"""From a query to Tantivy's query, and from a document found to the passages that match."""

import re
from collections.abc import Iterator, Sequence

import tantivy
from rapidfuzz.distance import DamerauLevenshtein

from cablegraph.model import Mention
from cablegraph.names.word_keys import find_name_keys
from cablegraph.store import FullText
from cablegraph.text import Span, find_words, normalise
from cablegraph.workbench.indexing import NAMED
from cablegraph.workbench.query import Kind, Query, Term
from cablegraph.workbench.word_stems import find_forms

_NAME_BOOST = 0.6
_TITLE_BOOST = 1.5
_STEM_BOOST = 0.2  # another form of a word counts for little beside the word itself


def full_text_query(full_text: FullText, query: Query, *, scripts: bool) -> tantivy.Query:
    """The query for the index; with ``scripts`` a word also matches names that sound alike in any script."""
    if not query:
        return tantivy.Query.all_query()
    schema = full_text.index.schema
    parts: list[tuple[tantivy.Occur, tantivy.Query]] = []
    for group in query:
        options = [(tantivy.Occur.Should, _term_query(schema, term, scripts=scripts)) for term in group]
        occur = tantivy.Occur.MustNot if group[0].excluded else tantivy.Occur.Must
        parts.append((occur, options[0][1] if len(options) == 1 else tantivy.Query.boolean_query(options)))
    return tantivy.Query.boolean_query(parts)


def _term_query(schema: tantivy.Schema, term: Term, *, scripts: bool) -> tantivy.Query:
    options = [
        (tantivy.Occur.Should, _field_query(schema, "words", term)),
        (tantivy.Occur.Should, tantivy.Query.boost_query(_field_query(schema, "title", term), _TITLE_BOOST)),
    ]
    if scripts and not term.excluded and term.kind is Kind.WORDS and term.keys:
        each = [(tantivy.Occur.Must, tantivy.Query.term_set_query(schema, "keys", sorted(keys))) for keys in term.keys]
        options.append(
            (tantivy.Occur.Should, tantivy.Query.boost_query(tantivy.Query.boolean_query(each), _NAME_BOOST))
        )
    for stem in sorted(term.stems):
        found = tantivy.Query.term_query(schema, "stems", stem)
        options.append((tantivy.Occur.Should, tantivy.Query.boost_query(found, _STEM_BOOST)))
    return tantivy.Query.boolean_query(options)


def _field_query(schema: tantivy.Schema, name: str, term: Term) -> tantivy.Query:
    word = term.words[0]
    if term.kind is Kind.PREFIX:
        return tantivy.Query.fuzzy_term_query(schema, name, word, distance=0, prefix=True)
    if term.kind is Kind.FUZZY:
        return tantivy.Query.fuzzy_term_query(schema, name, word, distance=term.distance)
    if len(term.words) > 1:
        return tantivy.Query.phrase_query(schema, name, list(term.words))
    return tantivy.Query.term_query(schema, name, word)


def find_hits(
    text: str, terms: Sequence[Term], mentions: Sequence[Mention], *, scripts: bool, language: str = "und"
) -> tuple[list[Span], list[str]]:
    """The passages of a document that match, in reading order, and why, in words a reader understands; ``language`` is the document's."""
    folded = normalise(text)
    hits: set[Span] = set()
    why: list[str] = []
    named = [m for m in mentions if m.label in NAMED] if scripts else []
    for term in terms:
        direct = [folded.to_original(start, end) for start, end in _places(folded.text, term)]
        if direct:
            why.append(f"the word {text[direct[0].start : direct[0].end]}")
        hits.update(direct)
        if scripts and term.kind is Kind.WORDS and term.keys:
            by_sound = [s for m in named for s in _name_hits(m, term) if s not in hits]
            if by_sound:
                first = by_sound[0]
                why.append(f"the name {term.text} written {text[first.start : first.end]}")
            hits.update(by_sound)
        by_form = [
            span
            for span in find_forms(text, term.words[0], term.stems, mentions, language=language)
            if term.stems and span not in hits
        ]
        if by_form:
            why.append(f"the word {term.text} in the form {text[by_form[0].start : by_form[0].end]}")
        hits.update(by_form)
    return sorted(hits), why


def _places(folded: str, term: Term) -> Iterator[Span]:
    """Where a term stands in a folded text, as spans of that text."""
    if term.kind is Kind.FUZZY:
        for start, end in find_words(folded):
            if (
                DamerauLevenshtein.distance(folded[start:end], term.words[0], score_cutoff=term.distance)
                <= term.distance
            ):
                yield Span(start, end)
        return
    body = r"\W+".join(map(re.escape, term.words)) + (r"\w*" if term.kind is Kind.PREFIX else "")
    for found in re.finditer(rf"(?<!\w){body}(?!\w)", folded):
        yield Span(*found.span())


def _name_hits(m: Mention, term: Term) -> list[Span]:
    """The words of a name that share a key with the words of the term: all of them, in any order."""
    words = [(Span(m.start + s.start, m.start + s.end), keys) for s, keys in find_name_keys(m.text)]
    out = []
    for keys in term.keys:
        found = next((span for span, theirs in words if theirs & keys), None)
        if found is None:
            return []
        out.append(found)
    return [Span(min(s.start for s in out), max(s.end for s in out))]
