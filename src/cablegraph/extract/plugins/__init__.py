"""Taggers from outside beside cablegraph's own: a spaCy pipeline, a Hugging Face or GLiNER model in a folder, a language model behind a local address.

Each is a ``Tagger``. Whatever one proposes must stand verbatim in the document, or it is dropped and counted; what is kept is put beside the mentions of
cablegraph's own taggers, never silently over them.
"""

from cablegraph.extract.plugins.checking import Heard, check_proposals
from cablegraph.extract.plugins.config import KINDS, TaggerConfig, parse_taggers
from cablegraph.extract.plugins.hearing import hear
from cablegraph.extract.plugins.making import make_tagger
from cablegraph.extract.plugins.merging import merge_mentions
from cablegraph.extract.plugins.outside import Outside, add_outside
from cablegraph.extract.plugins.tagger import Proposal, Tagger, TaggerFailed

__all__ = [
    "KINDS",
    "Heard",
    "Outside",
    "Proposal",
    "Tagger",
    "TaggerConfig",
    "TaggerFailed",
    "add_outside",
    "check_proposals",
    "hear",
    "make_tagger",
    "merge_mentions",
    "parse_taggers",
]
