"""Run the bench: ``python -m bench [--freeze] [--only SECTION ...]``.

Ends with 1 where quality has fallen since the frozen run; a figure below its floor and a slower ratio are told and end with 0.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.floors import iter_below, iter_slower, iter_worse
from bench.page import quality_page
from bench.sections import SECTIONS, Setting
from cablegraph import __version__

ROOT = Path(__file__).parent.parent
FROZEN = ROOT / "bench" / "frozen.json"
PAGE = ROOT / "docs" / "reference" / "quality.md"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Quality and speed on labelled data.")
    parser.add_argument(
        "--freeze", action="store_true", help="keep the result in bench/frozen.json and docs/reference/quality.md"
    )
    parser.add_argument(
        "--only", nargs="+", choices=[section.key for section in SECTIONS], help="the rest stays as frozen"
    )
    options = parser.parse_args()
    shared = (ROOT / os.environ.get("CABLEGRAPH_SHARED", "../shared")).resolve()
    frozen = json.loads(FROZEN.read_text(encoding="utf-8")) if FROZEN.is_file() else {}
    result = _measure(shared, options.only, frozen)
    _keep(result, freeze=options.freeze)
    print(json.dumps(result, indent=2, ensure_ascii=False))
    worse = list(_judge(result, frozen))
    if worse and not options.freeze:
        sys.exit(1)


def _measure(shared: Path, only: list[str] | None, frozen: dict[str, Any]) -> dict[str, Any]:
    result = dict(frozen) if only else {}
    result |= {
        "version": __version__,
        "python": platform.python_version(),
        "cores": len(os.sched_getaffinity(0)),
    }
    for section in SECTIONS:
        if only and section.key not in only:
            continue
        sys.stderr.write(f"{section.title} ...\n")
        with tempfile.TemporaryDirectory(prefix="cablegraph-bench-") as folder:
            command = Path(sys.executable).parent / "cablegraph"
            result[section.key] = found = section.run(Setting(shared, command, Path(folder)))
        if "absent" in found:
            sys.stderr.write(f"  Not measured: {found['absent']}.\n")
    return result


def _keep(result: dict[str, Any], *, freeze: bool) -> None:
    text = json.dumps(result, indent=2, ensure_ascii=False) + "\n"
    out = ROOT / "bench" / "out"
    out.mkdir(exist_ok=True)
    (out / "result.json").write_text(text, encoding="utf-8")
    (out / "quality.md").write_text(quality_page(result), encoding="utf-8")
    if freeze:
        FROZEN.write_text(text, encoding="utf-8")
        PAGE.write_text(quality_page(result), encoding="utf-8")


def _judge(result: dict[str, Any], frozen: dict[str, Any]) -> Iterator[str]:
    """Say what has changed for the worse; yields the sentences on quality."""
    for sentence in iter_below(result):
        sys.stderr.write(f"Below its floor: {sentence}\n")
    for sentence in iter_slower(result, frozen):
        sys.stderr.write(f"Slower: {sentence}\n")
    for sentence in iter_worse(result, frozen):
        sys.stderr.write(f"Worse than the frozen run: {sentence}\n")
        yield sentence


if __name__ == "__main__":
    main()
