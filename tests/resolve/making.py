"""Invented referents for the tests of resolution."""

from cablegraph.model import Modality, Polarity, Referent, Relation, cite
from cablegraph.resolve import Resolution


def person(key: str, name: str, document: str = "", **context: str) -> Referent:
    """A person of a document of their own, with what it says of them, such as ``posts=``."""
    return Referent(key, document or f"d-{key}", "Person", name, (name,), "en", {k: (v,) for k, v in context.items()})


def body(key: str, *names: str, schema: str = "Organization") -> Referent:
    """A body with its names; a post or a place by ``schema``."""
    return Referent(key, f"d-{key}", schema, names[0], names, "en")


def holds(
    key: str, post: str, first: str | None = None, last: str | None = None, as_of: str | None = None,
    polarity: Polarity = Polarity.AFFIRMED, modality: Modality = Modality.FACT,
) -> Relation:  # fmt: skip
    """A document says that a person holds a post."""
    proof = cite(f"d-{key}", 1, post, 0, len(post))
    return Relation(
        f"l-{key}-{post}", f"d-{key}", "Occupancy", key, f"p-{key}", None, None, key, post, first, last, as_of, polarity, modality, "writer", proof,
        0.9, "rule",
    )  # fmt: skip


def groups(resolution: Resolution) -> set[frozenset[str]]:
    """Who is together with whom."""
    return {frozenset(e.referents) for e in resolution.entities}


def pairs(resolution: Resolution) -> set[frozenset[str]]:
    """The pairs that wait for a person."""
    return {frozenset((c.left, c.right)) for c in resolution.candidates}
