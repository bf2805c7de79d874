"""The command line, run within this process on the small case."""

import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cablegraph.cli import main
from workbench.conftest import folder, made_case, own_database

__all__ = ["folder", "made_case", "own_database"]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Run ``cablegraph`` with these words."""
    before = signal.getsignal(signal.SIGINT)

    def call(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["cablegraph", *map(str, words)])
        code: object = 0
        try:
            main()
        except SystemExit as left:
            code = left.code
        out, err = capfd.readouterr()
        return Ran(int(code or 0), out, err)  # type: ignore[call-overload]

    yield call
    signal.signal(signal.SIGINT, before)
