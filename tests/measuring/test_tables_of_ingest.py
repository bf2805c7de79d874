"""The tables of ingest: worst pages beside means, peers beside cablegraph, nothing where nothing was measured."""

import pytest
from bench.page import quality_page
from bench.pages import fault_tables, ingest_tables, ocr_tables, scale_tables

HEAD = {"version": "0", "python": "3.11", "cores": 2}
PAGE = {"mean": 0.99, "worst": 0.41, "pages": 10}
OURS = {
    "title": "cablegraph", "versions": {}, "documents_per_second": {"text": 300.0, "fa": 20.0, "all": 90.0},
    "cpu_ms_per_document": {"text": 1.7, "fa": 31.0, "all": 8.5}, "unread": 0,
    "accuracy": {"fa": PAGE, "fa, Chromium": PAGE}, "errors": {"fa": {"digits": 7.6}},
}  # fmt: skip
STEP = {
    "documents": 780, "text_turn_seconds": 9.0, "ocr_turn_seconds": 3.0, "documents_per_second": 65.0, "cpu_ms_per_document": 12.5,
    "pages_by_source": {"layer": 170, "ocr": 10},
}  # fmt: skip
INGEST = {
    "texts": 600, "pdfs": 180, "left_out": ["pages printed by Chromium: Chromium is not installed"], "step": STEP,
    "peers": [OURS, {"title": "docling", "absent": "it needs models"}],
}  # fmt: skip
OCR = {
    "pages": 120, "left_out": [], "seconds": {"ours": 110.0, "bare": 100.0, "ours_cpu": 215.0, "bare_cpu": 200.0},
    "overhead": {"wall": 0.1, "cpu": 0.075, "clean": 0.04, "worn": -0.1}, "accuracy": {"fa, worn, held out": PAGE, "fa, worn, fax": PAGE},
    "bare_accuracy": {"fa, worn, held out": PAGE, "fa, worn, fax": PAGE}, "errors": {"fa, worn": {"digits": 3.0}}, "bare_errors": {"fa, worn": {}},
    "numbers": {"fa, worn, held out": {"right": 0.93, "true": 0.95, "numbers": 180}}, "bare_numbers": {"fa, worn, held out": {"right": 0.41, "true": 0.5}},
}  # fmt: skip
FAULTS = {
    "mutations": {"files": 5000, "read": 3000, "duplicates": 2, "adds_up": True, "sound_files_read": True, "by_code": {"file-damaged": 1900}},
    "kills": {"kills": 50, "survived": 49, "cases": 10, "seconds_unbroken": 4.2},
}  # fmt: skip


def test_what_was_not_measured_has_no_table():
    assert all(not tables({}) for tables in (ingest_tables, ocr_tables, scale_tables, fault_tables))


def test_ingest_shows_the_step_the_peers_and_what_was_left_out():
    page = quality_page(HEAD | {"ingest": INGEST})
    assert "| documents a second, ingest step, text and PDF | 60 | 200 | 65.0 |" in page
    assert "10 from ocr" in page
    assert "Left out: pages printed by Chromium" in page
    assert page.count("docling was not measured") == 1
    assert "0.410" in page


@pytest.mark.parametrize(
    "words",
    ["fa, worn, held out | 10 | 0.990 | 0.410", "fa, worn, fax", "| 3.0 ()", "| 180 | 0.930 | 0.950 | 0.410 |"],
)
def test_ocr_shows_worst_pages_wears_and_kinds_of_error(words: str):
    assert words in quality_page(HEAD | {"ocr": OCR})


def test_scale_shows_rates_and_peaks_by_step():
    found = {
        "files": 100_000,
        "per_second": {"read": 80.0},
        "peak_mib": {"read": 300, "start": 90},
        "peak": 300,
        "complete": True,
    }
    page = quality_page(HEAD | {"scale": found})
    assert "| read | 80.0 | 300 |" in page
    assert "| peak memory, MiB | 1,024 | 500 | 300 |" in page


def test_a_kill_that_was_not_survived_is_below_the_floor():
    page = quality_page(HEAD | {"faults": FAULTS})
    assert "**49** (below)" in page
    assert "problem: file-damaged | 1,900" in page
