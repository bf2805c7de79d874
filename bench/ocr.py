"""Character accuracy and cost of OCR on invented cables: the reader of pictures as it is, beside Tesseract alone with the right language given.

Half of the pages are for development and half are held out; each is measured as printed and as worn. Accuracy is 1 less the edits an expected character
after ``text.fold``, blanks and line ends taken as one; cost is wall time for the same pages with the same number of processes at once.
"""

import multiprocessing
import os
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from bench.sheets import HALVES, LANGUAGES, image_dpi, iter_sheets
from cablegraph.ingest import read_file
from cablegraph.settings import Settings
from cablegraph.text import fold

PAGES = 10
"""Of one language and half: each is measured clean and worn."""

_TURN = 6
"""Pages after which the two ways take turns, so that whatever else the machine does falls on both."""

_MODELS = {"fa": "fas", "ar": "ara", "en": "eng"}


def measure_ocr(work: Path, pages: int = PAGES) -> dict[str, Any]:
    """Set the pages in ``work``, read them both ways, and return the figures in percent and seconds."""
    cores = len(os.sched_getaffinity(0))
    jobs = [(language, half, worn) for language in LANGUAGES for half in HALVES for worn in (False, True)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores, mp_context=context) as pool:
        made = list(pool.map(partial(_make, work, pages), jobs))
        sheets = [s for group in made for s in group]
        list(pool.map(_read, [sheets[0]] * cores))
        with ThreadPoolExecutor(cores) as threads:
            ours, bare = [], []
            our_seconds = bare_seconds = 0.0
            for group in (sheets[n : n + _TURN] for n in range(0, len(sheets), _TURN)):
                texts, seconds = _timed(partial(pool.map, _read, group))
                ours += texts
                our_seconds += seconds
                texts, seconds = _timed(partial(threads.map, _run_bare, group))
                bare += texts
                bare_seconds += seconds
    out: dict[str, Any] = {
        "pages": len(sheets), "seconds": round(our_seconds, 1), "bare_seconds": round(bare_seconds, 1),
        "overhead_percent": round(100 * (our_seconds / bare_seconds - 1), 1), "accuracy": {}, "bare_accuracy": {}, "by_typeface": {},
    }  # fmt: skip
    for name, texts in (("accuracy", ours), ("bare_accuracy", bare)):
        groups: dict[str, list[float]] = defaultdict(list)
        for sheet, text in zip(sheets, texts, strict=True):
            state = "worn" if sheet["wear"] else "clean"
            groups[f"{sheet['language']}, {state}, {sheet['half']}"].append(rate(text, sheet["text"]))
            if name == "accuracy" and sheet["half"] == "held out":
                for key in (
                    f"{sheet['language']}, {sheet['typeface']}, {state.split(' ', maxsplit=1)[0]}",
                    f"{sheet['language']}, {state}",
                ):
                    out["by_typeface"].setdefault(key, []).append(rate(text, sheet["text"]))
        out[name] = {key: _percent(found) for key, found in groups.items()}
    out["by_typeface"] = {key: _percent(found) for key, found in sorted(out["by_typeface"].items())}
    return out


def rate(text: str, expected: str) -> float:
    """Share of characters (at most 1) that stand as expected, after folding."""
    got, wanted = (" ".join(fold(x).split()) for x in (text, expected))
    return 1 - Levenshtein.distance(got, wanted) / max(len(wanted), 1)


def _percent(found: list[float]) -> float:
    return round(100 * sum(found) / len(found), 2)


def _timed(run: Callable[[], Iterable[str]]) -> tuple[list[str], float]:
    started = time.perf_counter()
    done = list(run())
    return done, time.perf_counter() - started


def _make(work: Path, pages: int, job: tuple[str, str, bool]) -> list[dict[str, Any]]:
    language, half, worn = job
    made = []
    for number, sheet in enumerate(iter_sheets(language, half, pages, worn=worn)):
        path = work / f"{language}-{half.replace(' ', '-')}-{'worn' if worn else 'clean'}-{number}.png"
        dpi = image_dpi(sheet)
        sheet.image.save(path, dpi=(dpi, dpi), compress_level=1)
        made.append(
            {"path": str(path), "dpi": round(dpi), "language": language, "half": half, "typeface": sheet.typeface, "wear": sheet.wear, "text": sheet.text}
        )  # fmt: skip
    return made


def _read(sheet: dict[str, Any]) -> str:
    path = Path(sheet["path"])
    reading = read_file(path, path.name, settings=Settings(), scratch=path.parent)
    return "\n".join(page.text for page in reading.pages)


def _run_bare(sheet: dict[str, Any]) -> str:
    command = ["tesseract", sheet["path"], "stdout", "-l", _MODELS[sheet["language"]], "--dpi", str(sheet["dpi"])]
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | {"OMP_THREAD_LIMIT": "1"})
    return done.stdout.decode("utf-8", "replace")
