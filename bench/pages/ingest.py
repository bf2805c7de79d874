"""Born-digital cables: cablegraph beside readers and converters of files."""

from collections.abc import Mapping
from typing import Any

from bench.pages.peers import Row, peer_table
from bench.pages.tables import floor_table, left_out, show, table

_WORDS = """\
{texts} real cables as text and {pdfs} invented ones as PDF, a third each in Persian, Arabic and English, printed by LibreOffice, Chromium and fpdf2. The step
is a run's own: confined readers, archive and database; pages whose layer is doubted are OCRed in it. Accuracy is 1 less the edits an expected character,
after folding, with blanks and line ends taken as one; for cablegraph it is the text as chosen.
"""
_SPEED = """\
Documents a second, all in one run over the same files, in {processes}; in brackets milliseconds of the processor a document, which a busy machine
changes less. What cablegraph does beside reading the layer (the checks of a hostile file, a second reading of right-to-left pages, OCR where the two
disagree) is in its time.
"""
_RIGHT = """\
Share of characters that are right, mean of the pages by language and program; then the worst page of each language.
"""
_WRONG = """\
Where the errors lie: errors in 1,000 expected characters of a kind, Persian / Arabic. Numbers are what cables turn on. \"Signs\" are those of punctuation.
"""
_PROGRAMS = ("LibreOffice", "Chromium", "fpdf2")
_SPEEDS = {"text": "text", "en": "PDF, English", "fa": "PDF, Persian", "ar": "PDF, Arabic", "all": "all"}
_RIGHT_TO_LEFT = ("fa", "ar")


def ingest_tables(result: dict[str, Any]) -> list[str]:
    """Speed of the step, and speed, accuracy and kinds of error beside the peers."""
    found = result.get("ingest")
    if not found:
        return []
    step, peers = found["step"], found["peers"]
    sources = ", ".join(f"{count} from {source}" for source, count in sorted(step["pages_by_source"].items()))
    groups = [f"{language}, {program}" for language in _RIGHT_TO_LEFT for program in _PROGRAMS]
    cores = f"{result['cores']} processes"
    return [
        "## Born-digital cables: cablegraph and peers", "",
        _WORDS.format(**found),
        *left_out(found["left_out"]),
        *floor_table("ingest", result),
        *table(("the step", "measured"), [
            ("documents", step["documents"]), ("milliseconds of the processor a document", step["cpu_ms_per_document"]),
            ("seconds for what needs no OCR", step["text_turn_seconds"]),
            ("seconds for OCR of doubted pages", step["ocr_turn_seconds"]), ("pages, as chosen", sources),
        ]),
        _SPEED.format(processes=cores),
        *peer_table(peers, tuple(_SPEEDS.values()), _speed),
        _RIGHT,
        *peer_table(
            peers, (*groups, *(f"{language}, worst" for language in (*_RIGHT_TO_LEFT, "en"))), lambda row: _right(row, groups), absent=False
        ),
        _WRONG,
        *peer_table(peers, ("numbers", "letters", "blanks", "signs"), _wrong, absent=False),
    ]  # fmt: skip


def _speed(row: Row) -> list[str]:
    rates, busy = row["documents_per_second"], row["cpu_ms_per_document"]
    return [f"{show(rates[key])} ({show(busy[key])})" if key in rates else "" for key in _SPEEDS]


def _right(row: Row, groups: list[str]) -> list[str]:
    found: Mapping[str, Mapping[str, float]] = row["accuracy"]
    means = [show(found.get(group, {}).get("mean")) for group in groups]
    return means + [show(found.get(language, {}).get("worst")) for language in (*_RIGHT_TO_LEFT, "en")]


def _wrong(row: Row) -> list[str]:
    found = [row["errors"].get(language, {}) for language in _RIGHT_TO_LEFT]
    return [" / ".join(show(each.get(kind)) for each in found) for kind in ("digits", "letters", "blanks", "signs")]
