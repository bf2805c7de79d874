"""Invented referents for the tests of resolution."""

from cablegraph.model import Referent
from cablegraph.resolve import Resolution


def person(key: str, name: str, document: str = "", **context: str) -> Referent:
    """A person of a document of their own, with what it says of them, such as ``posts=``."""
    return Referent(key, document or f"d-{key}", "Person", name, (name,), "en", {k: (v,) for k, v in context.items()})


def body(key: str, *names: str, schema: str = "Organization") -> Referent:
    """A body with its names; a post or a place by ``schema``."""
    return Referent(key, f"d-{key}", schema, names[0], names, "en")


def groups(resolution: Resolution) -> set[frozenset[str]]:
    """Who is together with whom."""
    return {frozenset(e.referents) for e in resolution.entities}


def pairs(resolution: Resolution) -> set[frozenset[str]]:
    """The pairs that wait for a person."""
    return {frozenset((c.left, c.right)) for c in resolution.candidates}
