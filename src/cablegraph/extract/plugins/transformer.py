"""A Hugging Face token classifier in a folder, as a tagger. Wants the extra ``transformers``.

Nothing is fetched, no code of the folder is run, and only weights as safetensors are read, since the older form can run code too.
"""

import hashlib
import importlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cablegraph.extract.plugins.chunks import iter_chunks
from cablegraph.extract.plugins.config import TaggerConfig
from cablegraph.extract.plugins.tagger import Proposal


def version_of(folder: Path) -> str:
    """The version of a model in a folder: the first letters of the checksum over the names and sizes of its files and its ``config.json``."""
    told = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        told.update(f"{path.relative_to(folder)} {path.stat().st_size}\n".encode())
        if path.name in {"config.json", "gliner_config.json"}:
            told.update(path.read_bytes())
    return told.hexdigest()[:12]


class TransformerTagger:
    """The groups of tokens that a model labels; it must have a fast tokenizer, which knows places."""

    def __init__(self, config: TaggerConfig) -> None:
        library: Any = importlib.import_module("transformers")
        folder = config.path or Path()
        model = library.AutoModelForTokenClassification.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False, use_safetensors=True
        )
        tokenizer = library.AutoTokenizer.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False, use_fast=True
        )
        self._run: Any = library.pipeline(
            "token-classification", model=model, tokenizer=tokenizer, aggregation_strategy="simple", device=-1
        )
        self._chunk = config.chunk
        self.name = config.name
        self.version = version_of(folder)
        self.languages = frozenset(config.languages)

    def tag(self, text: str, language: str | None) -> Iterable[Proposal]:
        """The groups of the model with their places and scores."""
        for start, end in iter_chunks(text, self._chunk, language):
            for group in self._run(text[start:end]):
                first, last = start + int(group["start"]), start + int(group["end"])
                yield Proposal(text[first:last], str(group["entity_group"]), float(group["score"]), first)
