"""A run seen from another terminal, and told to pause there."""

import subprocess
import sys
import time
from pathlib import Path

from cablegraph.workbench import Pace, Progress, Workbench
from cablegraph.workbench.runs import ask_pause, ask_resume, read_run, told

from .making import write


def test_a_run_says_what_it_is_at_and_that_it_has_ended(tmp_path: Path) -> None:
    assert read_run(tmp_path) is None
    with told(tmp_path, lambda _: None) as tell:
        tell(Progress("ingest", 3, 10, "نامه.pdf", 300, 1000, 7))
        state = read_run(tmp_path)
        assert state is not None
        assert (state.step, state.done, state.total, state.bytes_done, state.pages) == ("ingest", 3, 10, 300, 7)
    after = read_run(tmp_path)
    assert after is not None
    assert not after.alive
    assert "نامه" not in (tmp_path / "run.json").read_text(encoding="utf-8")


def test_a_run_stands_still_while_a_pause_is_wanted(tmp_path: Path) -> None:
    looked: list[bool] = []

    def sleep(_: float) -> None:
        state = read_run(tmp_path)
        assert state is not None
        looked.append(state.paused or not state.alive)
        if len(looked) == 3:
            ask_resume(tmp_path)

    with told(tmp_path, lambda _: None, sleep=sleep) as tell:
        ask_pause(tmp_path)
        tell(Progress("ingest", 1, 2))
        assert len(looked) == 3
        tell(Progress("ingest", 2, 2))
    assert len(looked) == 3


def test_the_remaining_time_follows_the_bytes_and_is_not_given_too_early() -> None:
    now = [0.0]
    pace = Pace(clock=lambda: now[0])
    assert pace.remaining(Progress("ingest", 0, 100, "", 0, 100_000_000)) is None
    now[0] = 2.0
    assert pace.remaining(Progress("ingest", 50, 100, "", 1_000_000, 100_000_000)) is None
    now[0] = 10.0
    left = pace.remaining(Progress("ingest", 60, 100, "", 10_000_000, 100_000_000))
    assert left is not None
    assert 80 < left < 92
    assert pace.remaining(Progress("extract", 0, 100)) is None


def test_status_answers_from_another_process_while_a_run_is_paused(tmp_path: Path) -> None:
    case = tmp_path / "case"
    Workbench.create(case, name="pause").close()
    write(tmp_path, {f"trove/{n}.txt": f"Karim Zandi met Omar Haddad. {n}" for n in range(30)})
    ask_pause(case)
    run = subprocess.Popen(
        [sys.executable, "-m", "cablegraph", "add", str(case), str(tmp_path / "trove"), "--json"],
        stdout=subprocess.PIPE,
    )
    try:
        state = None
        for _ in range(600):
            state = read_run(case)
            if state and state.paused:
                break
            time.sleep(0.1)
        assert state is not None
        assert (state.paused, state.alive) == (True, True)
        with Workbench.open(case, read_only=True) as bench:
            status = bench.status()
            assert status.run is not None
            assert status.run.paused
            assert len(bench.holdings.files("trove")) == 30
        ask_resume(case)
        assert run.wait(120) == 0
    finally:
        run.kill()
        run.wait()
    with Workbench.open(case, read_only=True) as bench:
        assert bench.status().documents == 30
