"""The full-text index of a case (Tantivy): disposable, rebuilt from the database when it is missing or of another format.

Words go in folded (``text.fold``), again by their stems, each marked with its language, and names also by their keys (``names.name_keys``), under
which one name is found in every script. Highlights are not taken from Tantivy, which cannot see through the folding; the workbench makes its own. One
process writes at a time, guarded by the case's lock.
"""

import importlib.metadata
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import tantivy

FORMAT = "3"
_STAMP = "FORMAT"
_KEPT: dict[str, Literal["position", "freq", "basic"]] = {
    "title": "position",
    "words": "position",
    "keys": "basic",
    "stems": "freq",
}
_VERSION = importlib.metadata.version("tantivy")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed of a document: its folded words in order, the keys of the names in it, and the stems of its words.

    A document with words that OCR was unsure of has two entries: ``whole``, and ``sure`` without those words; every other one has a ``both``.
    """

    document: str
    title: Sequence[str]
    words: Sequence[str]
    keys: Sequence[str]
    stems: Sequence[str] = ()
    part: Literal["both", "whole", "sure"] = "both"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("document", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("part", stored=False, tokenizer_name="raw", index_option="basic")
    for name, kept in _KEPT.items():
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option=kept)
    return builder.build()


def is_current(folder: Path) -> bool:
    """Whether there is an index in the folder that this version can read."""
    stamp = folder / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == f"{FORMAT} {_VERSION}"


class FullText:
    """An open index; one that is missing or of another format is made anew, empty."""

    def __init__(self, folder: Path) -> None:
        known = is_current(folder)
        if not known:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        self.index = tantivy.Index(_schema(), path=str(folder))
        if not known:
            (folder / _STAMP).write_text(f"{FORMAT} {_VERSION}", encoding="utf-8")

    def count(self) -> int:
        """How many documents are in the index."""
        found = self.index.searcher().search(self.confined(tantivy.Query.all_query(), sure=False), limit=1, count=True)
        return int(getattr(found, "count", None) or 0)

    def confined(self, query: tantivy.Query, *, sure: bool) -> tantivy.Query:
        """The query over all words of each document, or with ``sure`` over those that OCR was sure of."""
        parts = tantivy.Query.term_set_query(self.index.schema, "part", ["both", "sure" if sure else "whole"])
        must = tantivy.Occur.Must
        return tantivy.Query.boolean_query([(must, query), (must, tantivy.Query.const_score_query(parts, 0.0))])

    def write(self, entries: Iterable[Entry]) -> None:
        """Put documents in, each in place of what was there under its id; the ``sure`` entry of one follows its ``whole`` one."""
        writer = self.index.writer(heap_size=64_000_000, num_threads=1)
        for entry in entries:
            if entry.part != "sure":
                writer.delete_documents("document", entry.document)
            content = {
                "document": entry.document,
                "part": entry.part,
                "title": " ".join(entry.title),
                "words": " ".join(entry.words),
                "keys": " ".join(entry.keys),
                "stems": " ".join(entry.stems),
            }
            writer.add_document(tantivy.Document(**content))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def search(self, query: tantivy.Query, limit: int) -> tuple[int, list[tuple[str, float]]]:
        """How many documents match, and the best of them with their scores."""
        searcher = self.index.searcher()
        found = searcher.search(query, limit=max(limit, 1), count=True)
        return getattr(found, "count", None) or 0, [
            (searcher.doc(address)["document"][0], float(score)) for score, address in found.hits
        ]
