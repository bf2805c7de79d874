"""The word table of a language: counts, word classes and usual capitals, written as ``<language>.words.xz``."""

import lzma
from collections import Counter
from pathlib import Path

from cablegraph.extract.mentions.tokens import level, tokenise

from . import clusters


def make_words(texts: list[str], path: Path, *, least: int, most: int, fine: int, coarse: int = 64) -> None:
    """Count and cluster the words of a collection of texts.

    Args:
        texts: Unlabelled text.
        path: Where the table goes.
        least: Words rarer than this are left out of the classes, and of the table if seen once.
        most: So many words at most get a class.
        fine: How many fine classes.
        coarse: How many coarse classes.
    """
    counts: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    inner: Counter[str] = Counter()
    sentences = []
    for text in texts:
        tokens = [t.text for t in tokenise(text)]
        words = [level(t) for t in tokens]
        counts.update(words)
        shouted = sum(t.isupper() for t in tokens) > len(tokens) / 2
        if not shouted:
            for before, token, word in zip(tokens, tokens[1:], words[1:], strict=False):
                if before not in '.:;!?“"(' and token[0].isalpha():
                    inner[word] += 1
                    lower[word] += token[0].islower()
                    upper[word] += token.isupper()
        sentences.append(words)
    known = [w for w, n in counts.most_common(most) if n >= least]
    points = clusters.embed(sentences, known, [w for w, _ in counts.most_common(1000)])
    coarse_of = clusters.cluster(points, min(coarse, len(known)))
    fine_of = clusters.cluster(points, min(fine, len(known)))
    place = {w: i for i, w in enumerate(known)}
    lines = []
    for word in sorted(counts):
        if counts[word] < 2:
            continue
        i = place.get(word)
        k, fine_k = ("?", "?") if i is None else (str(coarse_of[i]), str(fine_of[i]))
        lines.append(
            "\t".join((word, str(counts[word]), k, fine_k, _capitals(inner[word], lower[word], upper[word]))).rstrip(
                "\t"
            )
        )
    path.write_bytes(lzma.compress(("\n".join(lines) + "\n").encode(), preset=9))


def _capitals(seen: int, lower: int, upper: int) -> str:
    if seen < 3 or (not lower and not upper):
        return "" if seen < 3 else "T"
    if lower > 0.8 * seen:
        return "l"
    if upper > 0.8 * seen:
        return "A"
    return "T" if lower < 0.2 * seen else "m"
