"""Is a file of formats right? Each fault with its line, its cause and what to do, all of them at once.

Knows the shape of ``formats.yml``; what a format does with a text is left to ``formats`` and ``labelled``. The trap that every writer of YAML meets: a bare
``NO`` or ``ON`` is read as false or true and a bare ``4411`` as a number, so a label must be quoted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from cablegraph.extract.headers.formats import Format, build_format
from cablegraph.model.header import FIELDS

KEYS = ("name", "recognise", "type", "labels", "bare", "patterns")
FILLED = frozenset({*FIELDS, "grading"}) - {"page_markings"}
"""The fields that a format may fill; ``grading`` gives reliability, credibility or both."""
IN_PATTERNS = FILLED | {"year"}
_STR = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file of formats: its line from 1 on, the cause and the remedy."""

    line: int
    cause: str
    remedy: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.cause}. {self.remedy}"


def check_formats(text: str) -> tuple[Fault, ...]:
    """What is wrong in the text of a file of formats, by line; nothing where it can be used."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        cause = getattr(error, "problem", None) or "a character is not allowed"
        return (
            Fault(
                mark.line + 1 if mark else 1,
                f"this is no YAML ({cause})",
                "Mend the line; indent with spaces, and quote what has a colon in it.",
            ),
        )
    except RecursionError:
        return (Fault(1, "the file is nested too deep", "Write a list of formats and nothing round it."),)
    return tuple(sorted(_in_file(root), key=lambda fault: fault.line))


def read_formats(text: str) -> tuple[Format, ...]:
    """The formats of a file.

    Raises:
        ValueError: The file has faults; the message is the first of them.
    """
    if faults := check_formats(text):
        raise ValueError(str(faults[0]))
    data = yaml.safe_load(text)
    entries: Sequence[dict[str, Any]] = data.get("formats", [data])
    return tuple(build_format(entry) for entry in entries)


def _in_file(root: yaml.Node | None) -> Iterator[Fault]:
    if not isinstance(root, yaml.MappingNode):
        yield Fault(1, "the file has no format", "Begin with `formats:` and put an entry with `- name: ...` below it.")
        return
    listed = next((value for key, value in root.value if key.value == "formats"), None)
    if listed is None:
        yield from _in_entry(root)
    elif not isinstance(listed, yaml.SequenceNode) or not listed.value:
        yield Fault(_line(listed), "`formats` is no list", "Put an entry with `- name: ...` below it.")
    else:
        for entry in listed.value:
            yield from _in_entry(entry)


def _in_entry(entry: yaml.Node) -> Iterator[Fault]:
    if not isinstance(entry, yaml.MappingNode):
        yield Fault(_line(entry), "a format is a group of keys", "Write `- name: ...` and the other keys below it.")
        return
    keys: dict[str, yaml.Node] = {}
    for key, value in entry.value:
        if key.value not in KEYS:
            yield Fault(_line(key), f"the key {key.value!r} is unknown", f"Known are {', '.join(KEYS)}.")
        elif key.value in keys:
            yield Fault(_line(key), f"the key {key.value!r} stands twice", "Join the two.")
        keys[key.value] = value
    if "name" not in keys:
        yield Fault(_line(entry), "the format has no name", "Add `name: ...`, what people call the format.")
    for word in ("name", "type"):
        if word in keys and not _is_text(keys[word]):
            yield Fault(_line(keys[word]), f"`{word}` is no text", "Write words, in quotation marks if need be.")
    if not any(group in keys for group in ("labels", "bare", "patterns")):
        yield Fault(_line(entry), "the format says nothing of any field", "Add `labels`, `bare` or `patterns`.")
    for group in ("labels", "bare"):
        if group in keys:
            yield from _in_labels(keys[group], group)
    for group in ("recognise", "patterns"):
        if group in keys:
            yield from _in_patterns(keys[group], group)


def _in_labels(node: yaml.Node, group: str) -> Iterator[Fault]:
    if not isinstance(node, yaml.MappingNode):
        yield Fault(
            _line(node), f"`{group}` is no group of fields", "Write `field: [word, word]`, a field on each line."
        )
        return
    for key, words in node.value:
        if key.value not in FILLED | {"none"}:
            yield Fault(
                _line(key),
                f"there is no field {key.value!r}",
                f"Fields are {', '.join(sorted(FILLED))}, and `none` for a label whose value is not kept.",
            )
        if not isinstance(words, yaml.SequenceNode):
            yield Fault(
                _line(words),
                f"the words of {key.value!r} are no list",
                "Write them in square brackets: `[word, word]`.",
            )
            continue
        for word in words.value:
            if not _is_text(word):
                yield Fault(
                    _line(word),
                    f"the label {getattr(word, 'value', '')!r} is no text",
                    f'Put it in quotation marks: "{getattr(word, "value", "")}".',
                )
            elif group == "bare" and word.value.isascii() and not word.value.isupper():
                yield Fault(
                    _line(word),
                    f"the bare label {word.value!r} is not in capitals",
                    "Without a colon only capitals count; write it so, or move it to `labels`.",
                )


def _in_patterns(node: yaml.Node, group: str) -> Iterator[Fault]:
    if not isinstance(node, yaml.SequenceNode):
        yield Fault(
            _line(node), f"`{group}` is no list", "Write a list of expressions, each in single quotation marks."
        )
        return
    for item in node.value:
        if not _is_text(item):
            yield Fault(_line(item), f"an expression in `{group}` is no text", "Put it in single quotation marks.")
            continue
        try:
            pattern = re.compile(item.value, re.MULTILINE)
        except re.error as error:
            yield Fault(
                _line(item),
                f"the expression cannot be read ({error})",
                "Mend it; a bracket or dot that is meant as such wants a backslash.",
            )
            continue
        if group == "patterns":
            for name in sorted(set(pattern.groupindex) - IN_PATTERNS):
                yield Fault(
                    _line(item),
                    f"there is no field {name!r}",
                    f"Name the group after a field: {', '.join(sorted(IN_PATTERNS))}.",
                )
            if not pattern.groupindex:
                yield Fault(
                    _line(item),
                    "the expression names no field",
                    "Put what it finds in a named group: `(?P<number>...)`.",
                )


def _is_text(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == _STR and bool(node.value.strip())


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
