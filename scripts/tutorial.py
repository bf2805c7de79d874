"""Run the commands of docs/tutorial/first-case.md and put what they print into the page.

    python scripts/tutorial.py

In every ``console`` block a line that begins with ``$`` is a command; what stands under it, up to the next, is its output and is made anew. The commands
run one after the other in an empty folder, so that they build on each other as they do for the reader.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "tutorial" / "first-case.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def play(block: str, folder: Path) -> str:
    """Run the commands of one block and give the block with their output."""
    lines = []
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        print(f"$ {command}", flush=True)
        lines += [f"$ {command}", *run(command, folder)]
    return "```console\n" + "\n".join(lines) + "\n```"


def run(command: str, folder: Path) -> list[str]:
    """The lines that a command prints on standard output, and what it complains of."""
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "COLUMNS": "110",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"`{command}` ended with {done.returncode}: {done.stderr}")
    return [line.rstrip() for line in done.stdout.strip("\n").split("\n") if done.stdout.strip()]


def main() -> None:
    """Play the tutorial and write the page."""
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        played = _BLOCK.sub(lambda found: play(found[1], Path(folder)), page)
    PAGE.write_text(played, encoding="utf-8")


if __name__ == "__main__":
    main()
