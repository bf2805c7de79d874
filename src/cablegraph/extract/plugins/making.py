"""A tagger of what the settings say, or a sentence of what is missing."""

import importlib.util

from cablegraph.errors import UsageFault
from cablegraph.extract.plugins.config import TaggerConfig
from cablegraph.extract.plugins.endpoint import EndpointTagger
from cablegraph.extract.plugins.gliner_model import GlinerTagger
from cablegraph.extract.plugins.spacy_pipeline import SpacyTagger
from cablegraph.extract.plugins.tagger import Tagger
from cablegraph.extract.plugins.transformer import TransformerTagger


def make_tagger(config: TaggerConfig) -> Tagger:
    """Make a tagger; models are loaded here, once in each process.

    Raises:
        UsageFault: Its library is not installed, its folder is not there or holds no such model, or its address is not allowed.
    """
    if config.kind == "endpoint":
        return EndpointTagger(config)
    if config.path is None or not config.path.is_dir():
        message = f"The tagger {config.name!r} wants a folder, and {config.path} is none. Nothing was changed. Put the model there; nothing is fetched."
        raise UsageFault(message)
    if importlib.util.find_spec(config.kind) is None:
        message = f"The tagger {config.name!r} wants the extra {config.kind!r}. Nothing was changed. Install it: pip install 'cablegraph[{config.kind}]'"
        raise UsageFault(message)
    kinds: dict[str, type[SpacyTagger | TransformerTagger | GlinerTagger]] = {
        "spacy": SpacyTagger, "transformers": TransformerTagger, "gliner": GlinerTagger,
    }  # fmt: skip
    try:
        return kinds[config.kind](config)
    except (OSError, ValueError, ImportError) as error:
        message = (
            f"The tagger {config.name!r} cannot be loaded from {config.path} ({type(error).__name__}). Nothing was changed. "
            f"Look whether it is a {config.kind} model."
        )
        raise UsageFault(message) from error
