"""rigour's Jaro-Winkler over rigour's own romanisation: the best of its plain text distances on the development pairs."""

from rigour.text import ascii_text, jaro_winkler


def prepare(name: str) -> str:
    """The name in plain Latin letters, lower case."""
    return ascii_text(name).lower()


def compare(a: str, b: str) -> float:
    """Similarity, 0-1."""
    return jaro_winkler(a, b)
