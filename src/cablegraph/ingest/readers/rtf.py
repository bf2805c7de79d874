"""Rich Text Format (.rtf, and many a .doc).

Knows what of a file becomes which page, and which fields lead out of it; the words are left to ``rtf_text``. The trap: what is hidden or deleted stands in the
same line as what is not, so it is taken out of it and shown apart.
"""

import re
from pathlib import Path

from cablegraph.ingest.readers.compound import unwrap_old_object
from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.readers.rtf_text import RtfText
from cablegraph.ingest.task import Task
from cablegraph.model import Reading

_ACTIVE = re.compile(r"(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|MACROBUTTON|LINK)\b", re.IGNORECASE)
_LINK = re.compile(r'HYPERLINK\s+(?!\\l)"?([^"\s]+)', re.IGNORECASE)
_APART = (
    ("comment", "comments", "has-comments"),
    ("deleted", "deleted text", "has-tracked-changes"),
    ("hidden", "hidden text", "has-hidden-text"),
)


class RtfReader:
    """Reads RTF."""

    name = "rtf"
    version = "2"
    kinds = frozenset({"rtf"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read RTF into one page; comments, deleted and hidden text are pages of their own, pictures and embedded files members."""
        data = content.read_bytes()
        draft = Draft(task, "rtf", mime, f"{self.name} {self.version}", len(data))
        source = RtfText()
        source.read(data)
        text = source.places
        draft.add_page(
            "\n\n".join(filter(None, (text.written(place).strip() for place in ("head", "text", "note", "foot"))))
        )
        for place, label, signal in _APART:
            words = text.written(place).strip()
            draft.add_extra(label, [words], place)
            draft.signal(signal, f"{len(words):,} characters" if words else "")
        draft.describe("docprops", text.properties)
        draft.signal("has-active-fields", (f[:200] for f in text.fields if _ACTIVE.match(f)))
        draft.signal("has-external-links", (f"hyperlink {m[1]}" for f in text.fields if (m := _LINK.match(f))))
        for number, (ending, picture) in enumerate(text.pictures, 1):
            draft.add_picture(f"picture-{number}{ending}", picture)
        for number, embedded in enumerate(text.objects, 1):
            draft.add_member(*unwrap_old_object(embedded, f"object-{number}.bin"))
        if not source.closed:
            draft.trouble("file-truncated", "The document ends before its last group is closed")
        return draft.finish()
