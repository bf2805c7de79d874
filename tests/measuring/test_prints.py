"""PDFs as programs print them: what cannot be printed here is said, and the rest is made."""

from pathlib import Path

import bench.prints
import pytest
from bench.prints import make_prints
from bench.sheets import TYPEFACES


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench.prints.shutil, "which", lambda _: None)


@pytest.fixture
def no_typefaces(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = {language: dict.fromkeys(faces, Path("/nowhere.ttf")) for language, faces in TYPEFACES.items()}
    monkeypatch.setattr(bench.prints, "TYPEFACES", nowhere)


@pytest.mark.usefixtures("no_programs")
def test_without_office_and_browser_the_other_pages_are_made(tmp_path: Path):
    if not any(path.is_file() for path in TYPEFACES["en"].values()):
        pytest.skip("no typeface of English pages is installed")
    prints = make_prints(tmp_path / "made", 4)
    assert {each.program for each in prints.made} == {"fpdf2"}
    assert all(each.path.read_bytes().startswith(b"%PDF") for each in prints.made)
    assert "pages printed by LibreOffice: LibreOffice is not installed" in prints.left_out
    assert "pages printed by Chromium: Chromium is not installed" in prints.left_out


@pytest.mark.usefixtures("no_typefaces")
def test_without_typefaces_nothing_is_made_and_each_is_named(tmp_path: Path):
    prints = make_prints(tmp_path / "made", 4)
    assert prints.made == ()
    assert any("Nazli" in sentence for sentence in prints.left_out)
