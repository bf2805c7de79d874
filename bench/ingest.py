"""Speed of the ingest step over born-digital cables: real ones as text, invented ones as PDF; and the accuracy of the layers of such PDFs as chosen.

Everything goes through the readers as in a run, in as many processes as there are cores. Pages of PDF are set by fpdf2 and, where it is installed, printed
by LibreOffice, in the typefaces of ``sheets``.
"""

import multiprocessing
import os
import random
import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

from bench.ocr import rate
from bench.sheets import LANGUAGES, TYPEFACES, write_cable
from cablegraph.ingest import read_file
from cablegraph.settings import Settings

TEXTS, PDFS = 600, 60
"""Text files, and PDFs of each language."""

_POINTS, _LINE_MM = 14, 9


def measure_ingest(shared: Path, work: Path) -> dict[str, Any]:
    """Documents a second of text, of PDF in each language and of all together; percent of characters right in the layers of Persian and Arabic PDFs."""
    cores = len(os.sched_getaffinity(0))
    texts = list(islice(sorted((shared / "data" / "frus" / "text").rglob("*.txt")), TEXTS))
    made = _make_pdfs(work)
    context = multiprocessing.get_context("spawn")
    groups = {"text": texts} | {
        f"pdf, {language}": [path for path, (of, _, _) in made.items() if of == language] for language in LANGUAGES
    }
    out: dict[str, Any] = {"processes": cores, "documents": sum(map(len, groups.values())), "documents_per_second": {}}
    with ProcessPoolExecutor(cores, mp_context=context) as pool:
        list(pool.map(_read, [group[0] for group in groups.values() if group] * cores * 2))
        spent = 0.0
        read: dict[Path, tuple[str, str]] = {}
        for name, paths in groups.items():
            if paths:
                started = time.perf_counter()
                read |= dict(zip(paths, pool.map(_read, paths, chunksize=8), strict=True))
                seconds = time.perf_counter() - started
                spent += seconds
                out["documents_per_second"][name] = round(len(paths) / seconds, 1)
        out["documents_per_second"]["all"] = round(out["documents"] / spent, 1)
    right: dict[str, list[float]] = defaultdict(list)
    sources: dict[str, int] = defaultdict(int)
    for path, (language, program, expected) in made.items():
        text, source = read[path]
        sources[source] += 1
        right[f"{language}, {program}"].append(rate(text, expected))
    out["layer_accuracy"] = {key: round(100 * sum(found) / len(found), 2) for key, found in right.items()}
    out["sources"] = dict(sources)
    return out


def _read(path: Path) -> tuple[str, str]:
    reading = read_file(path, path.name, settings=Settings(), scratch=path.parent)
    return "\n".join(p.text for p in reading.pages), reading.pages[0].source if reading.pages else "nothing"


def _make_pdfs(work: Path) -> dict[Path, tuple[str, str, str]]:
    """PDFs with their language, the program that made them and their text."""
    out: dict[Path, tuple[str, str, str]] = {}
    office = shutil.which("soffice")
    for language in LANGUAGES:
        faces = [(name, path) for name, path in TYPEFACES[language].items() if path.is_file()]
        for number in range(PDFS if faces else 0):
            name, face = faces[number % len(faces)]
            lines = write_cable(language, "held out", random.Random(f"pdf {language} {number}"))
            path = work / f"{language}-{number}.pdf"
            if office and number % 4 == 0:
                path = path.with_suffix(".html")
                path.write_text(_as_html(lines, name, language), encoding="utf-8")
                path = path.with_suffix(".pdf")
                out[path] = (language, "LibreOffice", "\n".join(lines))
            else:
                path.write_bytes(_set_pdf(lines, face, rtl=language != "en"))
                out[path] = (language, "fpdf2", "\n".join(lines))
    pages = [str(p) for p in sorted(work.glob("*.html"))]
    if office and pages:
        own = f"-env:UserInstallation=file://{work}/office"
        command = [
            office,
            own,
            "--headless",
            "--infilter=HTML (StarWriter)",
            "--convert-to",
            "pdf",
            "--outdir",
            str(work),
        ]
        subprocess.run([*command, *pages], capture_output=True, check=False, timeout=300)
    return {path: made for path, made in out.items() if path.is_file()}


def _as_html(lines: Sequence[str], typeface: str, language: str) -> str:
    way = "rtl" if language != "en" else "ltr"
    body = "".join(f"<p>{line}</p>" for line in lines if line)
    style = f"font-family:'{typeface}';font-size:14pt"
    head = '<head><meta charset="utf-8"></head>'
    return f'<html lang="{language}" dir="{way}">{head}<body dir="{way}" style="{style}">{body}</body></html>'


def _set_pdf(lines: Sequence[str], typeface: Path, *, rtl: bool) -> bytes:
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.set_margin(20)
    pdf.add_font("face", fname=typeface)
    pdf.set_font("face", size=_POINTS)
    pdf.set_text_shaping(use_shaping_engine=True, direction="rtl" if rtl else "ltr")
    pdf.add_page()
    for line in lines:
        if line:
            pdf.multi_cell(0, _LINE_MM, line, align="R" if rtl else "L", new_x="LMARGIN", new_y="NEXT")
        else:
            pdf.ln(_LINE_MM)
    return bytes(pdf.output())
