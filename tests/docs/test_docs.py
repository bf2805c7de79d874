"""The docs say everything that the code has: commands, options, schemata, problem codes, exceptions, settings; and they say nothing that is not there."""

import dataclasses
import importlib.util
import re
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote

import pytest
import typer

from cablegraph.cli import app
from cablegraph.errors import CablegraphError
from cablegraph.model import LABELS, problem_codes, relation_schemata
from cablegraph.settings import Limits, Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(chain(DOCS.rglob("*.md"), ROOT.glob("*.md")))
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]

_LINK = re.compile(r"!?\[(?:[^\]\[]|\[[^\]]*\])*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
_MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|Users|mnt|media)/", re.IGNORECASE)
_EXAMPLE = re.compile(r"^(?:\$ )?cablegraph (?P<name>[a-z]+)(?P<rest> .*)?$", re.MULTILINE)
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def anchors_of(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub and most renderers make them."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    titles = re.findall(r"^#{1,6}\s+(.+?)\s*#*$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", t.lower()).replace(" ", "-") for t in titles}


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_maker", ROOT / "scripts" / "docs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_what_the_code_says(maker: ModuleType) -> None:
    assert maker.stale_pages() == [], "run `make docs`"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    section = re.search(
        rf"^### {re.escape(name)}\n(.*?)(?=^#|\Z)", read("reference/commands.md"), re.DOTALL | re.MULTILINE
    )
    assert section, f"the command {name} has no section"
    for parameter in COMMANDS[name].params:
        for option in (*parameter.opts, *parameter.secondary_opts) if parameter.param_type_name == "option" else ():
            assert option == "--help" or f"`{option}" in section[1], f"{name} {option}"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_used_in_a_tutorial_or_how_to(name: str) -> None:
    pages = chain((DOCS / "tutorial").glob("*.md"), (DOCS / "how-to").glob("*.md"), ROOT.glob("README.md"))
    assert any(re.search(rf"\bcablegraph {name}\b", page.read_text(encoding="utf-8")) for page in pages)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_in_examples_exist_with_their_options(page: Path) -> None:
    blocks = "".join(found[0] for found in _FENCE.finditer(page.read_text(encoding="utf-8")))
    for found in _EXAMPLE.finditer(blocks):
        name, rest = found["name"], re.sub(r"'[^']*'|\"[^\"]*\"", "", (found["rest"] or "").partition("|")[0])
        assert name in COMMANDS, found[0]
        known = {o for p in COMMANDS[name].params for o in (*p.opts, *p.secondary_opts)}
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest):
            assert option in known, found[0]


@pytest.mark.parametrize("name", sorted(relation_schemata()))
def test_every_schema_is_described(name: str) -> None:
    assert f"| `{name}` |" in read("reference/schemata.md")


@pytest.mark.parametrize("name", LABELS)
def test_every_label_is_described(name: str) -> None:
    assert f"| `{name}` |" in read("reference/schemata.md")


@pytest.mark.parametrize("code", sorted(problem_codes()))
def test_every_problem_code_is_described(code: str) -> None:
    assert f"| `{code}` |" in read("reference/errors.md")


def test_every_exception_is_described_and_has_a_code_of_its_own() -> None:
    kinds = CablegraphError.__subclasses__()
    page = read("reference/errors.md")
    for kind in kinds:
        assert f"| `{kind.exit_code}` | `{kind.__name__}` | {kind.status} |" in page
    codes = [kind.exit_code for kind in kinds]
    assert len(codes) == len(set(codes))
    assert not any(child.__subclasses__() for child in kinds), "a second floor of exceptions is not in the table"


@pytest.mark.parametrize(
    "name", [f.name for kind in (Settings, Limits) for f in dataclasses.fields(kind) if f.name != "ocr_waits"]
)
def test_every_setting_is_described(name: str) -> None:
    page = read("reference/settings.md")
    assert f"| `{name}` |" in page or f"[{name}]" in page


def test_every_environment_variable_is_described() -> None:
    sources = chain(
        (ROOT / "src").rglob("*.py"),
        (ROOT / "scripts").rglob("*"),
        [ROOT / "hatch_build.py", ROOT / "tests/conftest.py"],
    )
    used = {
        name
        for path in sources
        if path.suffix in {".py", ".sh"}
        for name in re.findall(r"CABLEGRAPH_[A-Z_]*[A-Z]", path.read_text(encoding="utf-8"))
    }
    page = read("reference/settings.md")
    assert used
    assert {name for name in used if f"| `{name}` |" not in page} == set()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_relative_links_lead_somewhere(page: Path) -> None:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in _LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        goal = (page.parent / path) if path else page
        assert goal.exists(), f"{target} is not there"
        if anchor and goal.suffix == ".md":
            assert anchor in anchors_of(goal), f"{target} has no such heading"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_page_speaks_of_one_machine(page: Path) -> None:
    assert not _MACHINE.search(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_page_begins_with_its_title(page: Path) -> None:
    text = re.sub(r"\A<!--.*?-->\s*", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert text.startswith("# ")


def test_every_page_can_be_reached_from_the_index() -> None:
    reached: set[Path] = set()
    waiting = [DOCS / "index.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in reached:
            continue
        reached.add(page)
        for target in _LINK.findall(page.read_text(encoding="utf-8")):
            goal = (page.parent / target.partition("#")[0]).resolve()
            if goal.suffix == ".md" and goal.is_file():
                waiting.append(goal)
    assert {name_of(p) for p in DOCS.rglob("*.md") if p.resolve() not in reached} == set()


def test_decisions_are_dated() -> None:
    for page in (DOCS / "decisions").glob("*.md"):
        assert page.name == "index.md" or re.match(r"\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$", page.name), page.name
