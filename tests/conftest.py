"""What the whole suite shares: the demo case, made once a run and copied for tests that change it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from cablegraph.demo import prepare
from cablegraph.workbench import Workbench
from cablegraph.workbench.progress import say_nothing

ROOT = Path(__file__).parent.parent
settings.register_profile("no clock", deadline=None)  # the suite holds no timed test
settings.load_profile("no clock")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled data, by ``CABLEGRAPH_SHARED``; tests that need it are skipped without it."""
    folder = (ROOT / os.environ.get("CABLEGRAPH_SHARED", "../shared")).resolve()
    if not (folder / "data").is_dir():
        pytest.skip(f"labelled data is not at CABLEGRAPH_SHARED={folder}")
    return folder


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the demo: ``files/`` and ``case/``; several workers of one run share it."""
    if worker_id == "master":
        return _made(tmp_path_factory.mktemp("demo"))
    common = tmp_path_factory.getbasetemp().parent / "demo"
    lock = common.with_suffix(".lock")
    import fcntl

    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if not (common / "made").is_file():
            _made(common)
            (common / "made").touch()
    return common


def _made(folder: Path) -> Path:
    prepare(folder, say_nothing).close()
    return folder


@pytest.fixture(scope="session")
def demo_case(demo_folder: Path) -> Path:
    """The finished demo case; do not change it."""
    return demo_folder / "case"


@pytest.fixture
def own_demo_case(demo_case: Path, tmp_path: Path) -> Path:
    """A copy of the demo case that a test may change."""
    target = tmp_path / "case"
    shutil.copytree(demo_case, target)
    return target


@pytest.fixture(scope="session")
def demo(demo_case: Path) -> Iterator[Workbench]:
    """The demo case, open for reading."""
    with Workbench.open(demo_case, read_only=True) as bench:
        yield bench


@pytest.fixture(scope="session")
def truth(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is true of the invented trove."""
    from cablegraph.demo.manifest import load_truth

    return load_truth()
