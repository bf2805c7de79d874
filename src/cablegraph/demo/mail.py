"""E-mail as it lies in an export of a mailbox.

Knows how a message with attachments is laid out; leaves the attachments' own making to ``trove``. The trap: the standard
library draws the boundary between parts at random, so it is set from the subject.
"""

from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from mimetypes import guess_type


def make_mail(
    body: str,
    *,
    sender: str,
    recipient: str,
    subject: str,
    written: datetime,
    attachments: Sequence[tuple[str, bytes]] = (),
) -> bytes:
    """Write one message (.eml).

    Args:
        body: Plain text.
        sender: Address of the ``From`` line, with the name.
        recipient: Address of the ``To`` line, with the name.
        subject: Subject line, any script.
        written: Time of the ``Date`` line, with its zone.
        attachments: File name and bytes of each.
    """
    message = EmailMessage(policy=SMTP)
    key = sha256(subject.encode() + body.encode()).hexdigest()[:24]
    message["From"], message["To"], message["Subject"] = sender, recipient, subject
    message["Date"] = format_datetime(written)
    message["Message-ID"] = f"<{key}@demo.invalid>"
    message.set_content(body)
    for name, data in attachments:
        kind = guess_type(name)[0] or "application/octet-stream"
        main, _, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    if attachments:
        message.set_boundary(f"part-{key}")
    return message.as_bytes()
