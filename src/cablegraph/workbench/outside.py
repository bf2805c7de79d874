"""What a case adds to the reading of its documents: its formats, its taggers and its reference lists, described so that every process can make them.

The trap: what was read without them is old once they change, so their digest is part of the version of the step.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cablegraph.errors import SettingsInvalid
from cablegraph.extract.plugins import Outside, TaggerConfig, make_tagger, parse_taggers
from cablegraph.store import Case
from cablegraph.workbench.formats import format_files, load_formats
from cablegraph.workbench.reference_lists import ListFile, find_list_files, open_book


@dataclass(frozen=True, slots=True)
class Recipe:
    """The folder of the case with its formats, the taggers, the files of lists, and where what is made of them is kept.

    ``digest`` is empty where there is none of them.
    """

    folder: Path
    taggers: tuple[TaggerConfig, ...]
    lists: tuple[ListFile, ...]
    cache_folder: Path
    digest: str


def write_recipe(case: Case) -> Recipe:
    """Describe what a case adds, and try it: whatever is wrong with it is told before a document is read.

    Raises:
        SettingsInvalid: A format or a tagger is described wrongly.
        UsageFault: A tagger cannot be had.
        DiskFull: There is no room for the index of the lists.
    """
    load_formats(case.folder)
    try:
        taggers = parse_taggers(case.settings.taggers, case.folder)
    except ValueError as error:
        raise SettingsInvalid(case.folder / "case.toml", str(error)) from error
    with case.engine.begin() as connection:
        lists = find_list_files(connection, case.archive)
    told: list[object] = [path.read_text(encoding="utf-8-sig") for path in format_files(case.folder)]
    told += [[config.name, make_tagger(config).version, repr(config)] for config in taggers]
    told += [open_book(lists, case.cache_folder).digest] if lists else []
    digest = hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:12] if told else ""
    return Recipe(case.folder, taggers, lists, case.cache_folder, digest)


@cache
def open_outside(recipe: Recipe) -> Outside:
    """Make what a recipe describes; a process does so once."""
    book = open_book(recipe.lists, recipe.cache_folder) if recipe.lists else None
    return Outside(
        load_formats(recipe.folder),
        tuple((make_tagger(config), config) for config in recipe.taggers),
        book.finder if book else None,
        book.linker if book else None,
    )
