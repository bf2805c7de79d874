"""A section that cannot be measured says why, and stops nothing."""

from pathlib import Path

import pytest
from bench.absent import NotMeasured
from bench.floors import iter_worse
from bench.ocr import measure_ocr
from bench.page import quality_page
from bench.sections import SECTIONS, Section, Setting

HEAD = {"version": "0", "python": "3.11", "cores": 2}


def _fail(_: Setting) -> dict:
    message = "nothing is installed"
    raise NotMeasured(message)


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    return Setting(tmp_path / "no-data", tmp_path / "cablegraph", tmp_path)


def test_missing_data_is_named(setting: Setting):
    found = Section("road", "", lambda _: {}, ("data/frus/text",)).run(setting)
    assert "data/frus/text" in found["absent"]


def test_a_reason_takes_the_place_of_figures(setting: Setting):
    assert Section("ocr", "", _fail).run(setting) == {"absent": "nothing is installed"}


def test_the_page_names_what_was_not_measured_once():
    page = quality_page(HEAD | {"ocr": {"absent": "nothing is installed"}})
    assert page.count("nothing is installed") == 1
    assert "Not measured: OCR, since nothing is installed." in page


def test_a_section_that_cannot_run_here_is_no_loss_of_quality():
    frozen = {"scores": {"dates": {"exact": 0.98}}}
    assert list(iter_worse({}, frozen))
    assert not list(iter_worse({"scores": {"absent": "the data is not there"}}, frozen))


def test_ocr_without_tesseract_is_not_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotMeasured, match="Tesseract"):
        measure_ocr(tmp_path)


def test_every_section_has_its_own_key():
    assert len({section.key for section in SECTIONS}) == len(SECTIONS)
