"""Invented cables as born-digital PDFs, one page or two each, as different programs make them: fpdf2, LibreOffice and Chromium.

Knows how to print; the words are of ``sheets``. Each program writes the text layer of a right-to-left page in its own way, which is what readers of PDF
stumble over. A program or a typeface that is not installed is passed over and named in ``Prints.left_out``.
"""

import os
import random
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from playwright.sync_api import Error, PdfMargins, sync_playwright

from bench.sheets import LANGUAGES, TYPEFACES, write_cable

NAMES = {"fa": "Persian", "ar": "Arabic", "en": "English"}
_TURNS = ("LibreOffice", "Chromium", "fpdf2", "fpdf2")
"""Which program makes a PDF, in turn."""
_POINTS, _LINE_MM = 14, 9
_OFFICE_SECONDS = 300
_MARGINS: PdfMargins = {"top": "20mm", "bottom": "20mm", "left": "20mm", "right": "20mm"}


@dataclass(frozen=True, slots=True)
class Print:
    """One PDF and what a reader should read in it."""

    path: Path
    language: str
    program: str
    typeface: str
    text: str


@dataclass(frozen=True, slots=True)
class Prints:
    """What was printed, and sentences on what could not be."""

    made: tuple[Print, ...]
    left_out: tuple[str, ...]


def make_prints(work: Path, count: int) -> Prints:
    """Print ``count`` cables of each language into ``work``."""
    work.mkdir(parents=True)
    jobs: dict[str, list[Print]] = defaultdict(list)
    left_out = []
    for language in LANGUAGES:
        faces = [name for name, path in TYPEFACES[language].items() if path.is_file()]
        missing = sorted(set(TYPEFACES[language]) - set(faces))
        if missing:
            left_out.append(f"{NAMES[language]} pages in {', '.join(missing)}: the typeface is not installed")
        for number in range(count if faces else 0):
            lines = write_cable(language, "held out", random.Random(f"pdf {language} {number}"))
            program, path = _TURNS[number % len(_TURNS)], work / f"{language}-{number}.pdf"
            jobs[program].append(Print(path, language, program, faces[number % len(faces)], "\n".join(lines)))
    for program, wanted in jobs.items():
        reason = _PROGRAMS[program](work, wanted)
        if reason:
            left_out.append(f"pages printed by {program}: {reason}")
    made = (each for wanted in jobs.values() for each in wanted if each.path.is_file())
    return Prints(tuple(sorted(made, key=lambda each: each.path)), tuple(left_out))


def _print_fpdf2(_: Path, wanted: Sequence[Print]) -> str:
    from fpdf import FPDF

    for each in wanted:
        rtl = each.language != "en"
        pdf = FPDF(format="A4")
        pdf.set_margin(20)
        pdf.add_font("face", fname=TYPEFACES[each.language][each.typeface])
        pdf.set_font("face", size=_POINTS)
        pdf.set_text_shaping(use_shaping_engine=True, direction="rtl" if rtl else "ltr")
        pdf.add_page()
        for line in each.text.splitlines():
            if line:
                pdf.multi_cell(0, _LINE_MM, line, align="R" if rtl else "L", new_x="LMARGIN", new_y="NEXT")
            else:
                pdf.ln(_LINE_MM)
        each.path.write_bytes(bytes(pdf.output()))
    return ""


def _print_office(work: Path, wanted: Sequence[Print]) -> str:
    office = shutil.which("soffice")
    if office is None:
        return "LibreOffice is not installed"
    pages = []
    for each in wanted:
        page = each.path.with_suffix(".html")
        page.write_text(_as_html(each), encoding="utf-8")
        pages.append(str(page))
    own = f"-env:UserInstallation=file://{work}/office"
    command = [office, own, "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf", "--outdir", str(work)]
    try:
        subprocess.run([*command, *pages], capture_output=True, check=False, timeout=_OFFICE_SECONDS)
    except subprocess.TimeoutExpired:
        return f"it did not end within {_OFFICE_SECONDS} seconds"
    return "" if all(each.path.is_file() for each in wanted) else "it made fewer pages than it was given"


def _print_chromium(_: Path, wanted: Sequence[Print]) -> str:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        return "Chromium is not installed"
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=flags)
            page = browser.new_page()
            for each in wanted:
                page.set_content(_as_html(each))
                page.pdf(path=each.path, format="A4", margin=_MARGINS)
            browser.close()
    except Error as error:
        return f"it ended with {type(error).__name__}"
    return ""


_PROGRAMS: Mapping[str, Callable[[Path, Sequence[Print]], str]] = {
    "fpdf2": _print_fpdf2, "LibreOffice": _print_office, "Chromium": _print_chromium,
}  # fmt: skip
"""How each program prints what it is given; the answer says why it did not, or nothing."""


def _as_html(each: Print) -> str:
    way = "rtl" if each.language != "en" else "ltr"
    body = "".join(f"<p>{escape(line)}</p>" for line in each.text.splitlines() if line)
    style = f"font-family:'{each.typeface}';font-size:{_POINTS}pt"
    head = '<head><meta charset="utf-8"></head>'
    return f'<html lang="{each.language}" dir="{way}">{head}<body dir="{way}" style="{style}">{body}</body></html>'
