"""A GLiNER model in a folder, as a tagger. Wants the extra ``gliner``. It is asked for the labels of ``labels`` in the case's settings."""

import importlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cablegraph.extract.plugins.chunks import iter_chunks
from cablegraph.extract.plugins.config import TaggerConfig
from cablegraph.extract.plugins.tagger import Proposal
from cablegraph.extract.plugins.transformer import version_of

ASKED = {"person": "PERSON", "organization": "ORG", "location": "PLACE"}
"""What is asked for where the settings name no labels."""


class GlinerTagger:
    """What a model finds for labels in words."""

    def __init__(self, config: TaggerConfig) -> None:
        folder = config.path or Path()
        library: Any = importlib.import_module("gliner")
        self._model: Any = library.GLiNER.from_pretrained(str(folder), local_files_only=True)
        self._asked = list(config.labels) or list(ASKED)
        self._threshold, self._chunk = config.threshold, config.chunk
        self.name = config.name
        self.version = version_of(folder)
        self.languages = frozenset(config.languages)

    def tag(self, text: str, language: str | None) -> Iterable[Proposal]:
        """What the model finds, with places and scores."""
        for start, end in iter_chunks(text, self._chunk, language):
            for found in self._model.predict_entities(text[start:end], self._asked, threshold=self._threshold):
                first = start + int(found["start"])
                yield Proposal(str(found["text"]), str(found["label"]), float(found["score"]), first)
