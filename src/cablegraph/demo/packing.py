"""Zip archives with the same bytes every time.

Knows how to fix the hour and the rights of a member; leaves what goes in to its callers. The trap: a zip's clock starts in
1980 and has no zone, so the time is written as it stands.
"""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_READ_BY_ALL = 0o644 << 16


def make_zip(members: Iterable[tuple[str, bytes]], *, written: datetime) -> bytes:
    """Pack named members, in the order given, all stamped with ``written``."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in members:
            info = ZipInfo(name, date_time=written.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            info.external_attr = _READ_BY_ALL
            archive.writestr(info, data)
    return out.getvalue()
