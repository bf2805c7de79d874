"""A reader at hand, and the makers of files."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from cablegraph.ingest import read_file
from cablegraph.ingest.budget import Budget
from cablegraph.model import Reading
from cablegraph.settings import Limits, Settings

from . import making


@pytest.fixture
def make() -> ModuleType:
    return making


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


@pytest.fixture
def read(tmp_path: Path, scratch: Path) -> Callable[..., Reading]:
    """Read bytes under a name; limits and settings by keyword."""

    def run(
        data: bytes,
        name: str,
        *,
        depth: int = 0,
        settings: Settings | None = None,
        budget: Budget | None = None,
        passwords: tuple[str, ...] = (),
        **limits: int,
    ) -> Reading:
        content = tmp_path / "content"
        content.write_bytes(data)
        chosen = replace(settings or Settings(), limits=Limits(**limits))
        reading = read_file(
            content, name, settings=chosen, scratch=scratch, depth=depth, budget=budget, passwords=passwords
        )
        assert content.read_bytes() == data
        return reading

    return run


@pytest.fixture
def codes() -> Callable[[Reading], list[str]]:
    return lambda reading: [t.code for t in reading.troubles]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if shutil.which("tesseract") is None:
        skip = pytest.mark.skip(reason="Tesseract is not installed (apt-get install tesseract-ocr)")
        for item in items:
            if "ocr" in item.keywords and "ingest" in item.path.parts:
                item.add_marker(skip)
