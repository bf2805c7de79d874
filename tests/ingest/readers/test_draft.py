import time

import pytest

from cablegraph.ingest.budget import Budget, start_budget
from cablegraph.ingest.readers import draft as module
from cablegraph.ingest.readers.draft import Draft
from cablegraph.ingest.task import Task
from cablegraph.settings import Limits, Settings


@pytest.fixture
def start(scratch):
    def make(
        *, depth: int = 0, seconds: float = 60, budget: Budget | None = None, size: int = 100_000, **limits: int
    ) -> Draft:
        settings = Settings(limits=Limits(**limits))
        left = budget or start_budget(size, settings.limits)
        return Draft(
            Task("a", settings, scratch, depth, time.monotonic() + seconds, left), "docx", "x/y", "docx 1", size
        )

    return make


def test_what_a_limit_cuts_off_is_told_once(start):
    draft = start(max_pages=2, max_members=1)
    assert [draft.add_page(x) for x in ("یک", "دو", "سه", "چهار")] == [True, True, False, False]
    assert [draft.add_member(x, b"1") for x in ("a", "b", "c")] == [True, False, False]
    reading = draft.finish()
    assert len(reading.pages) == 2
    assert len(reading.members) == 1
    assert [t.code for t in reading.troubles] == ["pages-too-many", "archive-too-many"]


def test_text_without_end_and_time_that_is_up_stop_the_pages(start, monkeypatch):
    monkeypatch.setattr(module, "MOST_TEXT", 10)
    draft = start()
    assert draft.add_page("x" * 9)
    assert not draft.add_page("x" * 9)
    assert not start(seconds=-1).add_page("x")


def test_members_keep_to_the_budget_of_the_nest(start):
    draft = start(budget=Budget(5, 10))
    assert not draft.add_member("a", b"123456")
    assert draft.finish().troubles[0].code == "archive-bomb"


def test_small_pictures_and_strange_ones_are_counted_and_left(start):
    draft = start()
    draft.add_picture("dot.png", b"x")
    draft.add_picture("a.emf", b"x" * 20_000)
    draft.add_picture("scan.jpg", b"x" * 20_000)
    reading = draft.finish()
    assert [m.name for m in reading.members] == ["scan.jpg"]
    assert reading.metadata["left:small pictures"] == "1"
    assert reading.metadata["left:pictures without a reader"] == "1"
    assert "signal:has-embedded-files" not in reading.metadata


def test_a_signal_lists_some_and_counts_the_rest(start):
    draft = start()
    draft.signal("has-hidden-sheets", [f"s{n}" for n in range(13)])
    draft.signal("has-macros", [])
    assert draft.metadata == {"signal:has-hidden-sheets": "; ".join(f"s{n}" for n in range(10)) + " and 3 more"}
    with pytest.raises(KeyError):
        draft.signal("has-nothing", "x")


def test_trouble_is_fatal_where_nothing_was_read(start):
    draft = start()
    draft.trouble("file-damaged", "Broken")
    assert draft.finish().troubles[0].fatal
    draft.add_page("words")
    assert not draft.finish().troubles[0].fatal
