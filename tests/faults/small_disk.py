"""Adds a trove to a case on a disk that is too small, then makes the disk larger and adds it again. Run in mount and user namespaces of its own.

Called with the folder to play in, the trove, and the size of the small disk in KiB; answers in JSON on standard output.
"""

import json
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Play it through."""
    disk, trove, size = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "none", str(disk)], check=True)
    case = disk / "case"
    cablegraph = [sys.executable, "-m", "cablegraph"]
    made = subprocess.run([*cablegraph, "new", str(case), "--name", "disk"], capture_output=True, check=False)
    first = subprocess.run([*cablegraph, "add", str(case), str(trove)], capture_output=True, check=False)
    subprocess.run(["mount", "-o", "remount,size=400m", str(disk)], check=True)
    if made.returncode:
        subprocess.run(["rm", "-rf", str(case)], check=True)
        subprocess.run([*cablegraph, "new", str(case), "--name", "disk"], capture_output=True, check=True)
    second = subprocess.run([*cablegraph, "add", str(case), str(trove)], capture_output=True, check=False)
    export = subprocess.run([*cablegraph, "export", str(case)], capture_output=True, check=False)
    found = subprocess.run(
        [*cablegraph, "search", str(case), "governor", "--json", "--limit", "100"], capture_output=True, check=False
    )
    answer = {
        "new": made.returncode, "first": first.returncode, "said": first.stderr.decode()[-600:], "second": second.returncode,
        "again": second.stderr.decode()[-600:], "export": export.stdout.decode(), "hits": json.loads(found.stdout or b"{}").get("total"),
    }  # fmt: skip
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
