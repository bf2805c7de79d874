"""The one object behind the command line, the web app and notebooks."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from cablegraph import __version__
from cablegraph.analyse import (
    NetworkQuestion,
    PostsQuestion,
    TimelineQuestion,
    Written,
    build_network,
    build_posts,
    build_timeline,
)  # fmt: skip
from cablegraph.errors import NothingThere
from cablegraph.model import DatasetKind, Judgement, Review, Verdict, problem_codes
from cablegraph.model.answers import (
    Candidate,
    CitingAnswer,
    ClaimCard,
    DifferenceAnswer,
    DocumentAnswer,
    End,
    EntityAnswer,
    EntityCard,
    NetworkAnswer,
    PlaceAnswer,
    PlacesAnswer,
    PostsAnswer,
    ProblemCard,
    RelationCard,
    RunReport,
    SearchAnswer,
    Status,
    TimelineAnswer,
    VerifyAnswer,
)  # fmt: skip
from cablegraph.store import (
    Case,
    FullText,
    create_case,
    documents,
    is_current,
    judgements,
    open_case,
    places,
    problems,
)
from cablegraph.workbench import people
from cablegraph.workbench.checking import verify_case
from cablegraph.workbench.citing import describe_citing
from cablegraph.workbench.copying import compare_documents
from cablegraph.workbench.deciding import Decisions
from cablegraph.workbench.exporting import export_lines, export_to, make_bundle
from cablegraph.workbench.holdings import Holdings
from cablegraph.workbench.indexing import index_documents
from cablegraph.workbench.judging import check_writable, judge_pair, review_relation, undo_judgement
from cablegraph.workbench.ledger import load_claims
from cablegraph.workbench.locating import describe_place, list_places
from cablegraph.workbench.name_search import NameSearch
from cablegraph.workbench.pictures import picture_of
from cablegraph.workbench.progress import Report, say_nothing
from cablegraph.workbench.questions import Questions
from cablegraph.workbench.reading import read_document
from cablegraph.workbench.road import add_files, retry_files
from cablegraph.workbench.searching import Wanted, search
from cablegraph.workbench.snapshot import Snapshot, take_snapshot
from cablegraph.workbench.status import case_status, generation_of

_NO_FILTERS: Mapping[str, Sequence[str]] = MappingProxyType({})


class Workbench:
    """A case that is open for work. Reading is safe from several threads; writing takes the case's lock."""

    def __init__(self, case: Case, *, read_only: bool = False) -> None:
        self.case = case
        self.read_only = read_only
        self._snapshot: tuple[str, Snapshot] | None = None
        self._full_text: FullText | None = None
        self._names: NameSearch | None = None
        self._guard = threading.Lock()

    @classmethod
    def create(cls, folder: Path, *, name: str | None = None) -> Self:
        """Make a new case in an empty folder. Raises ``CaseExists`` where something is there."""
        return cls(create_case(folder, name=name))

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Self:
        """Open the case in a folder. Raises ``CaseMissing``, ``CaseNewer``, ``CaseDamaged`` or ``SettingsInvalid``."""
        return cls(open_case(folder), read_only=read_only)

    def close(self) -> None:
        """Let go of the database."""
        self.case.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def snapshot(self) -> Snapshot:
        """The case in memory, taken anew when it has changed."""
        with self._guard, self.case.engine.begin() as connection:
            generation = generation_of(connection)
            if self._snapshot is None or self._snapshot[0] != generation:
                self._snapshot = (generation, take_snapshot(connection))
                self._full_text = None
                self._names = None
            return self._snapshot[1]

    def _index(self) -> FullText:
        """The full-text index, made anew where it was thrown away."""
        with self._guard:
            if self._full_text is None:
                if not is_current(self.case.index_folder):
                    with self.case.lock():
                        index_documents(self.case, say_nothing)
                self._full_text = FullText(self.case.index_folder)
            return self._full_text

    def _people(self) -> NameSearch:
        """The names of the people of the case, opened when they are first asked for."""
        cards = self.snapshot().cards.values()
        with self._guard:
            if self._names is None:
                self._names = NameSearch(self.case, (name for c in cards if c.schema == "Person" for name in c.names))
            return self._names

    def add(
        self,
        paths: Iterable[Path],
        *,
        dataset: str | None = None,
        kind: DatasetKind = DatasetKind.TROVE,
        passwords: Sequence[str] = (),
        progress: Report | None = None,
    ) -> RunReport:
        """Take files into the case and do everything that is not done yet. See ``road.add_files`` for what it raises."""
        check_writable(read_only=self.read_only)
        self._full_text = None
        report = progress or say_nothing
        return add_files(self.case, paths, dataset=dataset, kind=kind, report=report, passwords=passwords)

    def retry(
        self, *, problem: str | None = None, reader: str | None = None, dataset: str | None = None, path: str | None = None,
        passwords: Sequence[str] = (), progress: Report | None = None,
    ) -> RunReport:  # fmt: skip
        """Try again what failed, or just what is asked for. See ``road.retry_files`` for what it raises."""
        check_writable(read_only=self.read_only)
        self._full_text = None
        chosen = {"code": problem, "reader": reader, "dataset": dataset, "pattern": path}
        return retry_files(self.case, chosen, passwords=passwords, report=progress or say_nothing)

    @property
    def holdings(self) -> Holdings:
        """What the case holds, file by file."""
        return Holdings(self.case)

    @property
    def decisions(self) -> Decisions:
        """What a merge would do, taking one document out of an entity, decisions from and to a file, what the last recompute changed."""
        return Decisions(self.case, self.snapshot(), read_only=self.read_only)

    @property
    def questions(self) -> Questions:
        """What a reporter asks of the network: who links two, what changed, who stands out, who is new in a delivery."""
        return Questions(self.case, self.snapshot(), self._people)

    def status(self) -> Status:
        """The case at a glance."""
        snapshot = self.snapshot()
        with self.case.engine.begin() as connection:
            return case_status(connection, self.case, snapshot, __version__)

    def search(
        self, query: str, *, filters: Mapping[str, Sequence[str]] = _NO_FILTERS, scripts: bool = True, stems: bool = True,
        sure: bool = False,        sort: str = "relevance", offset: int = 0, limit: int = 20,
    ) -> SearchAnswer:  # fmt: skip
        """Search the documents; with ``scripts`` a name is found in every script, with ``stems`` a word in its other forms.

        With ``sure`` words that OCR was unsure of are not searched. Raises ``QueryInvalid``.
        """
        snapshot, index = self.snapshot(), self._index()
        with self.case.engine.begin() as connection:
            return search(
                connection, index, snapshot, query, Wanted(filters, scripts, stems, sure, sort, offset, limit)
            )

    def document(self, key: str, *, query: str | None = None) -> DocumentAnswer:
        """One document; with a query its hits are among the marks. Raises ``NothingThere``."""
        snapshot = self.snapshot()
        with self.case.engine.begin() as connection:
            return read_document(connection, snapshot, key, query)

    def citing(self, *, limit: int = 500) -> CitingAnswer:
        """Which cables are cited most, which are cited and not here (at most ``limit``), and the numbers that series lack."""
        snapshot = self.snapshot()
        with self.case.engine.begin() as connection:
            return describe_citing(connection, snapshot.cables.of(connection, snapshot.lines), snapshot.lines, limit)

    def compare(self, left: str, right: str) -> DifferenceAnswer:
        """Two documents side by side, word by word. Raises ``NothingThere``."""
        with self.case.engine.begin() as connection:
            return compare_documents(connection, left, right)

    def page_image(self, key: str, page: int, *, width: int = 1200) -> bytes:
        """A page as PNG, ``width`` pixels wide, kept in the cache. Raises ``NothingThere`` where the page has no picture."""
        with self.case.engine.begin() as connection:
            item = documents.load_document(connection, key)
        return picture_of(self.case, item, page, width)

    def original(self, key: str) -> tuple[Path, str, str]:
        """Where the original of a document lies, its MIME type and the name of its file. Raises ``NothingThere``."""
        with self.case.engine.begin() as connection:
            item = documents.load_document(connection, key)
            place = places.occurrences(connection, item.sha256)[0]
        return self.case.archive.path_of(item.sha256), item.mime, place.path.rsplit("/", 1)[-1]

    def entities(
        self, query: str = "", *, schema: str | None = None, offset: int = 0, limit: int = 50
    ) -> tuple[int, tuple[EntityCard, ...]]:
        """How many entities match a name in any script, and some of them."""
        found = people.find_entities(self.snapshot(), self._people, query, schema)
        return len(found), tuple(found[offset : offset + limit])

    def entity(self, key: str) -> EntityAnswer:
        """One entity, by its id, the id of a referent, or a name. Raises ``NothingThere``."""
        snapshot = self.snapshot()
        with self.case.engine.begin() as connection:
            return people.describe_entity(
                connection, snapshot, people.entity_id(connection, snapshot, self._people, key)
            )

    def network(
        self, *, at: str | None = None, first: str | None = None, last: str | None = None, types: Sequence[str] = (), entity: str | None = None,
        depth: int = 1, least_confidence: float = 0.0, limit: int = 2000,
    ) -> NetworkAnswer:  # fmt: skip
        """The network at an instant (``at``), in a range, or of all time, whole or round one entity. Raises ``NothingThere``."""
        snapshot = self.snapshot()
        centre = None
        if entity:
            with self.case.engine.begin() as connection:
                centre = people.entity_id(connection, snapshot, self._people, entity)
        question = NetworkQuestion(at, first, last, types, centre, depth, least_confidence, limit)
        return build_network(snapshot.relations, snapshot.cards, question)

    def posts(
        self, *, at: str | None = None, post: str | None = None, person: str | None = None, changed: bool = False, offset: int = 0, limit: int = 100,
    ) -> PostsAnswer:  # fmt: skip
        """Who held which post, one after the other, or on the day ``at``; ``post`` names a post or its body. Raises ``NothingThere``."""
        snapshot = self.snapshot()
        with self.case.engine.begin() as connection:
            chosen = [
                people.entity_id(connection, snapshot, self._people, key) if key else None for key in (post, person)
            ]
        return build_posts(snapshot.relations, PostsQuestion(at, chosen[0], chosen[1], changed, offset, limit))

    def relation(self, key: str) -> RelationCard:
        """One relation with all its citations. Raises ``NothingThere``."""
        snapshot = self.snapshot()
        found = next((r for r in (*snapshot.relations, *snapshot.record) if r.id == key), None)
        if found is None:
            message = f"There is no relation {key} in this case."
            raise NothingThere(message)
        return found

    def timeline(
        self, *, first: str | None = None, last: str | None = None, entity: str | None = None, types: Sequence[str] = (), kind: str | None = None,
        offset: int = 0, limit: int = 200,
    ) -> TimelineAnswer:  # fmt: skip
        """Relations and documents in order of time. Raises ``NothingThere``."""
        snapshot = self.snapshot()
        with self.case.engine.begin() as connection:
            who = people.entity_id(connection, snapshot, self._people, entity) if entity else None
        written = [
            Written(d.id, d.title, d.type, d.date, d.language, _present(snapshot, d.id, who))
            for d in snapshot.lines.values()
            if not d.record
        ]
        return build_timeline(
            snapshot.relations, written, TimelineQuestion(first, last, who, types, kind, offset, limit)
        )

    def places(self, *, first: str | None = None, last: str | None = None) -> PlacesAnswer:
        """The places of the case, or of a time, with what the gazetteer says of them."""
        return list_places(self.snapshot(), first, last)

    def place(self, key: str, *, first: str | None = None, last: str | None = None) -> PlaceAnswer:
        """One place, by id or name, with what happened there and who names it. Raises ``NothingThere``."""
        snapshot = self.snapshot()
        with self.case.engine.begin() as connection:
            entity = people.entity_id(connection, snapshot, self._people, key)
            return describe_place(connection, snapshot, entity, first, last)

    def problems(self, *, dataset: str | None = None) -> tuple[ProblemCard, ...]:
        """Trouble with files, each with its remedy."""
        with self.case.engine.begin() as connection:
            found = problems.load(connection, dataset=dataset)
        titles = problem_codes()
        return tuple(
            ProblemCard(
                p.id, p.dataset, p.path, p.code, titles[p.code]["title"], p.cause, p.remedy, p.step, p.document, p.page
            )
            for p in found
        )

    def claims(self, *, document: str | None = None) -> tuple[ClaimCard, ...]:
        """The claims of the public record with what the trove says to them."""
        snapshot = self.snapshot()
        with self.case.engine.begin() as connection:
            return load_claims(connection, snapshot, document=document)

    def candidates(self, *, limit: int = 50) -> tuple[Candidate, ...]:
        """Pairs of entities that might be one, best first."""
        snapshot = self.snapshot()
        with self.case.engine.begin() as connection:
            return tuple(people.open_pairs(connection, snapshot)[:limit])

    def judge(self, left: str, right: str, verdict: Verdict, *, who: str, reason: str = "") -> Judgement:
        """Say of two entities (by entity or referent id) that they are the same, different, or that it is unsure; then resolve anew.

        Raises:
            NothingThere: One of them is not there.
            UsageFault: They are the same id.
            CaseLocked: Another process works on the case.
        """
        check_writable(read_only=self.read_only)
        return judge_pair(self.case, left, right, verdict, who=who, reason=reason)

    def review(self, relation: str, review: Review, *, who: str, reason: str = "") -> Judgement:
        """Accept or reject a relation, or open it again; the decision holds for what its documents say, however entities change.

        Raises:
            NothingThere: There is no such relation.
            CaseLocked: Another process works on the case.
        """
        check_writable(read_only=self.read_only)
        return review_relation(self.case, self.relation(relation), review, who=who, reason=reason)

    def undo(self, seq: int, *, who: str) -> Judgement:
        """Take a judgement back by a later one; nothing is deleted.

        Raises:
            NothingThere: There is no such judgement.
            UsageFault: A later one has taken its place, or it was taken back already.
            CaseLocked: Another process works on the case.
        """
        check_writable(read_only=self.read_only)
        return undo_judgement(self.case, seq, who=who)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision from the first to the last."""
        with self.case.engine.begin() as connection:
            return judgements.load(connection)

    def verify(self, *, progress: Report | None = None) -> VerifyAnswer:
        """Read every citation, original and judgement again."""
        return verify_case(self.case, progress or say_nothing)

    def export(self, name: str, out: Path) -> tuple[Path, ...]:
        """Write an export (``jsonl``, ``ftm``, ``graphml``, ``gexf`` or ``csv``); returns the files. Raises ``UsageFault``, ``DiskFull``."""
        return export_to(make_bundle(self.case, self.snapshot()), name, out)

    def iter_export(self, name: str) -> Iterator[str]:
        """The lines of an export that is one file. Raises ``UsageFault``."""
        return export_lines(make_bundle(self.case, self.snapshot()), name)


def _present(snapshot: Snapshot, document: str, who: str | None) -> tuple[End, ...]:
    """The entity asked for, where the document names it."""
    if who is None or who not in snapshot.entities_in.get(document, ()):
        return ()
    card = snapshot.cards[who]
    return (End(card.id, card.schema, card.caption, card.romanised, ""),)
