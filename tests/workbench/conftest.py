"""A small case, made once a run and copied for tests that change it."""

import multiprocessing
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cablegraph.model import DatasetKind
from cablegraph.workbench import Workbench, executor, lines

from .making import LETTERS, RECORD, write


@pytest.fixture(autouse=True)
def own_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have a database of their own; it is left alone. Forked processes start at once."""
    monkeypatch.delenv("CABLEGRAPH_DATABASE", raising=False)
    monkeypatch.setattr(executor, "_CONTEXT", multiprocessing.get_context("fork"))


@pytest.fixture(scope="session")
def made_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished case; do not change it. The files it was made from lie beside it."""
    folder = tmp_path_factory.mktemp("small")
    for text in LETTERS.values():  # what a language needs is loaded once here and not in each forked process
        lines.relations({"text": text})
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CABLEGRAPH_DATABASE", raising=False)
        patch.setattr(executor, "_CONTEXT", multiprocessing.get_context("fork"))
        with Workbench.create(folder / "case", name="بندر") as bench:
            bench.add([write(folder / "trove", LETTERS) / "letters"], dataset="letters")
            bench.add([write(folder / "record", RECORD)], dataset="press", kind=DatasetKind.RECORD)
    return folder


@pytest.fixture
def folder(made_case: Path, tmp_path: Path) -> Path:
    """A copy of the case and its files."""
    shutil.copytree(made_case, tmp_path / "small")
    return tmp_path / "small"


@pytest.fixture
def bench(folder: Path) -> Iterator[Workbench]:
    """The copy, open for work."""
    with Workbench.open(folder / "case") as opened:
        yield opened
