"""JSON Lines in, JSON Lines out: each room by itself, for pipes and for measuring from outside.

A line is an object; its fields are kept and the answer is added. A line that is no object, or lacks what is needed, is reported by its number and left out.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from cablegraph.calendars import find_dates
from cablegraph.claims import find_claims
from cablegraph.errors import NothingThere, UsageFault
from cablegraph.extract.headers import parse_header
from cablegraph.extract.linking import complete_mentions
from cablegraph.extract.mentions import find_mentions
from cablegraph.extract.relations import find_relations
from cablegraph.names import NameIndex, compare_names
from cablegraph.text import find_language

Line = dict[str, Any]
Answer = Callable[[Line], Line]
Complain = Callable[[int, str], None]


class LineUnusable(ValueError):
    """A line of input that cannot be answered; the message says why."""


def _text(line: Line) -> str:
    text = line.get("text")
    if not isinstance(text, str):
        message = "it has no field `text` with a string"
        raise LineUnusable(message)
    return text


def _written(line: Line) -> date | None:
    value = line.get("written")
    if not value:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        message = "its field `written` is no ISO date such as 2014-11-05"
        raise LineUnusable(message) from None


def _language(line: Line, text: str) -> str:
    return str(line.get("lang") or find_language(text))


def dates(line: Line) -> Line:
    """``dates``: what days the expressions of a text mean."""
    text = _text(line)
    found = find_dates(text, language=line.get("lang"), written=_written(line))
    return {"dates": [match.as_json() for match in found]}


def header(line: Line) -> Line:
    """``header``: the fields of a cable's header."""
    return {"header": parse_header(_text(line)).as_json()}


def mentions(line: Line) -> Line:
    """``mentions``: the names in a text."""
    return {"mentions": [m.as_json() for m in find_mentions(_text(line), line.get("lang"))]}


def relations(line: Line, *, least_confidence: float = 0.0) -> Line:
    """``relations``: who stands to whom, as the sentences of a text say, where it is at least so sure."""
    text = _text(line)
    language, written = _language(line, text), _written(line)
    names = complete_mentions(text, find_mentions(text, language))
    found = find_relations(
        text, names, list(find_dates(text, language=language, written=written)), language=language, written=written
    )
    return {"relations": [r.as_json() for r in found if r.confidence >= least_confidence]}


def claims(line: Line) -> Line:
    """``claims``: what a public text says, of what sort it is, and on whose word."""
    text = _text(line)
    language = _language(line, text)
    found = find_claims(
        text,
        find_mentions(text, language),
        list(find_dates(text, language=language, written=_written(line))),
        language=language,
    )
    return {"claims": [c.as_json() for c in found]}


def same_name(line: Line) -> Line:
    """``same-name``: whether two names may be one person's."""
    pair = []
    for side in ("a", "b"):
        value = line.get(side)
        if not isinstance(value, dict) or not isinstance(value.get("name"), str):
            message = f"its field `{side}` is no object with a string `name`"
            raise LineUnusable(message)
        pair.append(value)
    found = compare_names(
        pair[0]["name"], pair[1]["name"], language_a=pair[0].get("lang"), language_b=pair[1].get("lang")
    )
    return {"score": round(found.score, 4), "same": found.same, "why": found.why}


def name_finder(index: Path, limit: int, complain: Complain) -> Answer:
    """``find-name``: the function that looks a name up in an index file of ``id``, ``name`` a line.

    Raises:
        NothingThere: The file does not exist.
    """
    if not index.is_file():
        message = f"There is no index file {index}. It is JSON Lines with `id` and `name`."
        raise NothingThere(message)
    with index.open(encoding="utf-8") as stream:
        items = [(str(i["id"]), str(i["name"])) for _, i in read_lines(stream, complain) if "id" in i and "name" in i]
    names = NameIndex.build(items)

    def answer(line: Line) -> Line:
        name = line.get("name")
        if not isinstance(name, str):
            message = "it has no field `name` with a string"
            raise LineUnusable(message)
        return {
            "hits": [{"id": h.id, "name": h.name, "score": round(h.score, 4)} for h in names.search(name, limit=limit)]
        }

    return answer


ANSWERS: dict[str, Answer] = {
    "dates": dates, "header": header, "mentions": mentions, "relations": relations, "claims": claims, "same-name": same_name,
}  # fmt: skip
"""The commands that need nothing but the line."""


def read_lines(stream: Iterable[str], complain: Complain) -> Iterator[tuple[int, Line]]:
    """Yield the objects of a JSON Lines stream with their line numbers, from 1; empty lines are passed over."""
    for number, raw in enumerate(stream, 1):
        if not raw.strip():
            continue
        try:
            line = json.loads(raw)
        except (ValueError, RecursionError) as error:
            complain(number, f"it is no JSON ({error.__class__.__name__})")
            continue
        if not isinstance(line, dict):
            complain(number, "it is no JSON object")
        elif "\\ud" in raw.lower() and not _is_text(line):
            complain(number, "it holds half of a surrogate pair, which no text may hold")
        else:
            yield number, line


def _is_text(line: Line) -> bool:
    """Whether every string of a line can be written out again."""
    try:
        json.dumps(line, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def answer_lines(stream: Iterable[str], answer: Answer, complain: Complain) -> Iterator[Line]:
    """Yield each line with its answer added; what cannot be answered is reported by number and left out."""
    for number, line in read_lines(stream, complain):
        try:
            yield line | answer(line)
        except LineUnusable as error:
            complain(number, str(error))


def answerer(name: str, *, index: Path | None, limit: int, complain: Complain, least_confidence: float = 0.0) -> Answer:
    """The function behind ``cablegraph lines NAME``.

    Args:
        name: Which of the commands.
        index: The list that ``find-name`` looks names up in.
        limit: At most this many hits of ``find-name``.
        complain: Is told of lines left out, by number.
        least_confidence: Of ``relations``, only those at least this sure, 0 to 1.

    Raises:
        UsageFault: There is no such command, or ``find-name`` lacks its index.
    """
    if name == "find-name":
        if index is None:
            message = "`cablegraph lines find-name` needs --index FILE."
            raise UsageFault(message)
        return name_finder(index, limit, complain)
    if name not in ANSWERS:
        message = f"There is no command `lines {name}`. Known are {', '.join((*ANSWERS, 'find-name'))}."
        raise UsageFault(message)
    return partial(relations, least_confidence=least_confidence) if name == "relations" else ANSWERS[name]
