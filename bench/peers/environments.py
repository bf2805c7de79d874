"""The peers and where they live: ``peers.yml`` and the folders that ``scripts/peers.sh`` makes.

Without network, or without what PyICU needs, a folder is not there, and the table says so; so it does of a peer that cannot be compared (``absent``).
"""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
_VERSIONS = (
    "import json, sys; from importlib.metadata import version; print(json.dumps([version(n) for n in sys.argv[1:]]))"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)+")


class PeerAbsent(Exception):
    """A peer is not installed or broke; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One public tool in one manner of use.

    ``module`` names its script in ``answer``; ``environment`` None is the project's own; ``program`` is an outer program that it needs; ``absent`` says why
    it is not measured at all. ``find`` and ``texts`` say what it can do beside its subject: look names up, read files of plain text.
    """

    module: str
    title: str
    environment: str | None = None
    packages: tuple[str, ...] = ()
    find: bool = False
    texts: bool = False
    program: str = ""
    absent: str = ""

    def command(self, task: str) -> list[str]:
        """The command that answers a task over a pipe, to be run in the root of the repository.

        Raises:
            PeerAbsent: Its environment has not been made, its program is not installed, or it is not to be measured.
        """
        if self.absent:
            raise PeerAbsent(self.absent)
        if self.program and shutil.which(self.program) is None:
            message = f"{self.program} is not installed here"
            raise PeerAbsent(message)
        python = sys.executable
        if self.environment is not None:
            home = ROOT / ".tools" / "peers" / self.environment
            if not (home / "made-from.lock").is_file():
                message = "not installed here: `bash scripts/peers.sh` installs it where a package index can be reached"
                raise PeerAbsent(message)
            python = str(home / "bin" / "python")
        return [python, "-m", "bench.peers.answer", task, self.module]

    def versions(self) -> dict[str, str]:
        """The installed versions of its program or its distributions."""
        if self.program:
            self.command("")
            said = subprocess.run([self.program, "-v"], capture_output=True, text=True, check=False)
            return {self.program: _NUMBER.findall(said.stdout + said.stderr)[0]}
        if not self.packages:
            return {}
        command = [self.command("")[0], "-c", _VERSIONS, *self.packages]
        found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        return dict(zip(self.packages, found, strict=True))


def load_peers(subject: str) -> list[Peer]:
    """The peers of a subject, in the order of the table."""
    text = (Path(__file__).parent / "peers.yml").read_text(encoding="utf-8")
    return [Peer(**row | {"packages": tuple(row.get("packages", ()))}) for row in yaml.safe_load(text)[subject]]
