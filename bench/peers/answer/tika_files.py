"""The parsers of Apache Tika, compiled to machine code by extractous, with its own settings; its limit of 500,000 characters is raised."""

from functools import cache

from extractous import Extractor

_CHARACTERS = 100_000_000


@cache
def _extractor() -> Extractor:
    return Extractor().set_extract_string_max_length(_CHARACTERS)


def read(path: str) -> str:
    """The text of a file."""
    text, _ = _extractor().extract_file_to_string(path)
    return text
