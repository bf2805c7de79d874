import pytest

from cablegraph.ingest.tools import poppler
from cablegraph.ingest.tools.poppler import find_pdftotext, run_pdftotext


@pytest.mark.skipif(find_pdftotext() is None, reason="pdftotext is not installed (apt-get install poppler-utils)")
def test_each_page_has_its_text(tmp_path, make):
    (tmp_path / "a").write_bytes(make.pdf("one", "two", "three"))
    assert [p.strip() for p in run_pdftotext(tmp_path / "a", first=2, last=3, seconds=20) or []] == ["two", "three"]
    (tmp_path / "a").write_bytes(b"%PDF-1.4 broken")
    assert run_pdftotext(tmp_path / "a", first=1, last=1, seconds=20) is None


def test_without_the_program_there_is_no_second_opinion(tmp_path, monkeypatch):
    monkeypatch.setattr(poppler, "find_pdftotext", lambda: None)
    assert run_pdftotext(tmp_path / "a", first=1, last=1, seconds=1) is None
