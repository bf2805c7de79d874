"""Make the generated pages of docs/reference from the code.

    python scripts/docs.py [--check]

With ``--check`` nothing is written and the exit code is 1 where a page is not what the code says.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from reference.commands import commands_page
from reference.faults import faults_page
from reference.schemata import schemata_page
from reference.settings import settings_page

DOCS = Path(__file__).parents[1] / "docs"
PAGES: dict[str, Callable[[], str]] = {
    "reference/commands.md": commands_page,
    "reference/errors.md": faults_page,
    "reference/schemata.md": schemata_page,
    "reference/settings.md": settings_page,
}
"""Each generated page, by its path below docs/, with what makes its text."""


def stale_pages() -> list[str]:
    """The generated pages that are missing or not what the code says now."""
    return [name for name, make in PAGES.items() if not (DOCS / name).is_file() or _read(name) != make()]


def _read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def main() -> None:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where a page is out of date")
    stale = stale_pages()
    if parser.parse_args().check:
        if stale:
            sys.exit(f"Out of date: {', '.join(stale)}. Run `make docs`.")
        return
    for name in stale:
        page = DOCS / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGES[name](), encoding="utf-8")
        print(f"Wrote docs/{name}")


if __name__ == "__main__":
    main()
