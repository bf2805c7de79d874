"""Tesseract as a subprocess: the words of one page image in one language, and which way up a page lies.

Knows the command line; its answer is left to ``tesseract_table``, which language a page is in and whether to repair it first to ``trial``. The traps:
without ``OMP_THREAD_LIMIT`` one page takes all cores and five times as long; and a page of noise may take minutes, hence the time limit.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from tempfile import TemporaryFile
from typing import BinaryIO, ClassVar

from cablegraph.ingest.layout import Word
from cablegraph.ingest.margins import cut_margins
from cablegraph.ingest.scan import Scan
from cablegraph.ingest.tools.tesseract_table import parse_table

LANGUAGES: Mapping[str, str] = {"fa": "fas", "ar": "ara", "en": "eng", "ckb": "fas"}
"""Tesseract's names for the languages of pages; Sorani has no model of its own and Persian letters come nearest."""

_ARABIC_LAYOUT = ("-c", "textord_noise_rejrows=0", "-c", "textord_min_linesize=2.5")
"""Dots and vowel marks make Tesseract guess lines too low and then throw whole lines away as noise; this keeps them."""

_PAGE, _BLOCK = 3, 6
_LATIN_MODELS = frozenset({"eng", "osd"})
_ORIENTATION_SURE = 1.5


class OcrFailed(Exception):
    """Tesseract ended with an error; the message is its last line without words of the page."""


class OcrTimeout(Exception):
    """Tesseract took longer than allowed and was ended."""


@cache
def find_tesseract() -> str | None:
    """The path of the program, or None."""
    return shutil.which("tesseract")


@cache
def installed_languages() -> frozenset[str]:
    """Tesseract's names of the languages that are installed; empty without the program."""
    return frozenset(_ask("--list-langs").splitlines()[1:])


@cache
def tesseract_version() -> str:
    """Such as ``5.3.0``; empty without the program."""
    return _ask("--version").partition("\n")[0].rpartition(" ")[2]


def _ask(option: str) -> str:
    program = find_tesseract()
    if program is None:
        return ""
    try:
        done = subprocess.run([program, option], capture_output=True, timeout=30, check=False, env=_environment())
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout or done.stderr).decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    """One thread, English messages, and no question to a name server: a library of Tesseract's looks up the name of this machine when asked its version."""
    kept = {k: os.environ[k] for k in ("PATH", "TESSDATA_PREFIX", "HOME", "TMPDIR") if k in os.environ}
    return kept | {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C", "RES_OPTIONS": "attempts:0"}


@dataclass(frozen=True, slots=True)
class TesseractEngine:
    """Tesseract among the OCR engines."""

    name: ClassVar[str] = "tesseract"

    @property
    def version(self) -> str:
        """Such as ``5.3.0``; empty without the program."""
        return tesseract_version() if find_tesseract() else ""

    def models(self) -> dict[str, str]:
        """The languages of which a model is installed."""
        return {language: model for language, model in LANGUAGES.items() if model in installed_languages()}

    def model_name(self, language: str) -> str:
        """Tesseract's name for a language."""
        return LANGUAGES.get(language, "")

    def recognise(self, scan: Scan, language: str, *, seconds: float, block: bool = False) -> list[list[list[Word]]]:
        """Recognise one page without its empty margins, or a block of lines."""
        mode = _BLOCK if block else _PAGE
        frame, cut = cut_margins(scan)
        found = run_tesseract(
            cut.grey, cut.width, cut.height, LANGUAGES[language], seconds=seconds, dpi=scan.dpi, mode=mode
        )
        return frame.put_back(found)

    def find_turn(self, scan: Scan, *, seconds: float) -> int:
        """Ask Tesseract's model of orientations; its answer counts where it is sure."""
        if "osd" not in installed_languages():
            return 0
        try:
            told = _run(
                scan.grey, scan.width, scan.height, ["-l", "osd", "--psm", "0", "--dpi", str(scan.dpi)], seconds
            )
        except (OcrFailed, OcrTimeout):
            return 0
        said = dict(line.split(": ", 1) for line in told.splitlines() if ": " in line)
        try:
            sure = float(said["Orientation confidence"]) >= _ORIENTATION_SURE
            return int(said["Orientation in degrees"]) // 90 % 4 if sure else 0
        except (KeyError, ValueError):
            return 0


def run_tesseract(
    grey: bytes, width: int, height: int, language: str, *, seconds: float, dpi: int = 300, mode: int = _PAGE
) -> list[list[list[Word]]]:
    """Recognise one page.

    Args:
        grey: One byte a pixel, row by row.
        width: In pixels.
        height: In pixels.
        language: Tesseract's name of one language.
        seconds: How long it may take.
        dpi: Pixels an inch.
        mode: Tesseract's page segmentation mode.

    Returns:
        Paragraphs of lines of words in reading order; confidences are 0-1.

    Raises:
        OcrFailed: The program is missing or ended with an error.
        OcrTimeout: It took too long.
    """
    layout = () if language in _LATIN_MODELS else _ARABIC_LAYOUT
    options = ["-l", language, "--psm", str(mode), "--dpi", str(dpi), *layout, "tsv"]
    return parse_table(_run(grey, width, height, options, seconds), width, height)


def _run(grey: bytes, width: int, height: int, options: Sequence[str], seconds: float) -> str:
    command = [find_tesseract() or "tesseract", "stdin", "stdout", *options]
    try:
        with _as_file(b"P5 %d %d 255\n" % (width, height), grey) as image:
            done = subprocess.run(
                command, stdin=image, capture_output=True, timeout=seconds, check=False, env=_environment()
            )
    except subprocess.TimeoutExpired as error:
        raise OcrTimeout(f"Tesseract took more than {seconds:.0f} seconds") from error
    except OSError as error:
        raise OcrFailed(f"Tesseract could not be started ({error.strerror})") from error
    if done.returncode:
        raise OcrFailed(f"Tesseract ended with code {done.returncode}")
    return done.stdout.decode("utf-8", "replace")


@contextmanager
def _as_file(*pieces: bytes) -> Iterator[BinaryIO]:
    """A file, in memory where the system has such, to be read from its start: through a pipe a page goes in hundreds of turns."""
    with os.fdopen(os.memfd_create("page"), "w+b") if hasattr(os, "memfd_create") else TemporaryFile() as held:
        held.writelines(pieces)
        held.seek(0)
        yield held
