"""What a case says of its taggers from outside: the ``[[taggers]]`` of ``case.toml``, checked."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path

from cablegraph.model.mention import LABELS

KINDS = ("spacy", "transformers", "gliner", "endpoint")
"""What runs a tagger. Each but the last wants the extra of its name."""
_OURS = frozenset({*LABELS, ""})


@dataclass(frozen=True, slots=True)
class TaggerConfig:
    """One tagger from outside.

    ``path`` is a folder (of the case, where relative); ``url`` and ``model`` are an endpoint's. ``languages`` is empty for all. ``labels`` are
    the tagger's labels with ours; an empty word lets a label be. Proposals below ``threshold`` are dropped and no confidence passes ``trust``
    (both 0-1). With ``override`` it may take the place of names that cablegraph's own taggers found. ``seconds`` is the wall time for one
    request, ``chunk`` its longest text in code points. ``allow_remote`` lets an endpoint be another machine: the text of documents is then sent
    there. ``key_variable`` names the environment variable with an endpoint's key.
    """

    name: str
    kind: str
    path: Path | None = None
    url: str = ""
    model: str = ""
    languages: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)
    threshold: float = 0.5
    trust: float = 0.8
    override: bool = False
    seconds: float = 60.0
    chunk: int = 2000
    allow_remote: bool = False
    key_variable: str = ""


def parse_taggers(entries: Sequence[Mapping[str, object]], case: Path) -> tuple[TaggerConfig, ...]:
    """The taggers of a case, of the ``[[taggers]]`` of its settings.

    Raises:
        ValueError: An entry has an unknown key, a value of a wrong type, or lacks what its kind wants; the message says which and what to write.
    """
    out = tuple(_parsed(entry, number, case) for number, entry in enumerate(entries, 1))
    names = [config.name for config in out]
    if twice := next((name for name in names if names.count(name) > 1), None):
        message = f"two taggers are called {twice!r}; give each a name of its own"
        raise ValueError(message)
    return out


def _parsed(entry: Mapping[str, object], number: int, case: Path) -> TaggerConfig:
    known = {f.name: f for f in fields(TaggerConfig)}
    where = f"tagger {number}"
    values: dict[str, object] = {}
    for key, value in entry.items():
        if key not in known:
            message = f"{where} has the unknown key {key!r}; known are {', '.join(known)}"
            raise ValueError(message)
        values[key] = _checked(where, key, value)
    for key in (f.name for f in fields(TaggerConfig) if f.default is MISSING and f.default_factory is MISSING):
        if key not in values:
            message = f'{where} has no {key}; write {key} = "..."'
            raise ValueError(message)
    if values["kind"] not in KINDS:
        message = f"{where} is of the unknown kind {values['kind']!r}; known are {', '.join(KINDS)}"
        raise ValueError(message)
    wanted = ("url", "model") if values["kind"] == "endpoint" else ("path",)
    for key in wanted:
        if not values.get(key):
            message = f'{where} is of the kind {values["kind"]!r} and wants {key} = "..."'
            raise ValueError(message)
    if values.get("path"):
        values["path"] = case / str(values["path"])
    return TaggerConfig(**values)  # type: ignore[arg-type]


def _checked(where: str, key: str, value: object) -> object:
    if key in {"threshold", "trust"}:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            message = f"{where}: {key} wants a number from 0 to 1"
            raise ValueError(message)
        return float(value)
    if key in {"seconds", "chunk"}:
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or value <= 0
            or (key == "chunk" and value < 200)
        ):
            message = f"{where}: {key} wants a number above {199 if key == 'chunk' else 0}"
            raise ValueError(message)
        return float(value) if key == "seconds" else int(value)
    if key in {"override", "allow_remote"}:
        if not isinstance(value, bool):
            message = f"{where}: {key} wants true or false"
            raise ValueError(message)
        return value
    if key == "languages":
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            message = f'{where}: languages wants a list of codes, as ["fa", "ar"]'
            raise ValueError(message)
        return tuple(value)
    if key == "labels":
        if not isinstance(value, Mapping) or not all(isinstance(k, str) and v in _OURS for k, v in value.items()):
            message = f'{where}: labels wants the tagger\'s labels with ours, as {{ PER = "PERSON" }}; ours are {", ".join(LABELS)}'
            raise ValueError(message)
        return dict(value)
    if isinstance(value, str | Path):
        return value
    message = f"{where}: {key} wants a string"
    raise ValueError(message)
