"""Whatever bytes a container or a message holds, reading it ends, writes nothing outside of its scratch folder, and keeps to its budget."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cablegraph.ingest import Budget, read_file
from cablegraph.settings import Limits, Settings
from ingest import mail_making, making, packing

MEMBERS = {"نامه/یک.txt": b"one" * 40, "تقرير.txt": b"two"}
SAMPLES = {
    "zip": making.zipped(MEMBERS),
    "tar": packing.tarred(MEMBERS),
    "tgz": packing.tarred(MEMBERS, "w:gz"),
    "txz": packing.tarred(MEMBERS, "w:xz"),
    "rar4": packing.rar4(MEMBERS),
    "rar5": packing.rar5(MEMBERS),
    "cab": packing.cab(MEMBERS),
    "eml": making.mail("گزارش", "words", html="<p>x</p>", files=MEMBERS).as_bytes(),
    "mbox": b"From a@b Tue Oct  7 09:12:00 2014\nSubject: x\nDate: y\n\nwords\n\n" * 3,
    "msg": mail_making.compound(mail_making.outlook("گزارش", "words", files=MEMBERS)),
    "tnef": mail_making.tnef("x", "words", {"تقرير.txt": b"two"}),
    "ics": b"BEGIN:VCALENDAR\r\nSUMMARY:x\r\nEND:VCALENDAR\r\n",
}
CHANGES = st.lists(st.tuples(st.integers(0, 1 << 20), st.binary(max_size=8)), min_size=1, max_size=6)


@pytest.mark.parametrize("kind", sorted(SAMPLES))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=CHANGES, cut=st.integers(0, 1 << 20))
def test_no_bytes_break_out(kind, changes, cut):
    data = bytearray(SAMPLES[kind])
    for place, new in changes:
        at = place % len(data)
        data[at : at + len(new)] = new
    with tempfile.TemporaryDirectory() as folder:
        content, scratch = Path(folder) / "content", Path(folder) / "scratch"
        scratch.mkdir()
        content.write_bytes(bytes(data[: cut % (2 * len(data)) + 1]))
        chosen = Settings(limits=Limits(max_members=50, max_unpacked_mb=1))
        reading = read_file(
            content, "x", settings=chosen, scratch=scratch, budget=Budget(1 << 20, 20), passwords=("x",)
        )
        assert {p.name for p in Path(folder).iterdir()} == {"content", "scratch"}
        laid = list(scratch.iterdir())
        assert {m.content for m in reading.members} <= set(laid)
        assert sum(p.stat().st_size for p in laid) <= 1 << 20
        assert len(reading.members) <= 20
        assert bool(reading.pages or reading.members) or any(t.fatal for t in reading.troubles)
