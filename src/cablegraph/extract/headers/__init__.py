"""Headers of cables and letters: number, sender, addressee, date, subject and the rest, each with its place in the text.

Layouts are data (``data/formats.yml``), so that the format of another trove is an entry and no code.
"""

from cablegraph.extract.headers.formats import Format, build_format, is_label, known_formats
from cablegraph.extract.headers.parse import parse_header

__all__ = ["Format", "build_format", "is_label", "known_formats", "parse_header"]
