"""Numbers drawn in every typeface of Arabic script that is installed, and worn as scanners wear them, to train the network that reads digits.

Knows how a number, a reference number and a word are drawn and which part of ink is which character. The typefaces of the measured pages (``sheets``) are
left out, with all of their families, so that what is measured is how the network reads a typeface that it never saw. The more typefaces the better: the
kept weights were drawn from Debian's fonts-arabeyes, -dejavu, -farsiweb, -freefarsi, -hosny-thabit, -kacst, -lemonada, -nafees, -noto-core, -paktype,
-sil-awami-nastaliq, -sil-harmattan and -sil-lateef.
"""

import random
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from bench.sheets import TYPEFACES
from cablegraph.ingest.digit_network import CLASSES, LETTERS, SIGNS
from cablegraph.ingest.ink_parts import cut_parts, describe_parts

_SETS = {"a": ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"), "l": ("0123456789",)}
_ALPHABET = "بپتثجچحخسشصضطظعغفقکكگلمنهیيةدذرزژو"
_SHAPED = {"ک": "کك", "ی": "یيى"}
_WORDS = ("سفارت", "محرمانه", "الخارجية", "گزارش", "المحافظة", "تاریخ")

Marked = list[tuple[str, str]]
"""Characters from left to right, each with its class."""


def find_typefaces() -> list[Path]:
    """The installed typefaces with letters of Arabic script, without the families of the measured ones."""
    held = {p.stem.partition("-")[0].lower() for language in ("fa", "ar") for p in TYPEFACES[language].values()}
    listed = subprocess.run(["fc-list", ":lang=ar", "file"], capture_output=True, text=True, check=True).stdout
    paths = sorted({Path(line.strip().rstrip(":").strip()) for line in listed.splitlines() if line.strip()})
    return [p for p in paths if not p.stem.lower().startswith((*held, "amiri"))]


def draw_samples(typeface: Path, chance: random.Random, rounds: int) -> tuple[list[Any], list[int]]:
    """Descriptions of parts and their classes, drawn in one typeface; more in one of the few that have Persian digits."""
    has = frozenset(map(chr, TTFont(typeface, fontNumber=0).getBestCmap()))
    letters = [c for c in _ALPHABET if c in has]
    if not letters or not set("٠١٢٣٤٥٦٧٨٩") <= has:
        return [], []
    seen: list[Any] = []
    named: list[int] = []
    for _ in range(rounds * 2 if "۴" in has else rounds):
        font = ImageFont.truetype(str(typeface), chance.randint(22, 66))
        heights = [b - t for _, t, _, b in (font.getbbox(w, direction="rtl") for w in _WORDS)]
        size = float(np.median(heights)) * chance.uniform(0.85, 1.15)
        marked = _write(chance, has) if chance.random() < 0.8 else []
        word = "".join(chance.choices(letters, k=chance.randint(2, 5)))
        image, (start, end) = _draw(marked or word, word, font, chance)
        parts = cut_parts(image, (0, image.shape[1]), size, darker=chance.random() < 0.25)
        inside = [n for n, p in enumerate(parts) if start <= p.left + p.width / 2 <= end]
        if not inside:
            continue
        alone = chance.random() < 0.7
        rows = describe_parts([parts[n] for n in inside], size) if alone else describe_parts(parts, size)[inside]
        if marked and len(inside) == len(marked):
            seen += list(rows)
            named += [CLASSES.index(mark) for _, mark in marked]
        elif not marked:
            kept = [n for n, i in enumerate(inside) if parts[i].width > 0.5 * parts[i].height > 0.17 * size]
            seen += [rows[n] for n in kept]
            named += [CLASSES.index("other")] * len(kept)
    return seen, named


def _write(chance: random.Random, has: frozenset[str]) -> Marked:
    """A number from left to right, with signs, or with letters alone between signs as in a reference number."""
    signs = [s for s in SIGNS if s in has]
    kind = "l" if chance.random() < 0.25 else "a"
    digits = chance.choice([s for s in _SETS[kind] if set(s) <= has] or [""])
    if not digits:
        return []
    if signs and chance.random() < 0.35:
        return _write_reference(chance, has, kind, digits)
    out: Marked = []
    for place in range(chance.choice((1, 1, 2, 3, 4, 4, 5, 6))):
        if place and signs and out[-1][0] not in SIGNS and chance.random() < 0.12:
            sign = chance.choice(signs)
            out.append((sign, sign))
        else:
            digit = chance.randrange(10)
            out.append((digits[digit], f"{kind}{digit}"))
    if signs and chance.random() < 0.35:
        sign = chance.choice(signs)
        out = [(sign, sign), *out] if chance.random() < 0.7 else [*out, (sign, sign)]
    return out


def _write_reference(chance: random.Random, has: frozenset[str], kind: str, digits: str) -> Marked:
    """Two numbers with a letter between them, or a number and a letter, one sign everywhere."""
    letter = chance.choice(LETTERS)
    shapes = [c for c in _SHAPED.get(letter, letter) if c in has]
    sign = chance.choice([s for s in "//-." if s in has] or [" "])
    if not shapes or sign == " ":
        return []
    numbers = [
        [(digits[d], f"{kind}{d}") for d in (chance.randrange(10) for _ in range(chance.randint(1, most)))]
        for most in (3, 4)
    ]
    named = [(chance.choice(shapes), letter)]
    left, right = numbers if chance.random() < 0.8 else (numbers[0], [])
    return [*left, (sign, sign), *named, *([(sign, sign), *right] if right else [])]


def _draw(
    text: Marked | str, beside: str, font: ImageFont.FreeTypeFont, chance: random.Random
) -> tuple[Any, tuple[float, float]]:
    """A number, character by character, or a word, sometimes with a word on either side; and the left and right edge of what was asked for."""
    gap = chance.randint(0, max(font.size // 12, 1))
    blank = font.size * chance.uniform(0.18, 0.4)
    word = font.getlength(beside, direction="rtl")
    own = (
        font.getlength(text, direction="rtl")
        if isinstance(text, str)
        else sum(font.getlength(c) + gap for c, _ in text)
    )
    left, right = (chance.random() < 0.4 for _ in range(2))
    image = Image.new("L", (int(own + 2 * word + 2 * blank) + 80, font.size * 3), 255)
    draw = ImageDraw.Draw(image)
    down = font.size // 2
    start = 40 + word + blank
    if left:
        draw.text((40, down), beside, 0, font, direction="rtl")
    if isinstance(text, str):
        draw.text((start, down), text, 0, font, direction="rtl")
    else:
        across = start
        for character, _ in text:
            draw.text((across, down), character, 0, font, direction="ltr")
            across += font.getlength(character) + gap
    if right:
        draw.text((start + own - gap + blank, down), beside, 0, font, direction="rtl")
    edge = blank / 2
    return _wear(image, chance), (start - edge, start + own + edge)


def _wear(image: Image.Image, chance: random.Random) -> Any:
    """The picture as scanners see it: askew, blurred, coarse, pale, noisy."""
    image = image.rotate(chance.gauss(0, 0.7), resample=Image.Resampling.BICUBIC, fillcolor=255)
    wear = chance.random()
    if wear > 0.25:
        image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1.9)))
    if wear > 0.75:
        factor = chance.uniform(0.5, 0.8)
        small = image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.BOX)
        cut = chance.randint(110, 190)
        image = small.point([255 if level > cut else 0 for level in range(256)]).resize(
            image.size, Image.Resampling.BICUBIC
        )
    grey = np.asarray(image, dtype=np.float64) * chance.uniform(0.5, 1.0)
    grey += np.random.default_rng(chance.getrandbits(32)).normal(0, chance.uniform(0, 14), grey.shape)
    return grey.clip(0, 255).astype(np.uint8)
