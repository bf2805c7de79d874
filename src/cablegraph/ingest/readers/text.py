"""Plain text in any encoding.

Knows pages parted by form feeds. Encodings are left to ``text.decode``; what it repaired is passed on as trouble that harms nothing.
"""

from pathlib import Path

from cablegraph.ingest.plain import find_title, plain_page
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble
from cablegraph.text import decode


class TextReader:
    """Reads text files."""

    name = "text"
    version = "1"
    kinds = frozenset({"text"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a text file; form feeds part its pages."""
        decoded = decode(content.read_bytes())
        reader = f"{self.name} {self.version}"
        troubles = [Trouble("text-repaired", decoded.repaired, fatal=False)] if decoded.repaired else []
        leaves = decoded.text.split("\f")
        while len(leaves) > 1 and not leaves[-1].strip():
            leaves.pop()
        if len(leaves) > task.limits.max_pages:
            cause = f"The text has {len(leaves):,} pages, the limit is {task.limits.max_pages:,}; the rest was left"
            troubles.append(Trouble("pages-too-many", cause, fatal=False))
        pages = tuple(plain_page(leaf, reader) for leaf in leaves[: task.limits.max_pages])
        title = find_title(pages[0].text, task.name)
        return Reading("text", mime, reader, pages, title, {"encoding": decoded.encoding}, troubles=tuple(troubles))
