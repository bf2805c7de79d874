"""A spaCy pipeline in a folder, as a tagger. Wants the extra ``spacy``.

The trap: a pipeline's folder may name code of its own, which loading it runs; take one only from people you trust.
"""

import importlib
from collections.abc import Iterable
from typing import Any

from cablegraph.extract.plugins.chunks import iter_chunks
from cablegraph.extract.plugins.config import TaggerConfig
from cablegraph.extract.plugins.tagger import Proposal

_SURE = 0.8
"""spaCy says of its entities where they are and not how sure it is."""


class SpacyTagger:
    """The entities of a pipeline, by its component ``ner`` or an entity ruler."""

    def __init__(self, config: TaggerConfig) -> None:
        self._config = config
        self._pipeline: Any = importlib.import_module("spacy").load(config.path)
        self.name = config.name
        meta = self._pipeline.meta
        self.version = f"{meta.get('name', 'pipeline')}-{meta.get('version', '0')}"
        self.languages = frozenset(config.languages)

    def tag(self, text: str, language: str | None) -> Iterable[Proposal]:
        """The pipeline's entities with their places."""
        for start, end in iter_chunks(text, max(self._config.chunk, 20_000), language):
            for entity in self._pipeline(text[start:end]).ents:
                yield Proposal(entity.text, entity.label_, _SURE, start + entity.start_char)
