"""What a case adds to the reading of its documents from outside: formats of headers, taggers, lists; put together for one page and one document.

The order is: cablegraph's own mentions, then each tagger in the order of the settings, then the lists, which complete what all taggers saw.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cablegraph.extract.headers import Format
from cablegraph.extract.lists import Finder, Linker, add_listed
from cablegraph.extract.plugins.config import TaggerConfig
from cablegraph.extract.plugins.hearing import hear
from cablegraph.extract.plugins.merging import merge_mentions
from cablegraph.extract.plugins.tagger import Tagger
from cablegraph.model.mention import FoundMention


@dataclass(frozen=True, slots=True)
class Outside:
    """Formats to try (None for cablegraph's own), taggers with their settings, and the lists, if any."""

    formats: Sequence[Format] | None = None
    taggers: Sequence[tuple[Tagger, TaggerConfig]] = ()
    finder: Finder | None = None
    linker: Linker | None = None


def add_outside(
    text: str, mentions: Sequence[FoundMention], language: str | None, outside: Outside
) -> tuple[list[FoundMention], Mapping[str, int]]:
    """The mentions of a page with what taggers and lists add, and how many proposals were dropped, as ``NAME: cause``."""
    found = list(mentions)
    dropped: Counter[str] = Counter()
    for tagger, config in outside.taggers:
        heard = hear(tagger, config, text, language)
        found = merge_mentions(found, heard.mentions, override=config.override)
        dropped.update({f"{config.name}: {cause}": count for cause, count in heard.dropped.items()})
    if outside.finder is not None:
        found = add_listed(found, outside.finder.find(text))
    return found, dict(sorted(dropped.items()))
