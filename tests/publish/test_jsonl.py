import json
from typing import Any

from cablegraph.model import remedy_for
from cablegraph.publish import jsonl_lines

from .making import BUNDLE, EMPTY, SHA


def _lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in jsonl_lines(BUNDLE)]


def _of(kind: str) -> list[dict[str, Any]]:
    return [line for line in _lines() if line["kind"] == kind]


def test_one_object_a_line_readable_as_it_is_written() -> None:
    lines = list(jsonl_lines(BUNDLE))
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    assert any("کریم زندی" in line for line in lines)
    assert {json.loads(line)["kind"] for line in lines} == {
        "document",
        "mention",
        "entity",
        "relation",
        "claim",
        "gap",
        "reference",
        "judgement",
        "problem",
    }
    assert list(jsonl_lines(BUNDLE)) == lines
    assert list(jsonl_lines(EMPTY)) == []


def test_documents() -> None:
    first, second, third = _of("document")
    assert {k: first[k] for k in ("id", "path", "sha256", "dataset", "date")} == {
        "id": "d-1",
        "path": "اسناد/one.zip/نامه ۱.pdf",
        "sha256": SHA,
        "dataset": "trove",
        "date": "2014-11",
    }
    assert first["header"] == {"number": "۱۲/۴", "from": "تهران", "to": "بغداد", "references": ["A-1", "A-2"]}
    assert second["header"] == {}
    assert third["date"] is None


def test_mentions() -> None:
    known, open_ = _of("mention")
    assert {k: known[k] for k in ("document", "start", "end", "text", "label", "entity")} == {
        "document": "d-1",
        "start": 0,
        "end": 9,
        "text": "کریم زندی",
        "label": "PERSON",
        "entity": "e-karim",
    }
    assert open_["entity"] is None


def test_entities() -> None:
    entities = {e["id"]: e for e in _of("entity")}
    assert entities["e-karim"] == {
        "kind": "entity",
        "id": "e-karim",
        "schema": "Person",
        "caption": "Karim Zandi",
        "names": ["Karim Zandi", "کریم زندی", "كريم زندي"],
    }
    assert {e["schema"] for e in entities.values()} == {"Person", "Organization", "Position", "Address"}


def test_relations_name_their_ends_by_id_and_carry_every_citation() -> None:
    relations = {r["id"]: r for r in _of("relation")}
    known = {e["id"] for e in _of("entity")}
    for r in relations.values():
        ends = {r["subject"], r["object"], r.get("organization"), r.get("handler")} - {None}
        assert ends <= known
        assert r["citations"]
        assert set(r) >= {"type", "from", "to", "polarity", "modality", "asserted_by", "confidence", "review", "new"}
    held = relations["l-held"]
    assert (held["type"], held["from"], held["to"], held["organization"]) == ("Occupancy", "2005", "2008-06", "e-port")
    assert "handler" not in held
    assert [set(c) for c in held["citations"]] == [{"document", "page", "start", "end", "quote"}] * 2
    assert [(c["document"], c["end"] - c["start"], len(c["quote"])) for c in held["citations"]] == [
        ("d-1", 9, 9),
        ("d-2", 9, 9),
    ]
    assert relations["l-hired"]["handler"] == "e-omar"
    assert (relations["l-hired"]["from"], relations["l-hired"]["as_of"]) == (None, "2014-11-05")
    assert (relations["l-met"]["modality"], relations["l-met"]["asserted_by"], relations["l-met"]["new"]) == (
        "report",
        "a source",
        True,
    )
    assert relations["l-denied"]["polarity"] == "denied"
    assert relations["l-rejected"]["review"] == "rejected"


def test_claims_gaps_judgements_and_problems() -> None:
    claim = _of("claim")[0]
    assert {
        k: claim[k] for k in ("document", "start", "end", "text", "claim_kind", "claimant", "proposal", "verdict")
    } == {
        "document": "d-3",
        "start": 3,
        "end": 9,
        "text": "زندی رفت",
        "claim_kind": "fact",
        "claimant": "the author",
        "proposal": "supported",
        "verdict": None,
    }
    assert claim["evidence"][0]["for"] is True
    assert claim["evidence"][0]["quote"] == "کریم زندی"
    gap = _of("gap")[0]
    assert (gap["series"], gap["missing"]) == ("A-…", ["A-2"])
    assert _of("judgement")[0]["who"] == "نسرین"
    problem = _of("problem")[0]
    assert {k: problem[k] for k in ("path", "code", "cause", "remedy")} == {
        "path": "اسناد/قفل.pdf",
        "code": "password-needed",
        "cause": "It wants a password.",
        "remedy": remedy_for("password-needed"),
    }
