"""Train the small network that reads digits part by part: ``python -m bench.train_digits [out.npz]``.

Knows how to draw numbers in every typeface of Arabic script that is installed, and to wear them as scanners do. The typefaces of the measured pages
(``sheets``) are left out, so that what is measured is how it reads a typeface that it never saw.
"""

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from bench.sheets import TYPEFACES
from cablegraph.ingest.digit_network import CLASSES, SIGNS
from cablegraph.ingest.ink_parts import cut_parts, describe_part

_SETS = {"a": ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"), "l": ("0123456789",)}
_ALPHABET = "بپتثجچحخسشصضطظعغفقکكگلمنهیيةدذرزژو"
_WORDS = ("سفارت", "محرمانه", "الخارجية", "گزارش", "المحافظة", "تاریخ")
_ROUNDS = 500
_HIDDEN, _EPOCHS, _BATCH = 96, 25, 256
_OUT = Path(__file__).parent.parent / "src" / "cablegraph" / "ingest" / "data" / "digits.npz"


def find_typefaces() -> list[Path]:
    """The installed typefaces with letters of Arabic script, without the measured ones."""
    held = {p.stem.partition("-")[0] for language in ("fa", "ar") for p in TYPEFACES[language].values()}
    listed = subprocess.run(["fc-list", ":lang=ar", "file"], capture_output=True, text=True, check=True).stdout
    paths = sorted({Path(line.strip().rstrip(":").strip()) for line in listed.splitlines() if line.strip()})
    return [p for p in paths if p.stem.partition("-")[0] not in held and not p.stem.startswith("Amiri")]


def draw_samples(typeface: Path, chance: random.Random, rounds: int) -> tuple[list[Any], list[int]]:
    """Descriptions of parts and their classes, drawn in one typeface."""
    has = frozenset(map(chr, TTFont(typeface, fontNumber=0).getBestCmap()))
    seen: list[Any] = []
    named: list[int] = []
    for _ in range(rounds):
        font = ImageFont.truetype(str(typeface), chance.randint(26, 72))
        text, marks = _write(chance, has)
        if not text:
            continue
        heights = [b - t for _, t, _, b in (font.getbbox(w, direction="rtl") for w in _WORDS)]
        image, box = _draw(text, font, chance, rtl=not marks)
        size = float(np.median(heights)) * chance.uniform(0.85, 1.15)
        parts = cut_parts(image, box, size)
        if marks and len(parts) == len(marks):
            seen += [describe_part(parts, p, size) for p in parts]
            named += [CLASSES.index(m) for m in marks]
        elif not marks:
            kept = [p for p in parts if p.width > 0.5 * p.height and p.height > 0.35 * size]
            seen += [describe_part(parts, p, size) for p in kept]
            named += [CLASSES.index("other")] * len(kept)
    return seen, named


def _write(chance: random.Random, has: frozenset[str]) -> tuple[str, list[str]]:
    """A number and the classes of its characters; or a made-up word, and no classes."""
    if chance.random() < 0.3:
        letters = [c for c in _ALPHABET if c in has]
        return "".join(chance.choices(letters, k=chance.randint(2, 5))) if letters else "", []
    kind = "l" if chance.random() < 0.3 else "a"
    digits = chance.choice(_SETS[kind])
    signs = [s for s in SIGNS if s in has]
    if not set(digits) <= has:
        return "", []
    text, marks = "", []
    for place in range(chance.choice((1, 2, 3, 4, 4, 5, 6))):
        if place and signs and marks[-1] not in SIGNS and chance.random() < 0.15:
            sign = chance.choice(signs)
            text, marks = text + sign, [*marks, sign]
            continue
        digit = chance.randrange(10)
        text, marks = text + digits[digit], [*marks, f"{kind}{digit}"]
    if signs and chance.random() < 0.3:
        sign = chance.choice(signs)
        text, marks = (sign + text, [sign, *marks]) if chance.random() < 0.5 else (text + sign, [*marks, sign])
    return text, marks


def _draw(text: str, font: ImageFont.FreeTypeFont, chance: random.Random, *, rtl: bool) -> tuple[Any, tuple[int, int]]:
    gap = chance.randint(0, 6)
    width = int(font.getlength(text)) + gap * len(text)
    image = Image.new("L", (width + 80, font.size * 3), 255)
    draw = ImageDraw.Draw(image)
    if rtl:
        draw.text((40, font.size // 2), text, 0, font, direction="rtl")
    else:
        across = 40.0
        for character in text:
            draw.text((across, font.size // 2), character, 0, font, direction="ltr")
            across += font.getlength(character) + gap
    image = image.rotate(chance.gauss(0, 1.2), resample=Image.Resampling.BICUBIC, fillcolor=255)
    wear = chance.random()
    if wear > 0.25:
        image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 2.2)))
    if wear > 0.75:
        factor = chance.uniform(0.5, 0.8)
        small = image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.BOX)
        cut = chance.randint(110, 190)
        image = small.point([255 if level > cut else 0 for level in range(256)]).resize(
            image.size, Image.Resampling.BICUBIC
        )
    grey = np.asarray(image, dtype=np.float64) * chance.uniform(0.5, 1.0)
    grey += np.random.default_rng(chance.getrandbits(32)).normal(0, chance.uniform(0, 14), grey.shape)
    return grey.clip(0, 255).astype(np.uint8), (30, image.width - 30)


def train(seen: Any, named: Any, seed: int = 7) -> tuple[Any, ...]:
    """Two layers by Adam on cross-entropy; returns weights and biases."""
    numbers = np.random.default_rng(seed)
    wide = seen.shape[1]
    held = [
        numbers.normal(0, (2 / wide) ** 0.5, (wide, _HIDDEN)), np.zeros(_HIDDEN),
        numbers.normal(0, (1 / _HIDDEN) ** 0.5, (_HIDDEN, len(CLASSES))), np.zeros(len(CLASSES)),
    ]  # fmt: skip
    held = [h.astype(np.float32) for h in held]
    first, second = [np.zeros_like(h) for h in held], [np.zeros_like(h) for h in held]
    step = 0
    for epoch in range(_EPOCHS):
        order = numbers.permutation(len(seen))
        rate = 0.002 * 0.5 ** (epoch / 8)
        lost = 0.0
        for start in range(0, len(order), _BATCH):
            step += 1
            chosen = order[start : start + _BATCH]
            x, y = seen[chosen], named[chosen]
            hidden = np.maximum(x @ held[0] + held[1], 0)
            scores = hidden @ held[2] + held[3]
            scores = np.exp(scores - scores.max(axis=1, keepdims=True))
            scores /= scores.sum(axis=1, keepdims=True)
            lost -= float(np.log(scores[np.arange(len(y)), y] + 1e-9).sum())
            scores[np.arange(len(y)), y] -= 1
            scores /= len(y)
            back = (scores @ held[2].T) * (hidden > 0)
            grads = [x.T @ back, back.sum(axis=0), hidden.T @ scores, scores.sum(axis=0)]
            for n, grad in enumerate(grads):
                first[n] = 0.9 * first[n] + 0.1 * grad
                second[n] = 0.999 * second[n] + 0.001 * grad**2
                move = first[n] / (1 - 0.9**step) / (np.sqrt(second[n] / (1 - 0.999**step)) + 1e-8)
                held[n] = held[n] - rate * (move + 1e-3 * held[n])
        if epoch % 5 == 4:
            sys.stderr.write(f"epoch {epoch + 1}: loss {lost / len(seen):.4f}\n")
    return tuple(held)


def main() -> None:
    """Draw, train, say how well typefaces are read that training left out, and save."""
    chance = random.Random(5)
    typefaces = find_typefaces()
    drawn = [(path, *draw_samples(path, chance, _ROUNDS)) for path in typefaces]
    drawn = [d for d in drawn if len(d[1]) > 100]
    sys.stderr.write(f"{len(drawn)} typefaces, {sum(len(d[1]) for d in drawn):,} parts\n")
    aside, rest = drawn[::8], [d for n, d in enumerate(drawn) if n % 8]
    seen, named = (np.concatenate([np.array(d[n]) for d in rest]) for n in (1, 2))
    w1, b1, w2, b2 = train(seen.astype(np.float32), named)
    for path, parts, classes in aside:
        scores = np.maximum(np.array(parts) @ w1 + b1, 0) @ w2 + b2
        right = scores.argmax(axis=1) == np.array(classes)
        sys.stderr.write(f"{path.name}: {right.mean():.3f} of {len(right)}\n")
    everything, classes = (np.concatenate([np.array(d[n]) for d in drawn]) for n in (1, 2))
    held = train(everything.astype(np.float32), classes)
    np.savez_compressed(
        Path(sys.argv[1]) if len(sys.argv) > 1 else _OUT,
        **{name: h.astype(np.float16) for name, h in zip(("w1", "b1", "w2", "b2"), held, strict=True)},
    )


if __name__ == "__main__":
    main()
