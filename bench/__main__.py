"""Run the bench: ``python -m bench [--freeze] [--only road|scores]``."""

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

from bench.page import quality_page
from bench.road import run_road
from bench.scores import score_all
from cablegraph import __version__

ROOT = Path(__file__).parent.parent
FROZEN = ROOT / "bench" / "frozen.json"
PAGE = ROOT / "docs" / "reference" / "quality.md"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Quality and speed on labelled data.")
    parser.add_argument(
        "--freeze", action="store_true", help="keep the result in bench/frozen.json and docs/reference/quality.md"
    )
    parser.add_argument("--only", choices=("road", "scores"))
    options = parser.parse_args()
    shared = (ROOT / os.environ.get("CABLEGRAPH_SHARED", "../shared")).resolve()
    if not (shared / "tools" / "score.py").is_file():
        sys.exit(
            "The labelled data is not there. Set CABLEGRAPH_SHARED to the folder that holds data/ and tools/score.py."
        )
    result = json.loads(FROZEN.read_text(encoding="utf-8")) if FROZEN.is_file() and options.only else {}
    result["version"], result["python"], result["cores"] = (
        __version__,
        platform.python_version(),
        len(os.sched_getaffinity(0)),
    )
    with tempfile.TemporaryDirectory(prefix="cablegraph-bench-") as folder:
        work = Path(folder)
        if options.only != "scores":
            sys.stderr.write("The whole road over real cables ...\n")
            result["road"] = run_road(shared, work)
        if options.only != "road":
            sys.stderr.write("Quality on labelled data ...\n")
            result["scores"] = score_all(shared, Path(sys.executable).parent / "cablegraph", work)
    text = json.dumps(result, indent=2, ensure_ascii=False) + "\n"
    out = ROOT / "bench" / "out"
    out.mkdir(exist_ok=True)
    (out / "result.json").write_text(text, encoding="utf-8")
    if options.freeze:
        FROZEN.write_text(text, encoding="utf-8")
        PAGE.write_text(quality_page(result), encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
