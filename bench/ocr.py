"""Character accuracy and cost of OCR on invented cables: the reader of pictures as it is, beside Tesseract alone with the right language given.

Half of the pages are for development and half are held out; each is measured as printed and as worn. Cost is wall and processor time for the same pages
with the same number of processes at once. The trap: reader and Tesseract take turns every few pages, so that whatever else the machine does falls on both.
"""

import multiprocessing
import os
import subprocess
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from bench.absent import NotMeasured
from bench.accuracy import errors_by_kind, numbers_right, rate, summary
from bench.processor import processor_seconds
from bench.sheets import HALVES, LANGUAGES, TYPEFACES, image_dpi, iter_sheets
from cablegraph.ingest import read_file
from cablegraph.settings import Settings

PAGES = 10
"""Of one language and half: each is measured clean and worn."""

MODELS = {"fa": "fas", "ar": "ara", "en": "eng"}
_TURN = 6
"""Pages after which the two ways take turns."""

Page = dict[str, Any]


def measure_ocr(work: Path, pages: int = PAGES) -> dict[str, Any]:
    """Set the pages in ``work``, read them both ways, and return accuracy (0-1), errors by kind, and seconds.

    Raises:
        NotMeasured: Tesseract, its models or every typeface is missing.
    """
    languages, left_out = _find_languages()
    cores = len(os.sched_getaffinity(0))
    jobs = [(language, half, worn) for language in languages for half in HALVES for worn in (False, True)]
    with ProcessPoolExecutor(cores, mp_context=multiprocessing.get_context("spawn")) as pool:
        sheets = [sheet for group in pool.map(partial(_make, work, pages), jobs) for sheet in group]
        list(pool.map(_read, [sheets[0]["path"]] * cores))
        spent: Counter[str] = Counter()
        texts: dict[str, list[str]] = {"ours": [], "bare": []}
        with ThreadPoolExecutor(cores) as threads:
            for group in (sheets[n : n + _TURN] for n in range(0, len(sheets), _TURN)):
                for way, run in (
                    ("ours", partial(pool.map, _read, [sheet["path"] for sheet in group])),
                    ("bare", partial(threads.map, _run_bare, group)),
                ):
                    found, seconds = _timed(run)
                    texts[way] += [text for text, _ in found]
                    spent.update({way: seconds})
                    for sheet, (_, cpu) in zip(group, found, strict=True):
                        spent.update({f"{way}_cpu": cpu, f"{way}_{'worn' if sheet['wear'] else 'clean'}": cpu})
    return {
        "pages": len(sheets),
        "left_out": left_out,
        "seconds": {way: round(seconds, 1) for way, seconds in spent.items()},
        "overhead": {
            "wall": round(spent["ours"] / spent["bare"] - 1, 3),
            **{kind: round(spent[f"ours_{kind}"] / spent[f"bare_{kind}"] - 1, 3) for kind in ("cpu", "clean", "worn")},
        },
        "accuracy": _score(sheets, texts["ours"]),
        "bare_accuracy": _score(sheets, texts["bare"]),
        "numbers": _numbers(sheets, texts["ours"]),
        "bare_numbers": _numbers(sheets, texts["bare"]),
        "errors": _errors(sheets, texts["ours"]),
        "bare_errors": _errors(sheets, texts["bare"]),
    }


def _find_languages() -> tuple[list[str], list[str]]:
    """The languages that can be measured here, and sentences on what is left out."""
    try:
        said = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True).stdout.split()
    except (OSError, subprocess.CalledProcessError) as error:
        message = "Tesseract is not installed: `bash scripts/system.sh bench` says what to install"
        raise NotMeasured(message) from error
    found, left_out = [], []
    for language in LANGUAGES:
        missing = sorted(name for name, path in TYPEFACES[language].items() if not path.is_file())
        if MODELS[language] not in said:
            left_out.append(f"pages in {language}: Tesseract's model {MODELS[language]} is not installed")
        elif missing:
            left_out.append(f"pages in {language} set in {', '.join(missing)}: the typeface is not installed")
        if MODELS[language] in said and len(missing) < len(TYPEFACES[language]):
            found.append(language)
    if not found:
        message = "there is no typeface or no model of Tesseract for any language: `bash scripts/system.sh bench` says what to install"
        raise NotMeasured(message)
    return found, left_out


def _score(sheets: Sequence[Page], texts: Sequence[str]) -> dict[str, dict[str, float]]:
    """Mean and worst page by language, state and half; of the held-out half also by typeface and by kind of wear."""
    groups: dict[str, list[float]] = defaultdict(list)
    for sheet, text in zip(sheets, texts, strict=True):
        found = rate(text, sheet["text"])
        language, state = sheet["language"], "worn" if sheet["wear"] else "clean"
        groups[f"{language}, {state}, {sheet['half']}"].append(found)
        if sheet["half"] == "held out":
            groups[f"{language}, {state}, {sheet['typeface']}"].append(found)
            if sheet["wear"]:
                groups[f"{language}, worn, {sheet['wear']}"].append(found)
    return {group: summary(rates) for group, rates in sorted(groups.items())}


def _numbers(sheets: Sequence[Page], texts: Sequence[str]) -> dict[str, dict[str, float]]:
    """Shares of whole numbers that are right, of both halves."""
    return {
        f"{group}, {half}": numbers_right(pairs)
        for half in HALVES
        for group, pairs in _pairs(sheets, texts, half).items()
    }


def _errors(sheets: Sequence[Page], texts: Sequence[str]) -> dict[str, dict[str, float]]:
    """Errors in 1,000 characters by kind, of the held-out half."""
    return {group: errors_by_kind(pairs) for group, pairs in _pairs(sheets, texts, "held out").items()}


def _pairs(sheets: Sequence[Page], texts: Sequence[str], half: str) -> dict[str, list[tuple[str, str]]]:
    """Texts of one half and what was expected, by language and state."""
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for sheet, text in zip(sheets, texts, strict=True):
        if sheet["half"] == half:
            groups[f"{sheet['language']}, {'worn' if sheet['wear'] else 'clean'}"].append((text, sheet["text"]))
    return groups


def _timed(run: Callable[[], Iterable[tuple[str, float]]]) -> tuple[list[tuple[str, float]], float]:
    started = time.perf_counter()
    done = list(run())
    return done, time.perf_counter() - started


def _make(work: Path, pages: int, job: tuple[str, str, bool]) -> list[Page]:
    language, half, worn = job
    made = []
    for number, sheet in enumerate(iter_sheets(language, half, pages, worn=worn)):
        path = work / f"{language}-{half.replace(' ', '-')}-{'worn' if worn else 'clean'}-{number}.png"
        dpi = image_dpi(sheet)
        sheet.image.save(path, dpi=(dpi, dpi), compress_level=1)
        made.append({
            "path": str(path), "dpi": round(dpi), "language": language, "half": half, "typeface": sheet.typeface, "wear": sheet.wear, "text": sheet.text,
        })  # fmt: skip
    return made


def _read(path: str) -> tuple[str, float]:
    """The text and the processor seconds of this process and of what it started."""
    before = processor_seconds()
    reading = read_file(Path(path), Path(path).name, settings=Settings(), scratch=Path(path).parent)
    return "\n".join(page.text for page in reading.pages), processor_seconds() - before


def _run_bare(sheet: Page) -> tuple[str, float]:
    """The text and the processor seconds of Tesseract with one thread."""
    command = ["tesseract", sheet["path"], "stdout", "-l", MODELS[sheet["language"]], "--dpi", str(sheet["dpi"])]
    run = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | {"OMP_THREAD_LIMIT": "1"}
    )
    with run:
        assert run.stdout is not None
        text = run.stdout.read().decode("utf-8", "replace")
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    return text, used.ru_utime + used.ru_stime
