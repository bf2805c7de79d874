"""Who is named in one delivery alone: what a later tranche adds to the cast."""

from collections.abc import Iterable, Mapping

from cablegraph.model.answers import EntityCard


def find_only_in(
    dataset: str, datasets_of: Mapping[str, frozenset[str]], cards: Mapping[str, EntityCard], schemata: Iterable[str] = ("Person",)
) -> tuple[EntityCard, ...]:  # fmt: skip
    """The entities of these schemata all of whose documents lie in one dataset and in no other, those in most documents first.

    Args:
        dataset: Its name.
        datasets_of: For each entity (id) the datasets whose documents name it.
        cards: The entities.
        schemata: What is wanted.
    """
    wanted = frozenset(schemata)
    found = [
        cards[key]
        for key, named in datasets_of.items()
        if named == {dataset} and key in cards and cards[key].schema in wanted
    ]
    return tuple(sorted(found, key=lambda card: (-card.documents, -card.mentions, card.caption, card.id)))
