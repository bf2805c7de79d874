"""Names, posts, codenames and nationalities as they stand in a text.

Taggers trained by this project find persons, organisations and places; rules and lists find the rest.
"""

from cablegraph.extract.mentions.find import find_mentions
from cablegraph.model.mention import FoundMention

__all__ = ["FoundMention", "find_mentions"]
