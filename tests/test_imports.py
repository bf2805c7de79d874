"""The rooms of the house and the direction in which they may import."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "cablegraph"
FLOORS = (
    {"errors", "settings"},
    {"text"},
    {"names", "calendars"},
    {"model"},
    {"store"},
    {"ingest", "extract", "resolve", "analyse", "claims", "publish"},
    {"workbench"},
    {"demo"},
    {"cli", "web"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
WITHIN = {"settings": {"errors"}, "cli": {"web"}}
OUTSIDE = {
    "sqlalchemy": {"store", "workbench"},
    "fastapi": {"web"},
    "typer": {"cli"},
    "rich": {"cli"},
    "subprocess": {"ingest", "demo"},
    "tantivy": {"store", "workbench"},
}


def room_of(path: Path) -> str:
    relative = path.relative_to(SOURCE)
    return relative.parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Absolute names of what a module imports, wherever in the module it does."""
    package = ("cablegraph", *path.relative_to(SOURCE).parts[:-1])
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            found.add(".".join(p for p in (base, node.module or "") if p))
    return found


MODULES = sorted(p for p in SOURCE.rglob("*.py") if p.parent != SOURCE or p.name not in {"__init__.py", "__main__.py"})


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_go_downward(path: Path) -> None:
    room = room_of(path)
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "cablegraph" and len(parts) > 1 and parts[1] != room and parts[1] in FLOOR:
            assert FLOOR[parts[1]] < FLOOR[room] or parts[1] in WITHIN.get(room, set()), (
                f"{room} may not import {parts[1]}"
            )
        if parts[0] in OUTSIDE:
            assert room in OUTSIDE[parts[0]], f"{parts[0]} belongs to {OUTSIDE[parts[0]]}, not to {room}"


def test_every_room_is_on_a_floor() -> None:
    rooms = {room_of(p) for p in MODULES}
    assert rooms == set(FLOOR)


def test_a_test_stands_where_its_module_stands() -> None:
    tests = Path(__file__).parent
    for room in sorted(set(FLOOR) - {"errors", "settings"}):
        assert list((tests / room).rglob("test_*.py")), f"the room {room} has no tests"
