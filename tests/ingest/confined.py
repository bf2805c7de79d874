"""Runs attempts inside of a confined process and says what became of each; a module of its own, so that a fresh process can run it.

Called with the folder to play in, which of the protections to take (``all`` or one of them alone), the number of a process that wants to be left alone, and
the names of what to try. Some of it does harm where nothing refuses it.
"""

import errno
import json
import mmap
import os
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from cablegraph.ingest.confine import confine_process
from cablegraph.ingest.confine.calls import filter_calls
from cablegraph.ingest.confine.ground import ground_rules
from cablegraph.ingest.confine.kernel import control_process, leave_namespaces, system_call
from cablegraph.ingest.confine.landlock import restrict_to
from cablegraph.ingest.confine.limits import lower_limits
from cablegraph.ingest.confine.namespaces import drop_capabilities, enter_namespaces
from cablegraph.settings import Limits

PTRACE = {"x86_64": 101, "aarch64": 117}[os.uname().machine]
PTRACE_ATTACH = 16
OUTSIDE = "192.0.2.1"


def protect(which: str, archive: Path, scratch: Path, friend: int) -> object:
    """Take all protections, or one of them alone."""
    if which == "all":
        return confine_process(archive, scratch, Limits(max_file_mb=8))
    if which == "limits":
        return lower_limits(file_bytes=8 << 20, seconds=60)
    if which == "namespaces":
        return sorted(enter_namespaces())
    if which == "privileges":
        return drop_capabilities()
    control_process(38, 1)
    if which == "landlock":
        return restrict_to(ground_rules(archive, scratch, own_temp=False))
    if which == "calls":
        return filter_calls(spared=(friend,))
    return None


def attempts(play: Path, friend: int) -> dict[str, Callable[[], object]]:
    """What a reader that a hostile file has taken over may try, by name."""
    scratch, archive, home = play / "scratch", play / "archive", play / "home"
    escape = scratch / "link"

    def follow() -> None:
        escape.symlink_to(home / "secret.txt")
        escape.read_text()

    def program(*words: str) -> None:
        done = subprocess.run(words, capture_output=True, check=False, timeout=20)
        if done.returncode:
            raise PermissionError(errno.EACCES, done.stderr.decode()[-200:])

    return {
        "connect": lambda: socket.create_connection((OUTSIDE, 9), timeout=0.3),
        "connect to this machine": lambda: socket.create_connection(("127.0.0.1", 9), timeout=0.3),
        "look up a name": lambda: socket.getaddrinfo("example.org", 80),
        "socket, IPv4": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        "socket, IPv6": lambda: socket.socket(socket.AF_INET6),
        "socket, netlink": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0),
        "socket, raw packets": lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW),
        "connect to a service by its file": lambda: socket.socket(socket.AF_UNIX).connect(str(play / "service")),
        "connect to a service without a file": lambda: socket.socket(socket.AF_UNIX).connect(f"\0cablegraph-{friend}"),
        "message to a service by its file": lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"x", str(play / "mailbox")),
        "read in the home folder": (home / "secret.txt").read_text,
        "list the home folder": lambda: list(home.iterdir()),
        "read beside the archive": (play / "case.db").read_text,
        "read the settings of secrets": lambda: Path("/etc/hostname").read_text(),
        "read of other processes": lambda: Path(f"/proc/{friend}/cmdline").read_bytes(),
        "write into the archive": lambda: (archive / "new").write_text("x"),
        "change an original": lambda: (archive / "original").write_text("x"),
        "truncate an original": lambda: os.truncate(archive / "original", 0),
        "remove an original": (archive / "original").unlink,
        "write beside the scratch folder": lambda: (play / "new").write_text("x"),
        "write into the home folder": lambda: (home / "new").write_text("x"),
        "write to the shared memory": lambda: Path(f"/dev/shm/cablegraph-{friend}").write_text("x"),
        "follow a link out": follow,
        "link an original into the scratch folder": lambda: os.link(archive / "original", scratch / "linked"),
        "move a file out": lambda: ((scratch / "a").write_text("x"), (scratch / "a").rename(play / "moved")),
        "make a device": lambda: os.mknod(scratch / "device", 0o020666, os.makedev(1, 1)),
        "attach to a process": lambda: system_call(PTRACE, PTRACE_ATTACH, friend, 0, 0),
        "signal the parent": lambda: os.kill(friend, 0),
        "signal everybody": lambda: os.kill(-friend, 0),
        "mount": lambda: program("mount", "-t", "tmpfs", "none", str(scratch)),
        "new namespaces": lambda: leave_namespaces(0x10000000),
        "raise the ceilings": lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1 << 16, 1 << 16)),
        "take all memory": lambda: mmap.mmap(-1, 7 << 30),
        "write a file without end": lambda: (scratch / "big").write_bytes(bytes(9 << 20)),
        "become root": lambda: os.setuid(0 if os.getuid() else 1),
        "change the root": lambda: os.chroot(scratch),
        "run what was laid down": lambda: (
            (scratch / "run.sh").write_text("#!/bin/sh\nexit 0\n"), (scratch / "run.sh").chmod(0o755), program(str(scratch / "run.sh"))
        ),
        "let a program read the home folder": lambda: program("cat", str(home / "secret.txt")),
        "let a program write outside": lambda: program("touch", str(play / "touched")),
        "let a program connect": lambda: program("bash", "-c", f"echo > /dev/tcp/{OUTSIDE}/9"),
    }  # fmt: skip


USEFUL: dict[str, Callable[[Path], object]] = {
    "read an original": lambda play: (play / "archive" / "original").read_text(),
    "write into the scratch folder": lambda play: (play / "scratch" / "x").write_text("x"),
    "make and remove a folder": lambda play: ((play / "scratch" / "d").mkdir(), (play / "scratch" / "d").rmdir()),
    "run a program": lambda play: subprocess.run(["cat", "/etc/passwd"], check=True, capture_output=True),
    "import what was not yet imported": lambda play: __import__("xml.dom.minidom"),
    "import a library": lambda play: __import__("cv2"),
    "a device that takes everything": lambda play: Path("/dev/null").write_text("x"),
    "random numbers": lambda play: os.close(os.open("/dev/urandom", os.O_RDONLY)),
    "a pipe between processes": lambda play: subprocess.run(
        "echo x | cat", shell=True, check=True, capture_output=True
    ),
}


def outcome(attempt: Callable[[], object]) -> str:
    """``done``, or the name of what refused it."""
    try:
        attempt()
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, "") or type(error).__name__
    except (MemoryError, ValueError) as error:
        return type(error).__name__
    return "done"


def main() -> None:
    """Confine, try, and write what became of it to the place where standard output was."""
    play, which, friend = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    answer = os.dup(1)
    socket.setdefaulttimeout(0.3)
    held = protect(which, play / "archive", play / "scratch", friend)
    wanted = json.loads(sys.argv[4])
    tried = {name: outcome(attempt) for name, attempt in attempts(play, friend).items() if name in wanted}
    useful = {name: outcome(lambda use=use: use(play)) for name, use in USEFUL.items()}
    said = {"held": repr(held), "tried": tried, "useful": useful}
    os.write(answer, json.dumps(said).encode())


if __name__ == "__main__":
    main()
