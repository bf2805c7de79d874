"""Taggers from a folder, through small stand-ins of their libraries; what is checked, merged and refused."""

import sys
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType, ModuleType, SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.errors import UsageFault
from cablegraph.extract.lists import Entry, Finder, ReferenceList
from cablegraph.extract.plugins import (
    Outside,
    Proposal,
    TaggerConfig,
    TaggerFailed,
    add_outside,
    check_proposals,
    hear,
    make_tagger,
    merge_mentions,
    parse_taggers,
)
from cablegraph.extract.plugins.chunks import iter_chunks
from cablegraph.model.mention import LABELS, FoundMention
from cablegraph.text import find_sentences

TEXT = "Anna Reed met Omar Haddad in Vale."


def library(monkeypatch: pytest.MonkeyPatch, name: str, **parts: object) -> None:
    module = ModuleType(name)
    module.__spec__ = SimpleNamespace(name=name, loader=None)  # type: ignore[assignment]
    for part, value in parts.items():
        setattr(module, part, value)
    monkeypatch.setitem(sys.modules, name, module)


def mention(text: str, words: str, label: str, confidence: float = 0.6, origin: str = "tagger:en") -> FoundMention:
    start = text.index(words)
    return FoundMention(start, start + len(words), words, label, confidence, origin)


def test_a_spacy_pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Pipeline:
        meta = MappingProxyType({"name": "house", "version": "1.2"})

        def __call__(self, text: str) -> object:
            return SimpleNamespace(
                ents=[
                    SimpleNamespace(text=w, label_=label, start_char=text.index(w))
                    for w, label in (("Anna Reed", "PERSON"), ("Vale", "GPE"))
                ]
            )

    library(monkeypatch, "spacy", load=lambda path: Pipeline())
    settings = TaggerConfig("house", "spacy", path=tmp_path)
    heard = hear(make_tagger(settings), settings, TEXT, "en")
    assert [(m.text, m.label, m.origin) for m in heard.mentions] == [
        ("Anna Reed", "PERSON", "plugin:house@house-1.2"),
        ("Vale", "PLACE", "plugin:house@house-1.2"),
    ]


def test_a_token_classifier_fetches_nothing_and_runs_no_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[dict] = []

    def loading(folder: Path, **options: object) -> str:
        asked.append(options)
        return "part"

    def run(text: str) -> list[dict]:
        return [
            {"entity_group": "PER", "score": 0.97, "start": 0, "end": 9},
            {"entity_group": "LOC", "score": 0.3, "start": 29, "end": 33},
        ]

    loader = SimpleNamespace(from_pretrained=loading)
    library(
        monkeypatch,
        "transformers",
        AutoModelForTokenClassification=loader,
        AutoTokenizer=loader,
        pipeline=lambda *a, **k: run,
    )
    settings = TaggerConfig("hf", "transformers", path=tmp_path)
    heard = hear(make_tagger(settings), settings, TEXT, "en")
    assert [(m.text, m.label, m.confidence) for m in heard.mentions] == [("Anna Reed", "PERSON", 0.8)]
    assert heard.dropped == {"below the threshold": 1}
    assert all(options["local_files_only"] is True and options["trust_remote_code"] is False for options in asked)
    assert asked[0]["use_safetensors"] is True


def test_a_gliner_model_is_asked_for_the_labels_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[list[str]] = []

    class Model:
        def predict_entities(self, text: str, labels: list[str], *, threshold: float) -> list[dict]:
            asked.append(labels)
            return [{"text": "Omar Haddad", "label": "spy chief", "score": 0.7, "start": 14}]

    library(monkeypatch, "gliner", GLiNER=SimpleNamespace(from_pretrained=lambda folder, *, local_files_only: Model()))
    settings = TaggerConfig("gl", "gliner", path=tmp_path, labels={"spy chief": "PERSON"})
    heard = hear(make_tagger(settings), settings, TEXT, None)
    assert asked == [["spy chief"]]
    assert [(m.text, m.label) for m in heard.mentions] == [("Omar Haddad", "PERSON")]


@pytest.mark.parametrize("kind", ["spacy", "transformers", "gliner"])
def test_a_missing_library_is_named_with_its_extra(kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name, package=None: None)
    with pytest.raises(UsageFault, match=rf"cablegraph\[{kind}\]"):
        make_tagger(TaggerConfig("x", kind, path=tmp_path))


def test_a_folder_that_is_none_or_holds_no_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="wants a folder"):
        make_tagger(TaggerConfig("x", "spacy", path=tmp_path / "none"))

    def refuse(path: Path) -> None:
        raise OSError

    library(monkeypatch, "spacy", load=refuse)
    with pytest.raises(UsageFault, match="cannot be loaded"):
        make_tagger(TaggerConfig("x", "spacy", path=tmp_path))


@pytest.mark.parametrize(
    ("text", "proposal", "want", "cause"),
    [
        (TEXT, Proposal("Omar Haddad", "PER", 0.9), ["Omar Haddad"], None),
        (TEXT, Proposal("Omar Haddad", "PER", 0.9, 14), ["Omar Haddad"], None),
        (TEXT, Proposal("Omar Haddad", "PER", 0.9, 13), [], "not verbatim in the text"),
        (TEXT, Proposal("omar haddad", "PER", 0.9), [], "not verbatim in the text"),
        (TEXT, Proposal("Omar Hadda", "PER", 0.9), [], "not a whole word"),
        (TEXT, Proposal("Omar Haddad", "THING", 0.9), [], "label unknown"),
        (TEXT, Proposal("Omar Haddad", "PER", 0.1), [], "below the threshold"),
        (TEXT, Proposal("Omar Haddad", "PER", float("nan")), [], "below the threshold"),
        (TEXT, Proposal(" Omar Haddad ", "PER", 0.9, 13), ["Omar Haddad"], None),
        ("وعمر حداد آمد", Proposal("عمر حداد", "PER", 0.9), ["عمر حداد"], None),
        ("العمران", Proposal("عمر", "PER", 0.9), [], "not a whole word"),
        ("آنا رید به رودبار رفت", Proposal("رودبار", "GPE", 0.9), ["رودبار"], None),
    ],
)
def test_what_holds_and_what_is_dropped(text: str, proposal: Proposal, want: list[str], cause: str | None) -> None:
    heard = check_proposals(text, [proposal], origin="plugin:x@1", threshold=0.5)
    assert [m.text for m in heard.mentions] == want
    assert heard.dropped == ({cause: 1} if cause else {})


def test_a_label_that_the_settings_let_be_is_not_counted() -> None:
    heard = check_proposals(
        TEXT,
        [Proposal("Vale", "GPE", 0.9), Proposal("Vale", "AGE", 0.9)],
        origin="x",
        labels={"GPE": "", "AGE": "CODENAME"},
    )
    assert ([m.label for m in heard.mentions], heard.dropped) == (["CODENAME"], {})


def test_no_more_than_so_many_proposals() -> None:
    heard = check_proposals(TEXT, [Proposal("Vale", "GPE", 0.9)] * 5, origin="x", most=2)
    assert (len(heard.mentions), heard.dropped) == (1, {"too many": 3})


@given(
    st.text(max_size=60),
    st.lists(
        st.tuples(
            st.text(max_size=8), st.sampled_from(["PER", "ORG", "X"]), st.floats(), st.none() | st.integers(-5, 70)
        ),
        max_size=6,
    ),
)
def test_whatever_is_kept_stands_in_the_text(text: str, items: list) -> None:
    heard = check_proposals(text, [Proposal(*item) for item in items], origin="x", trust=0.7)
    for m in heard.mentions:
        assert text[m.start : m.end] == m.text
        assert m.label in LABELS
        assert 0 <= m.confidence <= 0.7


def test_both_saw_it_so_it_is_surer_and_of_both_origins() -> None:
    (both,) = merge_mentions(
        [mention(TEXT, "Anna Reed", "PERSON")], [mention(TEXT, "Anna Reed", "PERSON", 0.5, "plugin:x@1")]
    )
    assert (both.confidence, both.origin) == (0.8, "tagger:en+plugin:x@1")


def test_a_name_that_was_missed_is_added_and_a_post_lies_beside_it() -> None:
    text = "The Minister of Roads of Vale left."
    own = [mention(text, "Minister of Roads", "POST")]
    merged = merge_mentions(
        own, [mention(text, "Roads", "ORG", 0.5, "plugin:x@1"), mention(text, "Vale", "PLACE", 0.5, "plugin:x@1")]
    )
    assert [(m.text, m.label) for m in merged] == [("Minister of Roads", "POST"), ("Roads", "ORG"), ("Vale", "PLACE")]


@pytest.mark.parametrize(
    ("override", "confidence", "want"), [(False, 0.9, "Anna"), (True, 0.9, "Anna Reed"), (True, 0.5, "Anna")]
)
def test_a_name_across_another(override: bool, confidence: float, want: str) -> None:
    merged = merge_mentions(
        [mention(TEXT, "Anna", "PERSON")],
        [mention(TEXT, "Anna Reed", "PERSON", confidence, "plugin:x@1")],
        override=override,
    )
    assert [m.text for m in merged] == [want]


def test_a_tagger_that_fails_keeps_what_it_said_before() -> None:
    class Failing:
        name, version, languages = "x", "1", frozenset[str]()

        def tag(self, text: str, language: str | None) -> list[Proposal]:
            raise TaggerFailed("no answer", 2, (Proposal("Vale", "GPE", 0.9),))

    heard = hear(Failing(), TaggerConfig("x", "endpoint"), TEXT, None)
    assert ([m.text for m in heard.mentions], heard.dropped) == (["Vale"], {"no answer": 2})


@given(st.text(alphabet="ab .\nآب؟", max_size=300), st.integers(5, 60))
def test_chunks_cover_every_sentence_and_are_not_too_long(text: str, longest: int) -> None:
    chunks = list(iter_chunks(text, longest))
    assert all(0 < end - start <= longest for start, end in chunks)
    assert all(a[1] <= b[0] for a, b in pairwise(chunks))
    covered = {i for start, end in chunks for i in range(start, end)}
    assert all(i in covered or text[i].isspace() for start, end in find_sentences(text) for i in range(start, end))


def test_the_settings_of_taggers(tmp_path: Path) -> None:
    (house, llm) = parse_taggers(
        [{"name": "house", "kind": "spacy", "path": "models/house", "languages": ["en"], "labels": {"PER": "PERSON"}},
         {"name": "llm", "kind": "endpoint", "url": "http://127.0.0.1:8080/v1", "model": "m", "seconds": 5, "override": True}],
        tmp_path,
    )  # fmt: skip
    assert (house.path, house.languages, house.trust, house.override) == (
        tmp_path / "models/house",
        ("en",),
        0.8,
        False,
    )
    assert (llm.seconds, llm.override, llm.allow_remote) == (5.0, True, False)


@pytest.mark.parametrize(
    ("entry", "cause"),
    [
        ({"kind": "spacy", "path": "x"}, "no name"),
        ({"name": "x"}, "no kind"),
        ({"name": "x", "kind": "magic"}, "unknown kind"),
        ({"name": "x", "kind": "spacy"}, "wants path"),
        ({"name": "x", "kind": "endpoint", "url": "http://127.0.0.1/v1"}, "wants model"),
        ({"name": "x", "kind": "spacy", "path": "x", "colour": "red"}, "unknown key 'colour'"),
        ({"name": "x", "kind": "spacy", "path": "x", "trust": 2}, "from 0 to 1"),
        ({"name": "x", "kind": "spacy", "path": "x", "chunk": 3}, "above 199"),
        ({"name": "x", "kind": "spacy", "path": "x", "languages": "en"}, "list of codes"),
        ({"name": "x", "kind": "spacy", "path": "x", "labels": {"PER": "HUMAN"}}, "ours are PERSON"),
        ({"name": "x", "kind": "spacy", "path": "x", "override": 1}, "true or false"),
        ({"name": 3, "kind": "spacy", "path": "x"}, "wants a string"),
    ],
)
def test_wrong_settings_say_what_to_write(entry: dict, cause: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=cause):
        parse_taggers([entry], tmp_path)


def test_two_taggers_of_one_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a name of its own"):
        parse_taggers(
            [{"name": "x", "kind": "spacy", "path": "a"}, {"name": "x", "kind": "spacy", "path": "b"}], tmp_path
        )


def test_own_then_taggers_then_lists() -> None:
    class Seer:
        name, version, languages = "seer", "1", frozenset[str]()

        def tag(self, text: str, language: str | None) -> list[Proposal]:
            return [Proposal("Vale", "GPE", 0.9), Proposal("Atlantis", "GPE", 0.9)]

    known = ReferenceList("people", (Entry("p1", "Person", ("Omar Haddad",)),))
    outside = Outside(taggers=[(Seer(), TaggerConfig("seer", "endpoint"))], finder=Finder([known]))
    found, dropped = add_outside(
        TEXT, [mention(TEXT, "Anna Reed", "PERSON"), mention(TEXT, "Omar", "PERSON")], "en", outside
    )
    assert [(m.text, m.origin) for m in found] == [
        ("Anna Reed", "tagger:en"),
        ("Omar Haddad", "list:people"),
        ("Vale", "plugin:seer@1"),
    ]
    assert dropped == {"seer: not verbatim in the text": 1}
    assert add_outside(TEXT, [], "en", Outside()) == ([], {})
