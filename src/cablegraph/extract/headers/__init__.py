"""Headers of cables and letters: number, sender, addressee, date, subject and the rest, each with its place in the text.

Layouts are data (``data/formats.yml``), so that the format of another trove is an entry and no code: ``check_formats`` tells what is wrong in a file of them,
``propose_format`` proposes one from examples.
"""

from cablegraph.extract.headers.checking import Fault, check_formats, read_formats
from cablegraph.extract.headers.formats import Format, build_format, is_label, known_formats
from cablegraph.extract.headers.learning import LearntLabel, Proposal, propose_format
from cablegraph.extract.headers.parse import parse_header

__all__ = [
    "Fault",
    "Format",
    "LearntLabel",
    "Proposal",
    "build_format",
    "check_formats",
    "is_label",
    "known_formats",
    "parse_header",
    "propose_format",
    "read_formats",
]
