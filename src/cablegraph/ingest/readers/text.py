"""Plain text in any encoding.

Knows pages parted by form feeds. Encodings are left to ``text.decode``; what it repaired is passed on as trouble that harms nothing.
"""

from pathlib import Path

from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.task import Task
from cablegraph.model import Reading
from cablegraph.text import decode


class TextReader:
    """Reads text files."""

    name = "text"
    version = "2"
    kinds = frozenset({"text"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a text file; form feeds part its pages."""
        decoded = decode(content.read_bytes())
        draft = Draft(task, "text", mime, f"{self.name} {self.version}", content.stat().st_size)
        draft.describe("text", {"encoding": decoded.encoding})
        if decoded.repaired:
            draft.trouble("text-repaired", decoded.repaired)
        leaves = decoded.text.split("\f")
        while len(leaves) > 1 and not leaves[-1].strip():
            leaves.pop()
        for leaf in leaves:
            if not draft.add_page(leaf):
                break
        return draft.finish()
