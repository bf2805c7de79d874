"""What we know about strings: decoding, cleaning with an offset map, words, sentences, script, direction and language.

Knows Persian, Arabic, Sorani and English text as it comes out of files and scans. Names and dates are left to the rooms above.
"""

from cablegraph.text.decode import Decoded, decode
from cablegraph.text.digits import to_ascii_digits
from cablegraph.text.lam_alef import repair_lam_alef
from cablegraph.text.language import find_language, find_passages
from cablegraph.text.mapped import MappedText
from cablegraph.text.normalise import fold, fold_word, normalise
from cablegraph.text.paragraphs import find_paragraphs
from cablegraph.text.script import is_rtl, script_of
from cablegraph.text.sentences import find_sentences
from cablegraph.text.span import Span
from cablegraph.text.stems import stem_word
from cablegraph.text.tables import Profile
from cablegraph.text.visual_order import repair_visual_order
from cablegraph.text.words import find_words

__all__ = [
    "Decoded",
    "MappedText",
    "Profile",
    "Span",
    "decode",
    "find_language",
    "find_paragraphs",
    "find_passages",
    "find_sentences",
    "find_words",
    "fold",
    "fold_word",
    "is_rtl",
    "normalise",
    "repair_lam_alef",
    "repair_visual_order",
    "script_of",
    "stem_word",
    "to_ascii_digits",
]
