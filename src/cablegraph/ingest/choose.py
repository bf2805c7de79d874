"""Which text of a PDF page to believe: the layer as PDFium's letters stand on the page, the layer put in order, or the OCR of the page.

Knows the evidence: a Latin layer is believed unless it is garbled; a right-to-left one when Poppler reads the same letters, or when the OCR of the page is
nearer to it than to Poppler, because each reader of layers gets some Persian and Arabic pages wrong. How texts are compared is left to ``agreement``, in
which orders a layer can be read to ``layer_orders``. The invisible layer of a searchable scan is somebody else's OCR: it is kept where it reads like language,
else the page is recognised and the better of the two is taken. What was not chosen is kept beside it, and the choice is on record.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cablegraph.ingest.agreement import differ, is_swapped, share_of_words
from cablegraph.ingest.layer import read_layer
from cablegraph.ingest.layer_orders import add_joiners, iter_orders
from cablegraph.ingest.page_pictures import find_pictures, render_scan
from cablegraph.ingest.pdf_marks import add_marks, find_marks
from cablegraph.ingest.recognise import recognise
from cablegraph.ingest.task import Task
from cablegraph.ingest.tools.poppler import run_pdftotext
from cablegraph.model import OtherText, PageText, Trouble
from cablegraph.text import find_language, repair_visual_order, script_of
from cablegraph.text.plausibility import rate_plausibility

AGREE = 0.05
"""Share of differing letters (0-1), after folding, up to which two readers of a layer agree; Poppler alone swaps up to 4 % (lam-alef)."""

NEAR = 0.30
"""Share of differing letters up to which a layer counts as what OCR sees; OCR errs by up to 15 %, a layer in disorder differs by more than half."""

_SHORT = 160
_PLAUSIBLE = 1.1
"""Points a word from which somebody else's OCR of a Latin page is believed without a look of our own."""

_POPPLER_SECONDS = 60


@dataclass(slots=True)
class PageChooser:
    """Reads the pages of one PDF."""

    content: Path
    count: int
    task: Task
    _second: list[str] | None = None
    _asked: bool = False
    _likely: str | None = None

    def read(self, document: Any, number: int) -> tuple[PageText, tuple[Trouble, ...]]:
        """The text of a page, counted from 1, and the troubles it gave."""
        page = document[number - 1]
        try:
            read, troubles = self._read(page, number)
            return add_marks(read, find_marks(document, page)), troubles
        finally:
            page.close()

    def _read(self, page: Any, number: int) -> tuple[PageText, tuple[Trouble, ...]]:
        layer = read_layer(page)
        wide, high = page.get_size()
        shown = PageText(layer.text, find_language(layer.text), "layer", "pypdfium2", wide, high, None, layer.boxes)
        pictures = find_pictures(page)
        if (len(layer.text) < _SHORT and pictures.is_scan) or (not layer.text and pictures.is_bare):
            return self._replace(page, shown, number, "")
        if pictures.is_scan and pictures.has_hidden_text:
            return self._compare(page, shown, number)
        if layer.is_garbled:
            return self._replace(page, shown, number, "The text layer does not say which letters it holds")
        if script_of(layer.text) == "Arab":
            return self._judge(page, shown, number)
        return shown, ()

    def _replace(self, page: Any, shown: PageText, number: int, why: str) -> tuple[PageText, tuple[Trouble, ...]]:
        """OCR instead of a layer that is missing or bad; the layer stays where OCR gives nothing."""
        done = recognise(render_scan(page), number, self.task.settings, likely=self._likely)
        told = (
            (
                Trouble(
                    "text-order",
                    f"{why}; {'the OCR of the page' if done.page else 'the layer'} was taken",
                    number,
                    fatal=False,
                ),
            )
            if why
            else ()
        )
        if done.page is None or (shown.text and not done.page.text):
            return shown, (*told, *done.troubles)
        self._likely = done.page.language
        taken = replace(done.page, width=shown.width, height=shown.height)
        reason = (
            f"{why or 'The text layer holds next to nothing of what the page shows'}; the OCR of the page was taken"
        )
        return _beside(taken, shown.text, shown.reader, reason), (*told, *done.troubles)

    def _compare(self, page: Any, shown: PageText, number: int) -> tuple[PageText, tuple[Trouble, ...]]:
        """The invisible layer of a scan or our own OCR, whichever reads more like language."""
        hidden = replace(shown, reader="pypdfium2, hidden layer of a scan")
        points = rate_plausibility(hidden.text)
        if script_of(hidden.text) == "Latn" and points >= _PLAUSIBLE:
            return hidden, ()
        done = recognise(render_scan(page), number, self.task.settings, likely=self._likely)
        if done.page is None or rate_plausibility(done.page.text) < points:
            reason = "The hidden layer of the scan reads more like language than the OCR of the page and was taken"
            return _over(hidden, done.page, reason) if done.page else hidden, done.troubles
        self._likely = done.page.language
        reason = "The OCR of the page reads more like language than the hidden layer of the scan and was taken"
        taken = replace(done.page, width=shown.width, height=shown.height)
        return _beside(taken, hidden.text, hidden.reader, reason), done.troubles

    def _judge(self, page: Any, shown: PageText, number: int) -> tuple[PageText, tuple[Trouble, ...]]:
        other = self._ask_poppler(number)
        candidates: list[PageText] = []
        for each in iter_orders(page, add_joiners(shown, other or "")):
            candidates.append(each)
            if other is None or repair_visual_order(each.text) is not None or is_swapped(each.text):
                continue
            if differ(each.text, other) <= AGREE:
                return replace(each, reader=f"{each.reader}, pdftotext agrees"), ()
            if is_swapped(other) and share_of_words(each.text, other) >= 1 - AGREE:
                return replace(each, reader=f"{each.reader}, pdftotext agrees but for ligatures"), ()
        first = candidates[0]
        doubt = _doubt(
            second=other is not None,
            backward=repair_visual_order(first.text) is not None,
            difference=differ(first.text, other or ""),
        )
        done = recognise(render_scan(page), number, self.task.settings, likely=shown.language)
        if done.page is None or not done.page.text:
            best = next((c for c in candidates if repair_visual_order(c.text) is None), first)
            reason = f"{doubt}; without OCR to settle it the text of {best.reader} was taken"
            told = Trouble("text-order", reason, number, fatal=False)
            return _beside(best, other or "", "pdftotext", reason), (told, *done.troubles)
        seen = done.page.text
        best = min(candidates, key=lambda c: differ(c.text, seen))
        distance = differ(best.text, seen)
        if distance <= NEAR and (other is None or distance <= differ(other, seen) + AGREE):
            reason = f"{doubt}; the text of {best.reader} was taken, {distance:.0%} off the OCR of the page"
            told = Trouble("text-order", reason, number, fatal=False)
            return _over(best, done.page, reason), () if best is first else (told,)
        reason = f"{doubt} and it is {distance:.0%} off the OCR of the page, which was taken"
        taken = replace(done.page, width=shown.width, height=shown.height)
        told = Trouble("text-order", reason, number, fatal=False)
        return _beside(taken, first.text, first.reader, reason), (told, *done.troubles)

    def _ask_poppler(self, number: int) -> str | None:
        """The page as Poppler reads it; all pages are asked for at once, at the first page that needs it."""
        if not self._asked:
            self._asked = True
            last = min(self.count, self.task.limits.max_pages)
            self._second = run_pdftotext(self.content, first=1, last=last, seconds=_POPPLER_SECONDS)
        return self._second[number - 1] if self._second and number <= len(self._second) else None


def _beside(page: PageText, text: str, reader: str, reason: str) -> PageText:
    """The page with a text that was not taken beside it, if that says anything."""
    return replace(page, others=(*page.others, OtherText(text, reader, reason))) if text else page


def _over(layer: PageText, seen: PageText, reason: str) -> PageText:
    """A layer that was taken over the OCR of its page, with that text beside it and the stamps that only the picture shows."""
    stamps = tuple(replace(r, start=-1, end=-1) for r in seen.regions if r.kind == "stamp")
    return _beside(replace(layer, regions=(*layer.regions, *stamps)), seen.text, seen.reader, reason)


def _doubt(*, second: bool, backward: bool, difference: float) -> str:
    if backward:
        return "The text layer reads backward"
    return (
        f"Two readers of the text layer differ by {difference:.0%}"
        if second
        else "The text layer has no second reader to confirm it"
    )
