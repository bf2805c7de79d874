"""OCR: cablegraph beside Tesseract alone."""

from collections.abc import Sequence
from typing import Any

from bench.pages.tables import floor_table, left_out, show, table

_WORDS = """\
{pages} invented pages at 300 dpi in five typefaces a language, half of them worn: askew and noisy, and speckled, blurred, faxed, stamped or faint.
**Bare** is Tesseract with one thread and the right language given; cablegraph finds the language, mends the page where that helps and reads numbers again.
Rules were improved on the development half only. Accuracy is 1 less the edits an expected character, after folding; seconds wall {seconds}.
"""
_WORST = """\
By kind of wear and by typeface, held-out half. The worst page stands beside the mean, since a mean hides a page that collapsed.
"""
_NUMBERS = """\
Numbers that are exactly right: days, years, sums, numbers of paragraphs, and whole reference numbers with their letters, since they are what cables turn on.
**Right** is the share of the expected ones that are there, **true** the share of those read that are expected.
"""
_WRONG = """\
Where the errors lie: errors in 1,000 expected characters of a kind, cablegraph (bare), held-out half.
"""
_KINDS = ("digits", "letters", "blanks", "signs")


def ocr_tables(result: dict[str, Any]) -> list[str]:
    """Accuracy by half, by wear and typeface with the worst page, errors by kind, and cost."""
    found = result.get("ocr")
    if not found:
        return []
    ours = found["accuracy"]
    halves = [group for group in ours if group.endswith(("development", "held out"))]
    seconds = found["seconds"]
    said = (
        f"{seconds['ours']} against {seconds['bare']}, of the processor {seconds['ours_cpu']} against {seconds['bare_cpu']}; over bare Tesseract "
        f"{found['overhead']['clean']:+.1%} on clean pages and {found['overhead']['worn']:+.1%} on worn ones, on which it loses time"
    )
    return [
        "## OCR: cablegraph and Tesseract alone", "",
        _WORDS.format(pages=found["pages"], seconds=said),
        *left_out(found["left_out"]),
        *floor_table("ocr", result),
        *_accuracy(found, halves),
        _NUMBERS,
        *_numbers(found),
        _WORST,
        *_accuracy(found, [group for group in ours if group not in halves]),
        _WRONG,
        *table(("pages", "numbers", "letters", "blanks", "signs"), [
            (group, *(f"{show(kinds.get(k))} ({show(found['bare_errors'][group].get(k))})" for k in _KINDS)) for group, kinds in found["errors"].items()
        ]),
    ]  # fmt: skip


def _accuracy(found: dict[str, Any], groups: Sequence[str]) -> list[str]:
    rows = []
    for group in groups:
        ours, bare = found["accuracy"][group], found["bare_accuracy"][group]
        rows.append((
            group, ours["pages"], show(ours["mean"]), show(ours["worst"]), show(bare["mean"]), show(bare["worst"]),
        ))  # fmt: skip
    return table(("pages", "number", "mean", "worst page", "bare, mean", "bare, worst page"), rows)


def _numbers(found: dict[str, Any]) -> list[str]:
    rows = []
    for group, ours in sorted(found["numbers"].items()):
        bare = found["bare_numbers"][group]
        rows.append((
            group, ours["numbers"], show(ours["right"]), show(ours["true"]), show(bare["right"]), show(bare["true"]),
        ))  # fmt: skip
    return table(("pages", "numbers", "right", "true", "bare, right", "bare, true"), rows)
