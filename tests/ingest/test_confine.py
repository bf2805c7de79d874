"""A confined process can do its work and nothing else; each protection is tried alone too, so that none hides behind another."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cablegraph.ingest import describe_protection, find_protection
from cablegraph.ingest.confine import Held, allow_seconds

from . import confined

HELD = find_protection()
ALL = tuple(confined.attempts(Path("/nowhere"), os.getpid()))
ALONE = {
    "landlock": [
        "read in the home folder", "list the home folder", "read beside the archive", "read the settings of secrets", "read of other processes",
        "write into the archive", "change an original", "truncate an original", "remove an original", "write beside the scratch folder",
        "write into the home folder", "write to the shared memory", "follow a link out", "link an original into the scratch folder", "move a file out",
        "make a device", "attach to a process", "signal the parent", "connect", "connect to a service without a file", "run what was laid down",
        "let a program read the home folder", "let a program write outside", "let a program connect",
    ],
    "calls": [
        "connect", "look up a name", "socket, IPv4", "socket, IPv6", "socket, netlink", "socket, raw packets", "connect to a service by its file",
        "connect to a service without a file", "message to a service by its file", "attach to a process", "signal the parent", "mount",
        "new namespaces", "change the root", "let a program connect",
    ],
    "namespaces": ["connect", "connect to this machine", "look up a name", "let a program connect", "signal the parent", "attach to a process"],
    "limits": ["take all memory", "write a file without end"],
    "nothing": [
        "read in the home folder", "list the home folder", "read beside the archive", "write into the archive", "change an original", "follow a link out",
        "link an original into the scratch folder", "move a file out", "signal the parent", "connect to a service by its file", "socket, IPv4",
        "connect to a service without a file", "message to a service by its file", "run what was laid down", "connect to this machine",
        "let a program read the home folder", "let a program write outside", "write beside the scratch folder", "take all memory", "write a file without end",
    ],
}  # fmt: skip


class Friend:
    """A process that stands for the parent, with services that a reader must not reach."""

    def __init__(self, play: Path) -> None:
        self.process = subprocess.Popen(["sleep", "600"], start_new_session=True)
        self.services = [socket.socket(socket.AF_UNIX) for _ in range(2)]
        self.services.append(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM))
        places = (str(play / "service"), f"\0cablegraph-{self.process.pid}", str(play / "mailbox"))
        for service, place in zip(self.services, places, strict=True):
            service.bind(place)
        for service in self.services[:2]:
            service.listen()

    def leave(self) -> None:
        """End all of it."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        for service in self.services:
            service.close()


@pytest.fixture(scope="module")
def plain_folder():
    """A folder outside of ``/tmp``, which a confined process has for itself."""
    with tempfile.TemporaryDirectory(dir="/var/tmp", prefix="cablegraph-confine-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def tried(plain_folder: Path):
    """What becomes of every attempt under one protection, or all; each is run once."""
    known: dict[str, dict[str, dict[str, str]]] = {}

    def run(which: str) -> dict[str, dict[str, str]]:
        if which not in known:
            known[which] = {}
            play = plain_folder / which
            play.mkdir()
            for folder in ("archive", "scratch", "home"):
                (play / folder).mkdir()
            for name in ("archive/original", "home/secret.txt", "case.db"):
                (play / name).write_text("the words of a source")
            friend = Friend(play)
            try:
                command = [
                    sys.executable,
                    "-m",
                    "ingest.confined",
                    str(play),
                    which,
                    str(friend.process.pid),
                    json.dumps(ALONE.get(which, ALL)),
                ]
                done = subprocess.run(
                    command, capture_output=True, timeout=120, cwd=Path(__file__).parent.parent, check=False
                )
                assert done.stdout, done.stderr.decode()
                known[which] = json.loads(done.stdout)
                known[which]["after"] = {
                    "original": (play / "archive/original").read_text(),
                    "outside": " ".join(sorted(p.name for p in play.iterdir())),
                    "home": " ".join(sorted(p.name for p in (play / "home").iterdir())),
                    "friend": str(friend.process.poll()),
                }
            finally:
                friend.leave()
        return known[which]

    return run


def _needs(protection: str) -> None:
    there = {
        "landlock": HELD.landlock >= 6,
        "calls": HELD.calls,
        "namespaces": HELD.network and HELD.processes,
        "limits": HELD.limits,
    }
    if not there[protection]:
        pytest.skip(f"this machine does not offer {protection}")


def _reached(outcome: str, name: str) -> bool:
    """Whether an attempt got somewhere; an address that does not answer was reached as far as the sandbox is concerned."""
    return (
        outcome == "done"
        or outcome in {"TimeoutError", "ECONNREFUSED"}
        or (outcome == "ETIMEDOUT" and "connect" in name)
    )


@pytest.mark.parametrize("name", ALL)
def test_with_everything_every_attempt_is_refused(tried, name: str) -> None:
    for protection in ("landlock", "calls", "namespaces", "limits"):
        _needs(protection)
    outcome = tried("all")["tried"][name]
    if name == "become root":
        assert outcome != "done" or os.getuid() == 0
    assert not _reached(outcome, name), f"{name}: {outcome}"


def test_nothing_outside_has_changed(tried) -> None:
    _needs("landlock")
    after = tried("all")["after"]
    assert after == {
        "original": "the words of a source", "outside": "archive case.db home mailbox scratch service", "home": "secret.txt", "friend": "None",
    }  # fmt: skip


@pytest.mark.parametrize("name", confined.USEFUL)
@pytest.mark.parametrize("which", ["all", "landlock", "calls", "namespaces", "limits"])
def test_what_a_reader_needs_works(tried, which: str, name: str) -> None:
    assert tried(which)["useful"][name] == "done"


@pytest.mark.parametrize(
    ("protection", "name"), [(p, name) for p, names in ALONE.items() if p != "nothing" for name in names]
)
def test_each_protection_holds_alone(tried, protection: str, name: str) -> None:
    _needs(protection)
    outcome = tried(protection)["tried"][name]
    assert not _reached(outcome, name), f"{name}: {outcome}"


@pytest.mark.parametrize("name", ALONE["nothing"])
def test_without_protection_the_attempts_do_get_somewhere(tried, name: str) -> None:
    """The tables would prove nothing if the attempts failed for another reason."""
    outcome = tried("nothing")["tried"][name]
    assert _reached(outcome, name), f"{name}: {outcome}"


def test_the_sentence_says_what_is_there_and_what_would_help() -> None:
    whole = describe_protection(
        Held(limits=True, network=True, processes=True, privileges=True, landlock=7, calls=True)
    )
    assert "Landlock ABI 7" in whole
    assert "seccomp" in whole
    assert "Not active" not in whole
    bare = describe_protection(Held())
    assert "Not active" in bare
    assert "Landlock" in bare
    older = describe_protection(
        Held(limits=True, network=True, processes=True, privileges=True, landlock=3, calls=True)
    )
    assert "6.12" in older


def test_this_machine_holds_at_least_the_ceilings() -> None:
    assert HELD.limits
    assert describe_protection(HELD).startswith("Readers run in child processes with limits")


def test_a_process_without_limits_of_time_is_given_none() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_CPU)
    allow_seconds(60)
    assert resource.getrlimit(resource.RLIMIT_CPU) == before
