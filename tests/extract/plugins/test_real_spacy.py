"""A real pipeline, where spaCy is installed: blank, with an entity ruler, in three scripts."""

from pathlib import Path

import pytest

from cablegraph.extract.plugins import TaggerConfig, hear, make_tagger

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'cablegraph[spacy]'")


@pytest.mark.parametrize(
    ("language", "text", "patterns", "want"),
    [
        (
            "en",
            "Anna Reed met Omar Haddad in Vale.",
            [("Anna Reed", "PERSON"), ("Vale", "GPE")],
            [("Anna Reed", "PERSON"), ("Vale", "PLACE")],
        ),
        ("fa", "آنا رید در رودبار بود.", [("رودبار", "LOC")], [("رودبار", "PLACE")]),
        ("ar", "وصل عمر حداد أمس.", [("عمر حداد", "PER")], [("عمر حداد", "PERSON")]),
    ],
)
def test_a_blank_pipeline_with_an_entity_ruler(
    language: str, text: str, patterns: list, want: list, tmp_path: Path
) -> None:
    pipeline = spacy.blank(language)
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": words} for words, label in patterns])
    pipeline.to_disk(tmp_path / "pipeline")
    settings = TaggerConfig("ruler", "spacy", path=tmp_path / "pipeline")
    heard = hear(make_tagger(settings), settings, text, language)
    assert [(m.text, m.label) for m in heard.mentions] == want
    assert heard.dropped == {}
