"""What the tests of the executor let its processes do; a module of its own, so that a new process can import it."""

import os
import signal
import time


def work(item: str) -> str:
    """Do what the item says: die, hang, fail, leave, or answer with it doubled."""
    what, _, rest = item.partition(" ")
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "hang":
        time.sleep(600)
    if what == "fail":
        raise ValueError(f"the secret words {rest}")
    if what == "leave":
        raise SystemExit(3)
    if what == "unsendable":
        return lambda: None  # type: ignore[return-value]
    return item * 2


def count_up(item: int) -> tuple[int, int]:
    """The item and the process that had it."""
    return item + 1, os.getpid()
