"""Messages as Apple Mail keeps them: a line with a number of bytes, the message, and a property list.

Knows where the message ends. The property list holds flags and times of the program and is left in the original.
"""

import email
from email.message import Message
from email.policy import compat32
from pathlib import Path


def parse_emlx(content: Path) -> Message:
    """The message in a file of Apple Mail.

    Raises:
        ValueError: It does not begin with the number of bytes of the message.
    """
    with content.open("rb") as stream:
        length = int(stream.readline(40))
        return email.message_from_bytes(stream.read(max(length, 0)), policy=compat32)
