import multiprocessing
import sqlite3
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from cablegraph.errors import CaseDamaged, CaseExists, CaseLocked, CaseMissing, CaseNewer, SettingsInvalid
from cablegraph.settings import Settings, load_settings
from cablegraph.store import create_case, open_case


def test_a_new_case_can_be_opened_again_and_carries_its_name(tmp_path: Path) -> None:
    made = create_case(tmp_path / "پرونده", name='Port "Nahr" \\ بندر')
    made.engine.dispose()
    opened = open_case(tmp_path / "پرونده")
    assert opened.settings == Settings(name='Port "Nahr" \\ بندر')
    opened.engine.dispose()


def test_the_folder_names_the_case_where_nobody_does(tmp_path: Path) -> None:
    made = create_case(tmp_path / "nahr")
    assert made.settings.name == "nahr"
    made.engine.dispose()


def test_an_empty_folder_may_become_a_case(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    create_case(tmp_path / "empty").engine.dispose()


def test_a_folder_or_file_that_is_taken_is_left_as_it_is(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "notes.txt").write_text("mine")
    for folder in (taken, taken / "notes.txt"):
        with pytest.raises(CaseExists) as told:
            create_case(folder)
        assert told.value.exit_code == 4
    assert [p.name for p in taken.iterdir()] == ["notes.txt"]
    assert (taken / "notes.txt").read_text() == "mine"


def test_a_case_is_not_made_twice(tmp_path: Path) -> None:
    create_case(tmp_path / "case").engine.dispose()
    with pytest.raises(CaseExists):
        create_case(tmp_path / "case")


def test_a_folder_without_a_case_is_not_touched(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(CaseMissing) as told:
            open_case(folder)
        assert "cablegraph new" in str(told.value)
    assert list(tmp_path.iterdir()) == []


def test_a_case_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    create_case(tmp_path / "case").engine.dispose()
    _execute(tmp_path / "case", "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CaseNewer, match="9999"):
        open_case(tmp_path / "case")
    assert _execute(tmp_path / "case", "SELECT version_num FROM alembic_version") == [("9999",)]


def _execute(folder: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / "case.db")
    try:
        with connection:
            return connection.execute(sql).fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize(
    "garbage", [b"this is a letter, not a database\n" * 100, b"SQLite format 3\0" + b"\xff" * 8000]
)
def test_a_database_that_is_none_is_told_as_damage_and_left_alone(tmp_path: Path, garbage: bytes) -> None:
    create_case(tmp_path / "case").engine.dispose()
    for extra in ("case.db-wal", "case.db-shm"):
        (tmp_path / "case" / extra).unlink(missing_ok=True)
    (tmp_path / "case" / "case.db").write_bytes(garbage)
    with pytest.raises(CaseDamaged) as told:
        open_case(tmp_path / "case")
    assert "backup" in str(told.value)
    assert (tmp_path / "case" / "case.db").read_bytes() == garbage


@pytest.mark.parametrize(
    "text",
    [
        "name = ",
        "name = 3",
        'nmae = "x"',
        "languages = 'fa'",
        "ocr = 1",
        "workers = true",
        "workers = 1.5",
        "limits = 3",
        "limits.max_pages = '10'",
        "[limits]\nmax_paegs = 10",
        "[settings]\nname = 'x'",
        "languages = [1, 2]",
        "workers = -1",
        "[limits]\nmax_pages = -5",
        b"name = '\xff'",
    ],
)
def test_settings_that_cannot_be_used_are_refused_with_the_file_and_the_key(tmp_path: Path, text: str | bytes) -> None:
    create_case(tmp_path / "case").engine.dispose()
    path = tmp_path / "case" / "case.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SettingsInvalid) as told:
        open_case(tmp_path / "case")
    assert str(path) in str(told.value)
    assert told.value.exit_code == 8


def test_a_case_with_wrong_settings_is_not_migrated(tmp_path: Path) -> None:
    create_case(tmp_path / "case").engine.dispose()
    (tmp_path / "case" / "case.toml").write_text("name = 3")
    _execute(tmp_path / "case", "DELETE FROM alembic_version")
    with pytest.raises(SettingsInvalid):
        open_case(tmp_path / "case")
    assert _execute(tmp_path / "case", "SELECT * FROM alembic_version") == []


def test_what_a_person_writes_into_the_settings_is_used(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text('name = "بندر"\nlanguages = ["ar"]\nocr = false\nworkers = 3\n[limits]\nmax_pages = 7\n')
    settings = load_settings(path)
    assert (settings.name, settings.languages, settings.ocr, settings.worker_count) == ("بندر", ("ar",), False, 3)
    assert settings.limits.max_pages == 7
    assert settings.limits.ocr_seconds == Settings().limits.ocr_seconds


def test_as_many_workers_as_cores_where_nobody_says() -> None:
    assert Settings().worker_count >= 1


def _hold(folder: Path, pipe: Connection) -> None:
    case = open_case(folder)
    with case.lock():
        pipe.send("held")
        pipe.recv()


def test_a_second_process_is_told_to_wait_and_the_lock_falls_with_its_holder(tmp_path: Path) -> None:
    case = create_case(tmp_path / "case")
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    other = context.Process(target=_hold, args=(case.folder, theirs))
    other.start()
    assert ours.recv() == "held"
    with pytest.raises(CaseLocked) as told, case.lock():
        pass
    assert told.value.exit_code == 6
    other.kill()
    other.join()
    with case.lock(), pytest.raises(CaseLocked), case.lock():
        pass
    with case.lock():
        pass
    case.engine.dispose()


@pytest.mark.parametrize("name", ["what?x=1", "100%41 sure", "a#b", "نامه ?", "%", 'it\'s "mine"', "two\nlines\x7f"])
def test_a_case_stays_within_its_folder_whatever_the_folder_is_called(tmp_path: Path, name: str) -> None:
    create_case(tmp_path / name).engine.dispose()
    assert [p.name for p in tmp_path.iterdir()] == [name]
    assert {"case.db", "case.toml"} <= {p.name for p in (tmp_path / name).iterdir()}
    opened = open_case(tmp_path / name)
    assert opened.settings.name == name
    opened.engine.dispose()
