"""The room's word lists: read as strings, and each with its source and licence."""

from importlib.resources import files

import pytest

from cablegraph.text.data import load_yaml

FILES = sorted(each.name for each in files("cablegraph.text.data").iterdir() if each.name.endswith(".yml"))


@pytest.mark.parametrize("name", FILES)
def test_file_names_its_source_and_licence(name: str) -> None:
    head = (files("cablegraph.text.data") / name).read_text(encoding="utf-8")[:800]
    assert "# Source:" in head
    assert "# Licence:" in head


def test_english_no_and_on_are_words() -> None:
    assert "No" in load_yaml("abbreviations.yml")["before_number"]
    assert {"no", "on"} <= set(load_yaml("languages.yml")["en"]["words"])
