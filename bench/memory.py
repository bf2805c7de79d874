"""The memory of a process and all its children while they work: the sum of proportional set sizes, sampled ten times a second.

Source: /proc/PID/smaps_rollup (Linux); shared pages are counted once over those that share them.
"""

import os
import threading
from collections import defaultdict
from pathlib import Path
from types import TracebackType
from typing import Self

_EVERY = 0.1


class Watch:
    """Samples in a thread; ``step`` says under which name the next samples are kept. Peaks are in MiB."""

    def __init__(self) -> None:
        self.step = "start"
        self.peaks: dict[str, float] = defaultdict(float)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(_EVERY):
            total = sum(_pss(pid) for pid in _tree(os.getpid()))
            self.peaks[self.step] = max(self.peaks[self.step], total / 1024)


def _tree(root: int) -> list[int]:
    children: dict[int, list[int]] = defaultdict(list)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            children[int(fields[1])].append(int(entry.name))
    out, queue = [], [root]
    while queue:
        pid = queue.pop()
        out.append(pid)
        queue.extend(children[pid])
    return out


def _pss(pid: int) -> int:
    """Proportional set size in KiB; 0 where the process has gone."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0
