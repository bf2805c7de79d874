"""Names, posts, codenames and nationalities as they stand in a text.

Taggers trained by this project find persons, organisations and places; rules and lists find the rest.
"""

from .find import find_mentions
from .found import FoundMention, Label

__all__ = ["FoundMention", "Label", "find_mentions"]
