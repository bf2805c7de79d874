"""XML that hostile people wrote, parsed without harm.

Knows the settings under which nothing is fetched, no entity is expanded and no tree grows beyond reason; damaged XML is read as far as it goes. The trap:
entities in attributes are expanded whatever the settings say, which only the refusal of a document type keeps from mattering.
"""

from collections.abc import Iterator
from typing import Any


class RefusedMarkup(Exception):
    """The XML declares a document type with entities of its own, which office files never do."""


def parse_markup(data: bytes) -> tuple[Any, bool]:
    """The root element of an XML file without a document type, and whether it is sound; None where nothing can be read.

    Raises:
        RefusedMarkup: It declares a document type.
    """
    from lxml import etree

    if _has_doctype(data):
        raise RefusedMarkup
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, False
    if root is not None and root.getroottree().docinfo.internalDTD is not None:
        raise RefusedMarkup
    return root, not parser.error_log.filter_from_errors()


def _has_doctype(data: bytes) -> bool:
    """Whether a document type is declared before the root element, in any encoding that expat knows."""
    from xml.parsers import expat

    found: list[bool] = []
    parser = expat.ParserCreate()

    def stop(*, doctype: bool) -> None:
        found.append(doctype)
        raise StopIteration

    parser.StartDoctypeDeclHandler = lambda *_: stop(doctype=True)
    parser.StartElementHandler = lambda *_: stop(doctype=False)
    try:
        for at in range(0, len(data), 65_536):
            parser.Parse(data[at : at + 65_536], False)  # noqa: FBT003 - expat takes it by position
    except (StopIteration, expat.ExpatError, ValueError, LookupError):
        pass
    return found[:1] == [True]


def local_name(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str, default: str = "") -> str:
    """The value of an attribute by its bare name, whatever its namespace (strict and transitional office files differ in theirs)."""
    plain = element.get(name)
    if plain is not None:
        return str(plain)
    ending = "}" + name
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith(ending)), default)


def iter_named(element: Any, *names: str) -> Iterator[Any]:
    """Elements below ``element`` with one of these bare names, in document order."""
    return element.iter(*(f"{{*}}{name}" for name in names))  # type: ignore[no-any-return]
