"""Messages put into threads by their headers (Jamie Zawinski's algorithm, https://www.jwz.org/doc/threading.html).

Knows who answers whom: by ``References``, by ``In-Reply-To``, and, where an answer names nothing, by its subject. Where the messages come from is left to
the caller. The traps: headers that contradict each other or run in circles, ids that several messages bear, and messages that are missing from the
trove while others answer them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

import yaml


@dataclass(frozen=True, slots=True)
class MessageLinks:
    """What a message says of its place: ``key`` is the caller's own name for it, ``references`` go from the oldest to the newest.

    The values are those of the metadata ``mail:message-id``, ``mail:in-reply-to``, ``mail:references`` and ``mail:subject``; each may be empty.
    """

    key: str
    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class ThreadedMessage:
    """A message in its thread: the key of the message that it answers (None where that is missing or it answers none), and its depth, 0 for the first."""

    key: str
    parent: str | None
    depth: int


@dataclass(slots=True, eq=False)
class _Node:
    """A message, or one that others only refer to; ``up`` is a short way towards the first message of its thread."""

    keys: list[str] = field(default_factory=list)
    subject: str = ""
    parent: "_Node | None" = None
    children: "list[_Node]" = field(default_factory=list)
    up: "_Node | None" = None


def find_threads(messages: Iterable[MessageLinks]) -> tuple[tuple[ThreadedMessage, ...], ...]:
    """Put messages into threads.

    Args:
        messages: In any order; where headers leave it open, the order of the answers is that in which they are given.

    Returns:
        A tuple for each thread, a message alone too, the first message first and each one before its answers. Copies of one message, which share its
        id, stand in one thread side by side. Every key comes back exactly once.
    """
    given = list(messages)
    nodes: dict[str, _Node] = {}
    order = [_place(one, nodes) for one in given]
    for one, node in zip(given, order, strict=True):
        chain = one.references or one.in_reply_to[:1]
        if chain:
            _attach(node, nodes.setdefault(chain[-1], _Node()))
    for one in given:
        for older, newer in pairwise(one.references):
            _attach(nodes.setdefault(newer, _Node()), nodes.setdefault(older, _Node()))
    roots = list(dict.fromkeys(_root(node) for node in order))
    return tuple(tuple(_flatten(root)) for root in _join_subjects(roots))


def _place(one: MessageLinks, nodes: dict[str, _Node]) -> _Node:
    node = nodes.get(one.message_id) if one.message_id else None
    if node is None:
        node = _Node()
        if one.message_id:
            nodes[one.message_id] = node
    node.keys.append(one.key)
    node.subject = node.subject or one.subject
    return node


def _attach(node: _Node, parent: _Node) -> None:
    """Put a node below another one, unless it is below one already or the two would run in a circle."""
    if node.parent is None and _root(parent) is not node:
        node.parent = node.up = parent
        parent.children.append(node)


def _root(node: _Node) -> _Node:
    """The first message of a thread; the ways that were gone become short, so that a chain of any length is quick."""
    root = node
    while root.up is not None:
        root = root.up
    while node.up is not None and node.up is not root:
        node.up, node = root, node.up
    return root


def _join_subjects(roots: list[_Node]) -> list[_Node]:
    """Put threads that begin with an answer below the one that began with the same subject and no mark of an answer."""
    first: dict[str, _Node] = {}
    for root in roots:
        bare, answered = strip_subject(_first_subject(root))
        if bare and not answered and root.keys:
            first.setdefault(bare, root)
    kept = []
    waiting: defaultdict[str, list[_Node]] = defaultdict(list)
    for root in roots:
        bare, answered = strip_subject(_first_subject(root))
        start = first.get(bare)
        if answered and start is not None and start is not root:
            waiting[bare].append(root)
        else:
            kept.append(root)
    for bare, answers in waiting.items():
        for root in answers:
            _attach(root, first[bare])
    return kept


def _first_subject(root: _Node) -> str:
    stack = [root]
    while stack:
        node = stack.pop()
        if node.keys:
            return node.subject
        stack.extend(reversed(node.children))
    return ""


def _flatten(root: _Node) -> Iterator[ThreadedMessage]:
    stack: list[tuple[_Node, str | None, int]] = [(root, None, 0)]
    while stack:
        node, parent, depth = stack.pop()
        for key in node.keys:
            yield ThreadedMessage(key, parent, depth)
        deeper = depth + 1 if node.keys else depth
        stack.extend((child, node.keys[0] if node.keys else parent, deeper) for child in reversed(node.children))


@cache
def _prefix() -> re.Pattern[str]:
    table = yaml.safe_load((files(__package__) / "data" / "mail_subjects.yml").read_text(encoding="utf-8"))
    words = sorted((w for row in table["prefixes"] for w in row), key=len, reverse=True)
    return re.compile(
        rf"(?i)\s*(?:{'|'.join(map(re.escape, words))})\s?(?:\[\d{{1,3}}\]|\(\d{{1,3}}\)|\d{{1,3}})?\s?[:：]\s*"
    )


def strip_subject(subject: str) -> tuple[str, bool]:
    """A subject without the marks of answers and passing on, in small letters with single blanks; and whether it bore any."""
    at, pattern = 0, _prefix()
    while found := pattern.match(subject, at):
        at = found.end()
    return " ".join(subject[at:].split()).casefold(), at > 0
