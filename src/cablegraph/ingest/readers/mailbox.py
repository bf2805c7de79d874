"""Stores of many messages: mailboxes (mbox) and the stores of Outlook (.pst, .ost).

Knows that each message becomes a file of its own under a name that is the same at every reading, in the folder where the store keeps it. How a store holds
its messages is left to ``mbox`` and ``pst``.
"""

from pathlib import Path

from cablegraph.ingest.budget import open_room
from cablegraph.ingest.members import MemberShelf
from cablegraph.ingest.readers.mbox import iter_mbox
from cablegraph.ingest.readers.pst import iter_pst
from cablegraph.ingest.readers.unpack import lay_entries
from cablegraph.ingest.task import Task
from cablegraph.model import Reading, Trouble


class MailboxReader:
    """Reads mailboxes."""

    name = "mailbox"
    version = "1"
    kinds = frozenset({"mailbox"})

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Lay the messages of a mailbox in the scratch folder."""
        reader = f"{self.name} {self.version}"
        if task.depth >= task.limits.max_depth:
            cause = f"The mailbox lies in {task.depth} containers, the limit is {task.limits.max_depth}"
            return Reading("mailbox", mime, reader, troubles=(Trouble("archive-too-deep", cause),))
        shelf = MemberShelf(task.scratch, open_room(content.stat().st_size, task.limits, task.budget))
        messages = iter_mbox(content) if mime == "application/mbox" else iter_pst(content)
        lay_entries(messages, shelf, task, skip_junk=False)
        if not shelf.members and not shelf.troubles:
            shelf.troubles.append(Trouble("file-empty", "The mailbox has no messages"))
        return Reading("mailbox", mime, reader, (), task.name, {}, tuple(shelf.members), tuple(shelf.troubles))
