"""A name as a person of FollowTheMoney, with its romanisation as a second name where it is not Latin: what nomenklatura compares best."""

from itertools import count

from followthemoney import ValueEntity
from rigour.text import ascii_text

_numbers = count()


def spellings(name: str) -> list[str]:
    """The name, and its romanisation where that is another."""
    return [name] if name.isascii() else [name, ascii_text(name)]


def person(name: str) -> ValueEntity:
    """A person of that name; its id is new each time, since nomenklatura remembers the names of an id."""
    return ValueEntity.from_dict(
        {"schema": "Person", "id": f"p{next(_numbers)}", "properties": {"name": spellings(name)}}
    )
