"""What readers do that a hostile file has taken over; a module of its own, so that a fresh process can run it. Called with what to do and a number."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cablegraph.ingest import confine_process, end_leftovers
from cablegraph.model import Member, Reading, Trouble
from cablegraph.settings import Limits
from cablegraph.workbench.rooms import Rooms


class Harm:
    """Runs a command when it is unpacked."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self):
        return os.mkdir, (str(self.place),)


@dataclass(frozen=True)
class Deed:
    """What to do, with a path that it is about."""

    what: str
    place: Path


def prepare(archive: Path, rooms: Rooms, number: int) -> None:
    """Confine a worker as a run does."""
    confine_process(archive, rooms.of_worker(number), Limits())


def do(deed: Deed) -> Reading:
    """Do it, and answer like a reader where there is an answer."""
    scratch = Path(tempfile.gettempdir())
    try:
        if deed.what == "answer with a call":
            return Harm(deed.place)  # type: ignore[return-value]
        if deed.what == "answer with another class":
            return partial(print)  # type: ignore[return-value]
        if deed.what == "answer with less":
            return None  # type: ignore[return-value]
        if deed.what == "begin to answer":
            descriptors = [int(p.name) for p in Path("/dev/fd").iterdir()] if Path("/dev/fd").is_dir() else range(3, 20)
            for handle in descriptors:
                try:
                    os.write(handle, b"\0\0\0\0\0\x0f\0\0half")
                except OSError:
                    continue
            time.sleep(600)
        if deed.what == "fill the disk":
            for number in range(10_000):
                (scratch / str(number)).write_bytes(bytes(1 << 20))
                time.sleep(0.001)
            time.sleep(600)
        if deed.what == "leave a process":
            subprocess.Popen(["sleep", "7654321"], start_new_session=True)
        if deed.what == "hang with a process":
            subprocess.run(["sh", "-c", "setsid sleep 7654322 & sleep 7654322"], check=False)
        if deed.what == "hand over a secret":
            return Reading("x", "x", "x", members=(Member("a", deed.place),))
        return Reading("x", "x", "x", troubles=(Trouble("file-empty", "It is empty"),))
    finally:
        end_leftovers()
