"""A workbench over the invented cables: the same methods and answers as the real one, small enough to be read."""

import hashlib
import io
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

from PIL import Image, ImageDraw

from cablegraph.analyse import PostsQuestion, build_posts
from cablegraph.errors import NothingThere, QueryInvalid
from cablegraph.model import OtherText, Region
from cablegraph.model import answers as a
from cablegraph.model.citation import cite
from cablegraph.model.entity import Judgement

from .fake_decisions import FakeDecisions
from .fake_questions import FakeQuestions
from .invented import DOCUMENTS, ENTITIES, RELATIONS
from .notation import read_marked

LABELS = {"Person": "PERSON", "Organization": "ORG", "Address": "PLACE", "Position": "POST"}
RTL = {"fa", "ar"}
LABELLED = {"d-comment": "hidden text"}
SIGNALS = {"d-comment": {"has-hidden-text": "2 places", "has-something-new": ""}}
THREAD = ("d-english", "d-comment")


def days(iso: str) -> tuple[str, str]:
    """The first and last day that an ISO date of any precision may mean."""
    return iso + "0000-01-01"[len(iso) :], iso + "9999-12-31"[len(iso) :]


class FakeWorkbench:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.marked = {key: read_marked(row.source) for key, row in DOCUMENTS.items()}
        self.log: list[Judgement] = []

    # --- pieces -------------------------------------------------------------------------------------------------------
    def _card(self, key: str) -> a.EntityCard:
        schema, caption, romanised, names = ENTITIES[key]
        spans = [(d, m) for d, marked in self.marked.items() for m in marked.mentions if m[2] == key]
        return a.EntityCard(key, schema, caption, romanised, names, len({d for d, _ in spans}), len(spans))

    def _end(self, key: str) -> a.End:
        schema, caption, romanised, names = ENTITIES[key]
        return a.End(key, schema, caption, romanised, names[-1])

    def _relation(self, key: str) -> a.RelationCard:
        (
            type_,
            label,
            subject,
            object_,
            organization,
            handler,
            first,
            last,
            as_of,
            polarity,
            modality,
            by,
            confidence,
        ) = RELATIONS[key]
        citations = tuple(
            cite(d, 1, marked.text, s, e)
            for d, marked in self.marked.items()
            for s, e, r in marked.relations
            if r == key
        )
        reviews = [j for j in self.log if j.left == key]
        return a.RelationCard(
            key, type_, label, type_ not in {"Meeting", "Alliance"}, self._end(subject), self._end(object_),
            self._end(organization) if organization else None, self._end(handler) if handler else None, first, last, as_of, polarity,
            modality, by, confidence, reviews[-1].verdict if reviews else "open", False, None, citations, len(citations), key == "r3",
        )  # fmt: skip

    def _touches(self, key: str, entity: str) -> bool:
        return entity in RELATIONS[key][2:6]

    # --- the case -----------------------------------------------------------------------------------------------------
    def status(self) -> a.Status:
        return a.Status(
            "Harbour files", "0.1.0",
            (a.DatasetStatus("liyan", "trove", 6, 3, 1, 2, 0), a.DatasetStatus("papers", "record", 1, 1, 0, 0, 0)),
            4, 4, 23, 9, len(ENTITIES), len(RELATIONS), 2, len(self.log),
            (a.Count("password-needed", "The file is locked with a password", 1), a.Count("file-truncated", "The file ends too early", 1)),
            (a.Count("en", "English", 2), a.Count("fa", "Persian", 1), a.Count("ar", "Arabic", 1)),
            (a.Count("text", "Plain text", 2), a.Count("image", "Picture", 1), a.Count("html", "Web page", 1)),
            {"read": {"done": 4, "failed": 2}, "extract": {"done": 4}, "resolve": {"done": 1}},
            "2009-05-14", "2011-01-09", "Readers run in a child process without network.",
            "Judge 1 pair of people in Review, and look at 2 problems.",
        )  # fmt: skip

    def search(
        self, query, *, filters=None, scripts=True, stems=True, sure=False, sort="relevance", offset=0, limit=20
    ) -> a.SearchAnswer:
        if query.count('"') % 2:
            raise QueryInvalid(
                f"A quotation mark is not closed at place {query.rindex(chr(34)) + 1}. Close it or leave it out."
            )
        hits = [hit for key in DOCUMENTS if (hit := self._hit(key, query, scripts))]
        facets = {
            facet: self._facet(hits, facet)
            for facet in ("dataset", "kind", "language", "type", "year", "signal", "entity")
        }
        for facet, values in (filters or {}).items():
            hits = [hit for hit in hits if set(values) & set(self._values(hit.document, facet))]
        hits.sort(key=lambda hit: hit.date or "") if sort == "date" else hits.sort(key=lambda hit: -hit.score)
        return a.SearchAnswer(
            query, len(hits), min(len(hits), 1000), offset, 1.4, tuple(hits[offset : offset + limit]), facets
        )

    def _values(self, key: str, facet: str) -> list[str]:
        row = DOCUMENTS[key]
        entities = sorted({e for _, _, e in self.marked[key].mentions})
        return {"dataset": [row.dataset], "kind": [row.kind], "language": [row.language], "type": [row.type or "none"], "year": [row.date[:4]],
                "signal": list(SIGNALS.get(key, {})),
                "entity": entities}[facet]  # fmt: skip

    def _facet(self, hits, facet: str) -> tuple[a.Count, ...]:
        counts = Counter(value for hit in hits for value in self._values(hit.document, facet))
        named = {"fa": "Persian", "ar": "Arabic", "en": "English", "none": "no type"} | {
            e: row[1] for e, row in ENTITIES.items()
        }
        return tuple(a.Count(value, named.get(value, value), n) for value, n in counts.most_common())

    def _spans(self, key: str, query: str, scripts: bool) -> list[tuple[int, int, str]]:
        words = [w for w in re.findall(r"\w+", query.casefold()) if w != "and"]
        text = self.marked[key].text
        found = [
            (m.start(), m.end(), f"the word {w}") for w in words for m in re.finditer(re.escape(w), text.casefold())
        ]
        if scripts:
            known = [e for e, row in ENTITIES.items() if any(w in n.casefold() for w in words for n in row[3])]
            found += [
                (s, e, f"the name {ENTITIES[x][3][1]} written {text[s:e]}")
                for s, e, x in self.marked[key].mentions
                if x in known
            ]
        return sorted(found)

    def _hit(self, key: str, query: str, scripts: bool) -> a.Hit | None:
        row = DOCUMENTS[key]
        text, spans = self.marked[key].text, self._spans(key, query, scripts)
        if query.strip() and not spans:
            return None
        direction = "rtl" if row.language in RTL else "ltr"
        snippets = []
        for start, end, _ in spans[:2]:
            first, last = max(0, start - 70), min(len(text), end + 90)
            snippets.append(
                a.Snippet(text[first:last], (a.Mark(start - first, end - first),), 1, start, end, direction)
            )
        if not snippets:
            snippets.append(a.Snippet(text[:160], (), 1, 0, 0, direction))
        why = tuple(dict.fromkeys(w for _, _, w in spans))[:3]
        return a.Hit(
            key,
            row.title,
            row.path,
            row.dataset,
            row.kind,
            row.type,
            row.language,
            direction,
            row.date,
            float(len(spans)),
            tuple(snippets),
            why,
        )

    def snapshot(self):
        lines = {
            key: SimpleNamespace(title=row.title, date=row.date, record=row.dataset == "papers")
            for key, row in DOCUMENTS.items()
        }
        return SimpleNamespace(lines=lines)

    # --- documents ----------------------------------------------------------------------------------------------------
    def _row(self, key: str):
        if key not in DOCUMENTS:
            raise NothingThere(f"There is no document {key} in this case.")
        return DOCUMENTS[key]

    def document(self, key: str, *, query: str | None = None) -> a.DocumentAnswer:
        row = self._row(key)
        marked = self.marked[key]
        marks = [
            a.TextMark(s, e, "mention", LABELS[ENTITIES[x][0]], entity=x, caption=ENTITIES[x][1])
            for s, e, x in marked.mentions
        ]
        marks += [
            a.TextMark(s, e, "date", "DATE", first=days(d)[0].replace("-00", "-01"), last=d) for s, e, d in marked.dates
        ]
        marks += [
            a.TextMark(s, e, "relation", RELATIONS[r][0], relation=r, caption=RELATIONS[r][1])
            for s, e, r in marked.relations
        ]
        marks += [a.TextMark(s, e, "hit", why) for s, e, why in (self._spans(key, query, True) if query else [])]
        direction = "rtl" if row.language in RTL else "ltr"
        boxes = tuple(self._boxes(key)) if row.kind == "image" else ()
        regions = (
            (Region("stamp", 0.1, 0.8, 0.25, 0.92), Region("header", 0.05, 0.05, 0.95, 0.1, 0, 17)) if boxes else ()
        )
        others = (
            (OtherText("محصر لفاء رقم", "pypdfium2", "The layer reads backward; the OCR of the page was taken."),)
            if boxes
            else ()
        )
        page = a.PageView(1, 0, len(marked.text), row.language, direction, "ocr" if boxes else "text", "tesseract 5" if boxes else "text",
                          0.83 if boxes else None, bool(boxes), boxes, LABELLED.get(key, ""), regions, others)  # fmt: skip
        attached = (
            (
                {
                    "document": "d-english",
                    "path": "scans.zip/box-2/0412.txt",
                },
            )
            if key == "d-arabic"
            else ()
        )
        return a.DocumentAnswer(
            key, row.title, row.kind, row.mime, len(marked.text.encode()), hashlib.sha256(key.encode()).hexdigest(), row.language,
            direction, row.date, page.reader,
            marked.text, (page,), row.header, {"Modified": "2012-01-01"}, tuple(sorted(marks, key=lambda m: (m.start, -m.end))),
            tuple(self._relation(r) for _, _, r in marked.relations), ({"dataset": row.dataset, "path": row.path, "state": "read"},), attached,
            tuple({"code": p.code, "title": p.title, "cause": p.cause, "remedy": p.remedy, "page": p.page} for p in self.problems() if p.document == key),
            (), SIGNALS.get(key, {}), self._thread(key), *self._references(key),
        )  # fmt: skip

    def _references(self, key: str):
        cited = a.CitedCable("d-english", "Change of guard", "2014-03-01", "VALE 1201", ("number",))
        lost = a.OpenReference(key, "", "STATE 44102", "STATE 44102", "not in the case", ())
        return ((cited,), (), (lost,)) if key == "d-arabic" else ((), (), ())

    def _thread(self, key: str) -> tuple[a.ThreadLine, ...]:
        if key not in THREAD:
            return ()
        rows = ((d, DOCUMENTS[d]) for d in THREAD)
        return tuple(a.ThreadLine(d, row.title, row.date, n, d == key) for n, (d, row) in enumerate(rows))

    def _boxes(self, key: str):
        text = self.marked[key].text
        rtl, line, offset = DOCUMENTS[key].language in RTL, 0, 0
        for row in text.split("\n"):
            x = 0.08
            for word in re.finditer(r"\S+", row):
                width = 0.0085 * len(word.group()) + 0.004
                if x + width > 0.92:
                    x, line = 0.08, line + 1
                left = 1 - x - width if rtl else x
                yield (
                    offset + word.start(),
                    offset + word.end(),
                    left,
                    0.06 + line * 0.034,
                    left + width,
                    0.085 + line * 0.034,
                )
                x += width + 0.008
            offset, line = offset + len(row) + 1, line + 1

    def page_image(self, document: str, page: int, *, width: int = 1200) -> bytes:
        if self._row(document).kind != "image" or page != 1:
            raise NothingThere(f"Page {page} of document {document} has no picture.")
        height = int(width * 1.414)
        picture = Image.new("RGB", (width, height), (243, 239, 228))
        draw = ImageDraw.Draw(picture)
        for _, _, left, top, right, bottom in self._boxes(document):
            draw.rectangle(
                (left * width, (top + 0.004) * height, right * width, (bottom - 0.004) * height), fill=(72, 70, 66)
            )
        out = io.BytesIO()
        picture.save(out, "PNG")
        return out.getvalue()

    def original(self, document: str) -> tuple[Path, str, str]:
        row = self._row(document)
        path = self.folder / document
        path.write_text(self.marked[document].text, encoding="utf-8")
        return path, row.mime, Path(row.path).name

    # --- entities -----------------------------------------------------------------------------------------------------
    def entities(self, query="", *, schema=None, offset=0, limit=50):
        wanted = query.casefold()
        cards = [
            self._card(e)
            for e, row in ENTITIES.items()
            if any(wanted in n.casefold() for n in row[3]) and schema in {None, row[0]}
        ]
        cards.sort(key=lambda card: (-card.documents, card.id))
        return len(cards), tuple(cards[offset : offset + limit])

    def entity(self, key: str) -> a.EntityAnswer:
        found = key if key in ENTITIES else next((e for e, row in ENTITIES.items() if key in row[3]), None)
        if found is None:
            raise NothingThere(f"Nobody and nothing in this case is called {key}.")
        card, scripts = self._card(found), {"Arab": [], "Latn": []}
        for n, name in enumerate(card.names):
            scripts["Latn" if name[0].isascii() else "Arab"].append(a.Count(name, name, 9 - n))
        mine = [self._relation(r) for r in RELATIONS if self._touches(r, found)]
        mentions = tuple(
            cite(d, 1, m.text, s, e) for d, m in self.marked.items() for s, e, x in m.mentions if x == found
        )
        others = Counter(
            x
            for m in self.marked.values()
            if any(y == found for _, _, y in m.mentions)
            for _, _, x in m.mentions
            if x != found
        )
        members = tuple(
            a.MemberCard(
                f"{d}-{found}",
                d,
                DOCUMENTS[d].title,
                card.names[0],
                card.names[:2],
                0.9,
                "the same full name in both documents, and the same post",
            )
            for d in sorted({c.document for c in mentions})
        )
        return a.EntityAnswer(
            card, {k: tuple(v) for k, v in scripts.items() if v}, members, tuple(r for r in mine if r.type == "Occupancy"), tuple(mine),
            tuple(self._card(x) for x, _ in others.most_common(6)), tuple(c for c in self.candidates() if found in {c.left.id, c.right.id}), mentions,
        )  # fmt: skip

    @property
    def decisions(self) -> FakeDecisions:
        return FakeDecisions(self)

    @property
    def questions(self) -> FakeQuestions:
        cards = {key: self._card(key) for key in ENTITIES}
        return FakeQuestions([self._relation(r) for r in RELATIONS], cards, lambda key: self.entity(key).entity.id)

    # --- time ---------------------------------------------------------------------------------------------------------
    def _holds(self, key: str, first: str, last: str) -> bool:
        begin, end, as_of = RELATIONS[key][6:9]
        if not (begin or end or as_of):
            return False
        begins, ends = days(begin or as_of or "0001")[0], days(end or "9999")[1]
        return begins <= last and ends >= first

    def network(
        self, *, at=None, first=None, last=None, types=(), entity=None, depth=1, least_confidence=0.0, limit=2000
    ) -> a.NetworkAnswer:
        low, high = (at, at) if at else (days(first)[0] if first else None, days(last)[1] if last else None)
        kept = [
            r for r in RELATIONS if (not low and not high) or self._holds(r, low or "0001-01-01", high or "9999-12-31")
        ]
        kept = [r for r in kept if RELATIONS[r][12] >= least_confidence]
        if entity:
            reached = {entity}
            for _ in range(depth):
                reached |= {x for r in kept if reached & {RELATIONS[r][2], RELATIONS[r][3]} for x in RELATIONS[r][2:4]}
            kept = [r for r in kept if {RELATIONS[r][2], RELATIONS[r][3]} <= reached]
        counts = Counter(RELATIONS[r][0] for r in kept)
        kept = [r for r in kept if not types or RELATIONS[r][0] in types]
        edges = tuple(a.Edge(r, RELATIONS[r][2], RELATIONS[r][3], self._relation(r)) for r in kept[:limit])
        degree = Counter(x for edge in edges for x in (edge.source, edge.target))
        nodes = tuple(a.Node(x, *ENTITIES[x][:3], self._card(x).documents, n) for x, n in degree.items())
        return a.NetworkAnswer(
            nodes,
            edges,
            tuple(a.Count(t, t, n) for t, n in counts.most_common()),
            "2006",
            "2011-01-09",
            len(kept) - len(edges),
        )

    def relation(self, key: str) -> a.RelationCard:
        if key not in RELATIONS:
            raise NothingThere(f"There is no relation {key} in this case.")
        return self._relation(key)

    def posts(self, *, at=None, post=None, person=None, changed=False, offset=0, limit=100) -> a.PostsAnswer:
        chosen = [entity for entity in (post, person) if entity]
        return (
            build_posts(
                [self._relation(key) for key in RELATIONS], PostsQuestion(at, post, person, changed, offset, limit)
            )
            if all(entity in ENTITIES for entity in chosen)
            else a.PostsAnswer(0, ())
        )

    def _place(self) -> a.PlaceLine:
        near = [
            a.PlaceChoice(n, name, "IR", 364, "Iran", latitude, longitude, 60000, score, "its name in GeoNames")
            for n, name, latitude, longitude, score in (
                (1, "Liyan", 28.97, 50.84, 0.96),
                (2, "Layan", 25.4, 51.4, 0.02),
            )
        ]
        return a.PlaceLine(self._card("e6"), "located", "place", near[0], (near[1],), 1, 1)

    def places(self, *, first=None, last=None) -> a.PlacesAnswer:
        lines = (self._place(),) if first is None or first <= "2009-05-14" else ()
        return a.PlacesAnswer(lines, len(lines), 0, 0, "GeoNames, CC BY 4.0")

    def place(self, key: str, *, first=None, last=None) -> a.PlaceAnswer:
        if key != "e6":
            raise NothingThere(f"There is no place {key}.")
        proof = self._relation("r4").citations[:1]
        return a.PlaceAnswer(self._place(), (self._relation("r4"),), proof)

    def timeline(
        self, *, first=None, last=None, entity=None, types=(), kind=None, offset=0, limit=200
    ) -> a.TimelineAnswer:
        items = []
        for key in RELATIONS if kind != "document" else ():
            card = self._relation(key)
            if (entity and not self._touches(key, entity)) or (types and card.type not in types):
                continue
            calendars = (
                {"gregorian": card.first or "", "solar-hijri": "Esfand 1385 SH", "lunar-hijri": "Safar 1428 AH"}
                if card.first
                else {}
            )
            ends = tuple(x for x in (card.subject, card.object) if x)
            title = f"{card.subject.caption} {card.label} {card.object.caption}"
            items.append(a.TimelineItem(key, "relation", card.type, title, card.first, card.last, "month" if card.first else "unknown", calendars, ends,
                                        card.citations[0], card.citations[0].document, DOCUMENTS[card.citations[0].document].language))  # fmt: skip
        for key, row in DOCUMENTS.items() if kind != "relation" and not types else ():
            if entity and not any(x == entity for _, _, x in self.marked[key].mentions):
                continue
            items.append(
                a.TimelineItem(
                    key,
                    "document",
                    row.type or row.kind,
                    row.title,
                    row.date,
                    row.date,
                    "day",
                    {"gregorian": row.date},
                    (),
                    None,
                    key,
                    row.language,
                )
            )
        dated = sorted((i for i in items if i.first), key=lambda i: i.first)
        dated = [
            i
            for i in dated
            if (not first or days(i.last or "9999")[1] >= first) and (not last or i.first <= days(last)[1])
        ]
        return a.TimelineAnswer(
            tuple(dated[offset : offset + limit]), tuple(i for i in items if not i.first), len(dated)
        )

    # --- work ---------------------------------------------------------------------------------------------------------
    def problems(self, *, dataset=None) -> tuple[a.ProblemCard, ...]:
        rows = (
            a.ProblemCard("p1", "liyan", "cables/secret.pdf", "password-needed", "The file is locked with a password", "The PDF asks for a password.",
                          "Save a copy without the password and add that copy.", "read", None, None),
            a.ProblemCard("p2", "liyan", "scans.zip/box-2/0089.png", "file-truncated", "The file ends too early", "The picture ends after 40 of 1,754 lines.",
                          "Copy the file again from the source; what could be read is kept.", "read", None, None),
            a.ProblemCard("p3", "liyan", "scans.zip/box-2/0088.png", "text-order", "The right-to-left text layer was stored in visual order",
                          "Page 1 was put right.", "Compare the text with the page image before quoting.", "read", "d-arabic", 1),
        )  # fmt: skip
        return tuple(row for row in rows if dataset in {None, row.dataset})

    def claims(self, *, document=None) -> tuple[a.ClaimCard, ...]:
        text, trove = self.marked["d-comment"].text, self.marked["d-arabic"]
        start, end, _ = self.marked["d-comment"].relations[0]
        s, e, _ = trove.relations[1]
        proof = {
            "document": "d-arabic",
            "page": 1,
            "start": s,
            "end": e,
            "quote": trove.text[s:e],
            "for": True,
            "reason": "the same person and the same body",
        }
        begin = text.index("It is a scandal")
        rows = (
            a.ClaimCard("c1", "d-comment", "Who runs the harbour?", start, end, text[start:end], "fact", "a newspaper",
                        "2011", "2011", "supported", None, (proof,)),
            a.ClaimCard("c2", "d-comment", "Who runs the harbour?", begin, begin + 55, text[begin : begin + 55], "opinion", "writer", None, None,
                        "not checkable", None, ()),
        )  # fmt: skip
        return tuple(row for row in rows if document in {None, row.document})

    def candidates(self, *, limit=50) -> tuple[a.Candidate, ...]:
        undone = {j.right for j in self.log if j.verdict == "none"}
        judged = [j for j in self.log if j.left == "e1" and j.right == "e7" and str(j.seq) not in undone]
        if judged:
            return ()
        return (
            a.Candidate(
                self._card("e1"),
                self._card("e7"),
                0.58,
                "the same full name, but one is a physician and the other holds a post",
            ),
        )[:limit]

    def _append(self, subject, left, right, verdict, who, reason) -> Judgement:
        self.log.append(
            Judgement(
                len(self.log) + 1, subject, left, right, str(verdict), who, "2026-01-01T00:00:00Z", reason, "0" * 64
            )
        )
        return self.log[-1]

    def judge(self, left, right, verdict, *, who, reason=""):
        if left not in ENTITIES or right not in ENTITIES:
            raise NothingThere("One of the two is not in this case. Nothing was changed.")
        return self._append("entity", left, right, verdict, who, reason)

    def review(self, relation, review, *, who, reason=""):
        self.relation(relation)
        return self._append("relation", relation, "", review, who, reason)

    def undo(self, seq, *, who):
        if not 1 <= seq <= len(self.log):
            raise NothingThere(f"There is no judgement {seq}. Nothing was changed.")
        return self._append("entity", self.log[seq - 1].left, str(seq), "none", who, "")

    def judgements(self):
        return tuple(self.log)
