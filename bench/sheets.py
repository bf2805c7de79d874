"""Invented cables set as pages in several typefaces, as they come from a printer and as they come from an old scanner or a telefax.

Knows how to write, set and wear a page; measuring is left to ``ocr``. The trap: text and noise come from generators seeded by the page's number, so that
two runs measure the same pages, and pages of the held-out half share no sentence with the others.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont

DPI = 300
LANGUAGES = ("fa", "ar", "en")
HALVES = {"development": "one", "held out": "two"}
WEARS = ("speckled", "blurred", "fax", "stamped", "faint")

_TRUETYPE = Path("/usr/share/fonts/truetype")
_NOTO = _TRUETYPE / "noto"
_ARABIC = {
    "Amiri": Path("/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf"),
    "Noto Naskh Arabic": _NOTO / "NotoNaskhArabic-Regular.ttf",
    "Noto Sans Arabic": _NOTO / "NotoSansArabic-Regular.ttf",
    "Scheherazade": _TRUETYPE / "scheherazade" / "Scheherazade-Regular.ttf",
}
TYPEFACES: Mapping[str, Mapping[str, Path]] = {
    "fa": _ARABIC | {"Nazli": _TRUETYPE / "farsiweb" / "nazli.ttf"},
    "ar": _ARABIC | {"Kacst One": _TRUETYPE / "kacst-one" / "KacstOne.ttf"},
    "en": {
        "DejaVu Sans": _TRUETYPE / "dejavu" / "DejaVuSans.ttf",
        "DejaVu Sans Mono": _TRUETYPE / "dejavu" / "DejaVuSansMono.ttf",
        "DejaVu Serif": _TRUETYPE / "dejavu" / "DejaVuSerif.ttf",
        "Noto Sans": _NOTO / "NotoSans-Regular.ttf",
        "Noto Serif": _NOTO / "NotoSerif-Regular.ttf",
    },
}
_WIDE, _HIGH, _MARGIN = 2480, 3508, 260
_PARAGRAPHS = 9
_SET_LARGER = {"Scheherazade": 1.25}
"""Typefaces whose letters are small for their nominal size, and by how much they are usually set larger."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and what stands on it: ``wear`` is empty for a clean one."""

    language: str
    half: str
    typeface: str
    wear: str
    lines: tuple[str, ...]
    image: Image.Image

    @property
    def text(self) -> str:
        """What a reader should read."""
        return "\n".join(self.lines)


def iter_sheets(language: str, half: str, count: int, *, worn: bool) -> Iterator[Sheet]:
    """Pages of one language and half, typeface by typeface; a typeface that is not installed is passed over."""
    faces = [(name, path) for name, path in TYPEFACES[language].items() if path.is_file()]
    for number in range(count if faces else 0):
        name, path = faces[number % len(faces)]
        chance = random.Random(f"{language} {half} {number}")
        size = round(chance.choice((40, 44, 48) if language == "en" else (46, 50, 54, 58)) * _SET_LARGER.get(name, 1.0))
        font = ImageFont.truetype(str(path), size)
        text = [_drawable(p, path) for p in write_cable(language, half, chance)]
        lines, image = set_page(text, font, chance.choice((1.0, 1.1, 1.25)), rtl=language != "en")
        wear = WEARS[(number + number // len(faces)) % len(WEARS)] if worn else ""
        yield Sheet(language, half, name, wear, lines, wear_page(image, wear, chance) if wear else image)


@cache
def _cables() -> dict[str, dict[str, Any]]:
    path = Path(__file__).parent / "data" / "cables.yml"
    found: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def write_cable(language: str, half: str, chance: random.Random) -> list[str]:
    """Header lines and numbered paragraphs."""
    words = _cables()[language]
    digits = str.maketrans("0123456789", words["digits"])

    def fill(text: str) -> str:
        small, number = str(chance.randint(2, 29)), str(chance.randint(100, 9999))
        year = {"fa": (1325, 1394), "ar": (1946, 2015), "en": (1946, 2015)}[language]
        day = f"{chance.randint(1, 28)} {chance.choice(words['month'])} {chance.randint(*year)}"
        slots = {k: chance.choice(words[k]) for k in ("person", "place", "office", "month")}
        return text.format(
            **slots, small=small.translate(digits), number=number.translate(digits), date=day.translate(digits)
        )

    body = chance.sample(words[HALVES[half]], _PARAGRAPHS * 2 - 2)
    pairs = [" ".join(body[n : n + 2]) for n in range(0, len(body), 2)]
    marks = {"fa": "{}- ", "ar": "{}- ", "en": "{}. "}[language]
    return [
        *map(fill, words["head"]),
        "",
        *(marks.format(n).translate(digits) + fill(p) for n, p in enumerate(pairs, 1)),
    ]


@cache
def _characters(typeface: Path) -> frozenset[str]:
    return frozenset(map(chr, TTFont(typeface).getBestCmap()))


def _drawable(text: str, typeface: Path) -> str:
    """The text with a full stop for signs that the typeface lacks, such as the dash."""
    return "".join(c if c in _characters(typeface) or c in " \u200c" else "." for c in text)


def set_page(
    paragraphs: Sequence[str], font: ImageFont.FreeTypeFont, spacing: float, *, rtl: bool
) -> tuple[tuple[str, ...], Image.Image]:
    """The lines of an A4 page at 300 dpi and its picture; what does not fit is left out of both."""
    step = round(sum(font.getmetrics()) * spacing)
    image = Image.new("L", (_WIDE, _HIGH), 255)
    draw = ImageDraw.Draw(image)
    way: dict[str, Any] = {"direction": "rtl" if rtl else "ltr", "features": None}
    lines: list[str] = []
    down = _MARGIN
    for paragraph in paragraphs:
        for line in _break(paragraph, font, way):
            if down + step > _HIGH - _MARGIN:
                return tuple(lines), image
            if rtl:
                draw.text((_WIDE - _MARGIN, down), line, 0, font, anchor="ra", **way)
            else:
                draw.text((_MARGIN, down), line, 0, font, **way)
            lines.append(line)
            down += step
        down += step // 3
    return tuple(lines), image


def _break(paragraph: str, font: ImageFont.FreeTypeFont, way: Mapping[str, Any]) -> Iterator[str]:
    line = ""
    for word in paragraph.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer, **way) > _WIDE - 2 * _MARGIN:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def wear_page(image: Image.Image, wear: str, chance: random.Random) -> Image.Image:
    """The page as a scanner saw it: always a little askew and noisy, and with one fault of its own."""
    numbers = np.random.default_rng(chance.getrandbits(32))
    skew = chance.choice((-1, 1)) * chance.uniform(0.6, 2.5)
    if wear == "stamped":
        image = _stamp(image, chance)
    turned = image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    blur = {"blurred": 2.2, "faint": 1.0}.get(wear, 0.8)
    grey = np.asarray(turned.filter(ImageFilter.GaussianBlur(blur)), dtype=np.float64)
    paper, ink = (235, 140) if wear == "faint" else (245, 30)
    grey = ink + (paper - ink) * grey / 255 + numbers.normal(0, 14 if wear == "blurred" else 22, grey.shape)
    if wear == "speckled":
        chances = numbers.random(grey.shape)
        grey[chances < 0.02] = 0
        grey[chances > 0.98] = 255
    worn = Image.fromarray(grey.clip(0, 255).astype(np.uint8))
    if wear == "fax":
        small = worn.filter(ImageFilter.GaussianBlur(1)).resize((1728, 2292), Image.Resampling.BOX)
        return small.point(lambda level: 255 if level > 150 else 0).convert("1")
    return worn


def _stamp(image: Image.Image, chance: random.Random) -> Image.Image:
    """A ring with bars, half over the text, as a rubber stamp leaves it."""
    out = image.copy()
    draw = ImageDraw.Draw(out)
    x, y, radius = chance.randint(500, 1900), chance.randint(700, 2400), 230
    for inner in (0, 22):
        draw.ellipse(
            (x - radius + inner, y - radius + inner, x + radius - inner, y + radius - inner), outline=90, width=7
        )
    for down in (-60, 60):
        draw.line((x - 180, y + down, x + 180, y + down), fill=90, width=6)
    return Image.blend(image, out, 0.8)


def image_dpi(sheet: Sheet) -> float:
    """Pixels an inch of a sheet's picture, which a fax has fewer of."""
    return DPI * sheet.image.width / _WIDE
