"""All of extraction over one document: header, mentions, dates, relations, and what the mentions mean within it.

This is what a worker process calls. Pages are read one by one, each in its own language, so that no span crosses a page; linking looks at
the whole document. A relation whose ends cannot be had is dropped, never guessed.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from cablegraph.calendars import DateMatch, find_dates, find_month_first
from cablegraph.extract.conversation import find_participants
from cablegraph.extract.ends import Ends
from cablegraph.extract.headers import is_label, parse_header
from cablegraph.extract.linking import defined_acronyms, find_short_forms, known_surnames, link_within
from cablegraph.extract.lists import link_listed
from cablegraph.extract.mentions import find_mentions
from cablegraph.extract.plugins import Outside, add_outside
from cablegraph.extract.relations import find_relations
from cablegraph.extract.telegraphic import find_places, find_signature, header_places, put_over
from cablegraph.model.document import Document, Page
from cablegraph.model.extraction import Extraction
from cablegraph.model.header import Header
from cablegraph.model.ids import make_id
from cablegraph.model.mention import DateMention, FoundMention, Mention
from cablegraph.model.relation import FoundRelation, Party

LONGEST_PIECE = 200_000
"""Code points that are read at once; a longer page is cut, and no relation crosses the cut."""
EXTRACT_VERSION = "5"
"""Goes up whenever the same document would give something else; the case then extracts anew."""


def extract_document(document: Document, *, written: date | None = None, outside: Outside | None = None) -> Extraction:
    """Read one document.

    Args:
        document: The document with its text and pages.
        written: The day of writing to take where the header names none; never a file's own date.
        outside: What the case adds: formats of headers, taggers, lists.

    Returns:
        Header, mentions, dates, referents and relations, spans in code points of the document's text.
    """
    outside = outside or Outside()
    header = parse_header(document.text, outside.formats)
    dropped: Counter[str] = Counter()
    day = _day(header.text_of("date")) or written
    mentions: list[tuple[int, FoundMention]] = []
    dates: list[DateMention] = []
    relations: list[tuple[int, FoundRelation]] = []
    read = [_Page(document, part) for page in document.pages for part in _cut(page, document.text)]
    for page in read:
        page.mentions, counts = add_outside(page.text, page.mentions, page.language, outside)
        dropped.update(counts)
    _heed_form(read, header, outside)
    surnames = known_surnames(m for page in read for m in page.mentions)
    acronyms = {form: sure for page in read for form, sure in defined_acronyms(page.text, page.mentions).items()}
    month_first = find_month_first(document.text)
    for page in read:
        page.read(surnames, acronyms, day, month_first=month_first)
        by = page.page.start
        mentions += [(page.page.number, replace(m, start=m.start + by, end=m.end + by)) for m in page.mentions]
        dates += [_date(document.id, page.page, match) for match in page.dates]
        relations += [(page.page.number, _moved(r, by)) for r in page.relations]
    found = [m for _, m in mentions]
    for listed in find_participants(document.text, header, found):
        relations += [(at.number, listed) for at in document.pages if at.start <= listed.start and listed.end <= at.end]
    stated = [r for _, r in relations]
    language = document.language if document.language != "und" else None
    linked = link_within(document.text, found, language=language, document=document.id, relations=stated)
    kept = tuple(
        Mention(
            make_id("m", document.id, m.start, m.end, m.label),
            document.id,
            page,
            m.start,
            m.end,
            m.text,
            m.label,
            round(m.confidence, 4),
            m.origin,
            referent,
        )
        for (page, m), referent in zip(mentions, linked.of_mentions, strict=True)
    )
    ends = Ends(document, found, linked.of_mentions, linked.referents)
    made = [relation for page, r in relations if (relation := ends.relation(page, r))]
    by_id = {r.id: r for r in reversed(made)}
    return Extraction(
        header,
        kept,
        tuple(dates),
        link_listed(ends.referents(), outside.linker) if outside.linker else ends.referents(),
        tuple(sorted(by_id.values(), key=lambda r: (r.citation.start, r.id))),
        dict(sorted(dropped.items())),
    )


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso and len(iso) == 10 else None


class _Page:
    """One page while it is read; spans count code points of the page's own text."""

    def __init__(self, document: Document, page: Page) -> None:
        self.page = page
        self.text = document.text[page.start : page.end]
        language = page.language if page.language != "und" else document.language
        self.language = None if language == "und" else language
        self.mentions = [
            FoundMention(m.start, m.end, m.text, m.label, m.confidence, m.origin)
            for m in find_mentions(self.text, self.language)
        ]
        self.dates: list[DateMatch] = []
        self.relations: list[FoundRelation] = []

    def read(
        self, surnames: dict[str, float], acronyms: dict[str, float], day: date | None, *, month_first: bool | None
    ) -> None:
        """Complete the mentions by the short forms of the whole document, then read dates and relations."""
        added = find_short_forms(self.text, self.mentions, surnames, acronyms)
        self.mentions = sorted([*self.mentions, *added], key=lambda m: (m.start, -m.end, m.label))
        self.dates = list(find_dates(self.text, language=self.language, written=day, month_first=month_first))
        self.relations = find_relations(self.text, self.mentions, self.dates, language=self.language, written=day)


def _cut(page: Page, text: str) -> Iterator[Page]:
    """A page in pieces that fit into memory, cut at the ends of lines; nearly every page is one piece."""
    start = page.start
    while page.end - start > LONGEST_PIECE:
        end = text.rfind("\n", start + 1, start + LONGEST_PIECE) + 1 or start + LONGEST_PIECE
        yield replace(page, start=start, end=end)
        start = end
    yield replace(page, start=start)


def _heed_form(read: Sequence[_Page], header: Header, outside: Outside) -> None:
    """Put the names that the form of a telegram gives away over what the tagger made of them; the label of a header field is no name."""
    places = header_places(header)
    for page in read:
        sure = list(find_places(page.text, places))
        signature = find_signature(page.text, header) if page is read[-1] else None
        named = [m for m in page.mentions if not is_label(page.text, m.start, m.end, outside.formats)]
        page.mentions = put_over(named, [*sure, signature] if signature else sure)


def _date(document: str, page: Page, match: DateMatch) -> DateMention:
    start, end = match.span[0] + page.start, match.span[1] + page.start
    interval = match.interval
    first = interval.start.isoformat() if interval and interval.start else None
    last = interval.end.isoformat() if interval and interval.end else None
    candidates = tuple(c.start.isoformat() for c in match.candidates if c.start)
    return DateMention(
        document, page.number, start, end, match.text, first, last,
        interval.calendar if interval else "", interval.precision if interval else "unknown", interval.edtf if interval else "", candidates,
        match.weekday_agrees,
    )  # fmt: skip


def _moved(relation: FoundRelation, by: int) -> FoundRelation:
    def shifted(party: Party) -> Party:
        return replace(party, start=party.start + by, end=party.end + by)

    return replace(
        relation,
        subject=shifted(relation.subject),
        object=shifted(relation.object),
        organization=shifted(relation.organization) if relation.organization else None,
        handler=shifted(relation.handler) if relation.handler else None,
        start=relation.start + by,
        end=relation.end + by,
    )
