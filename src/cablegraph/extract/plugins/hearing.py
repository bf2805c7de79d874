"""One tagger heard on one text: its proposals checked, its failures counted beside what was dropped."""

from collections import Counter

from cablegraph.extract.plugins.checking import Heard, check_proposals
from cablegraph.extract.plugins.config import TaggerConfig
from cablegraph.extract.plugins.tagger import Proposal, Tagger, TaggerFailed


def hear(tagger: Tagger, config: TaggerConfig, text: str, language: str | None) -> Heard:
    """Ask a tagger about a text and keep what holds; nothing where it does not read the language.

    Returns:
        Mentions of the origin ``plugin:NAME@VERSION``; in ``dropped`` also how many pieces of the text had no usable answer, by cause.
    """
    if tagger.languages and language not in tagger.languages:
        return Heard((), {})
    failed: Counter[str] = Counter()
    try:
        proposals: tuple[Proposal, ...] = tuple(tagger.tag(text, language))
    except TaggerFailed as failure:
        proposals = failure.proposals
        failed[failure.cause] += failure.count
    heard = check_proposals(
        text, proposals, origin=f"plugin:{tagger.name}@{tagger.version}", labels=config.labels, threshold=config.threshold, trust=config.trust
    )  # fmt: skip
    return Heard(heard.mentions, dict(sorted((Counter(heard.dropped) + failed).items())))
