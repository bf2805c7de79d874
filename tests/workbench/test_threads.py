from pathlib import Path

import pytest

from cablegraph.errors import NothingThere
from cablegraph.workbench import NO_DATE, Workbench

MAIL = """Message-ID: <m{n}@port.example>
{answers}From: zandi@port.example
To: haddad@port.example
Date: {day} Nov 2014 10:00:00 +0330
Subject: {subject}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{body}
"""
LETTER = "Karim Zandi runs the port and nobody knows since when.\n"
PAGE = "<html><head><title>Port</title></head><body><script>x=1</script><p>Karim Zandi runs the port.</p></body></html>"


def mail(n: int, day: int, subject: str, body: str, answers: int | None = None) -> str:
    head = f"In-Reply-To: <m{answers}@port.example>\nReferences: <m{answers}@port.example>\n" if answers else ""
    return MAIL.format(n=n, answers=head, day=day, subject=subject, body=body)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("threads")
    trove = folder / "trove"
    trove.mkdir()
    texts = {
        "1.eml": mail(1, 3, "The crane", "The crane is broken."),
        "2.eml": mail(2, 6, "Re: The crane", "It was late.", answers=1),
        "3.eml": mail(3, 4, "پاسخ: The crane", "جرثقیل را کریم زندی شکست.", answers=1),
        "4.eml": mail(4, 5, "Re: The crane", "Who saw it?", answers=3),
        "alone.eml": mail(9, 5, "Lunch", "At noon."),
        "letter.txt": LETTER,
        "page.html": PAGE,
    }
    for name, text in texts.items():
        (trove / name).write_text(text, encoding="utf-8")
    with Workbench.create(folder / "case") as made:
        made.add([trove])
        yield made


def id_of(bench: Workbench, name: str) -> str:
    return next(key for key, line in bench.snapshot().lines.items() if Path(line.path).name == name)


def thread(bench: Workbench, name: str):
    names = {line.id: Path(line.path).name for line in bench.snapshot().lines.values()}
    return [(names[x.document], x.depth, x.here) for x in bench.document(id_of(bench, name)).thread]


def test_a_message_stands_in_its_conversation_answers_in_order_of_date(bench: Workbench) -> None:
    assert thread(bench, "4.eml") == [("1.eml", 0, False), ("3.eml", 1, False), ("4.eml", 2, True), ("2.eml", 1, False)]
    assert [x[:2] for x in thread(bench, "1.eml")] == [x[:2] for x in thread(bench, "4.eml")]


@pytest.mark.parametrize("name", ["alone.eml", "letter.txt"])
def test_who_answers_nobody_has_no_conversation(bench: Workbench, name: str) -> None:
    assert bench.document(id_of(bench, name)).thread == ()


def test_threads_are_found_once_for_a_snapshot(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.document(id_of(bench, "1.eml"))
    monkeypatch.setattr("cablegraph.workbench.threads.find_threads", lambda *_: pytest.fail("asked again"))
    assert len(bench.document(id_of(bench, "2.eml")).thread) == 4


def test_signals_are_kept_apart_from_metadata_and_are_a_filter(bench: Workbench) -> None:
    page = bench.document(id_of(bench, "page.html"))
    assert page.signals == {"has-scripts": "1"}
    assert not any(key.startswith(("signal:", "page:")) for key in page.metadata)
    found = bench.search("port", filters={"signal": ["has-scripts"]})
    assert [hit.document for hit in found.hits] == [page.id]
    assert [(c.value, c.count) for c in found.facets["signal"]] == [("has-scripts", 1)]
    assert not bench.search("port", filters={"signal": ["has-macros"]}).total


def test_no_confirmed_date_is_a_value_that_is_searched(bench: Workbench) -> None:
    found = bench.search("", filters={"year": [NO_DATE]})
    assert {Path(hit.path).name for hit in found.hits} == {"letter.txt", "page.html"}
    assert [(c.label, c.count) for c in found.facets["year"]] == [("no confirmed date", 2)]
    assert bench.search("", filters={"year": [NO_DATE, "2014"]}).total == 7


def test_what_is_not_there_has_no_conversation(bench: Workbench) -> None:
    with pytest.raises(NothingThere):
        bench.document("d-none")
