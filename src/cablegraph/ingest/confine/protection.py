"""Which protections are active on this machine, tried in a child process rather than guessed.

Knows what each is called for people and what is missing where it is not there. The trap: what a kernel could do says little, since a container or a setting
may forbid it; only a process that has tried knows.
"""

import json
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from cablegraph.ingest.confine.calls import has_filter_library
from cablegraph.ingest.confine.process import Held

_FULL_LANDLOCK = 6
_SECONDS = 60
_PROBE = """
import json, os, sys
from dataclasses import asdict
from pathlib import Path
answer = os.dup(1)
from cablegraph.ingest.confine import confine_process
from cablegraph.settings import Limits
held = confine_process(Path(sys.argv[1]), Path(sys.argv[1], "scratch"), Limits())
os.write(answer, json.dumps(asdict(held)).encode())
"""


@cache
def find_protection() -> Held:
    """Confine one process and ask it what holds it; the answer is kept while this process lives. Nothing holds where that process cannot be started."""
    with tempfile.TemporaryDirectory(prefix="cablegraph-probe-") as folder:
        command = [sys.executable, "-c", _PROBE, str(Path(folder).resolve())]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True, stdin=subprocess.DEVNULL)
            return Held(**json.loads(done.stdout))
        except (OSError, ValueError, TypeError, subprocess.SubprocessError):
            return Held()


def describe_protection(held: Held) -> str:
    """One or two sentences: what guards the readers here, and what would guard them better."""
    there = [words for words, is_there in _words(held) if is_there]
    missing = [words for words, is_there in _words(held) if not is_there]
    said = "Readers run in child processes with " + (", ".join(there) if there else "a limit of time and nothing else")
    if missing:
        said += ". Not active here: " + ", ".join(missing)
    return ". ".join((said, *_remedies(held))) + "."


def _words(held: Held) -> tuple[tuple[str, bool], ...]:
    return (
        ("limits on memory, time, open files and size of files", held.limits),
        ("a namespace without a network", held.network),
        ("a namespace of processes of their own", held.processes),
        ("no rights and none to be gained", held.privileges),
        (f"Landlock ABI {held.landlock} (own folder only)" if held.landlock else "Landlock", bool(held.landlock)),
        ("a seccomp filter on system calls", held.calls),
    )


def _remedies(held: Held) -> list[str]:
    """What a person can do about what is missing."""
    said = []
    if not held.calls:
        said.append(
            "Allow seccomp in the container that this runs in"
            if has_filter_library()
            else "For the filter install libseccomp2 (apt-get install libseccomp2)"
        )
    if not held.landlock:
        said.append(
            "For Landlock use Linux 5.13 or newer with `landlock` among its security modules (lsm=landlock,...)"
        )
    elif held.landlock < _FULL_LANDLOCK:
        said.append("Linux 6.12 or newer lets Landlock hold back signals and sockets too")
    if not (held.network and held.processes):
        said.append(
            "For namespaces let plain users have them (sysctl kernel.unprivileged_userns_clone=1 on older Debian, "
            "kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu; a container needs leave for unshare)"
        )
    return said
