import json
from pathlib import Path

import pytest

from cablegraph.web.contract import contract

CONTRACT = Path(__file__).parents[2] / "frontend" / "openapi.json"


def test_the_committed_contract_is_what_the_code_says():
    assert CONTRACT.read_text(encoding="utf-8") == contract(), (
        "run: python -m cablegraph.web.contract frontend/openapi.json"
    )


def test_search_finds_a_persian_cable_by_a_latin_spelling(client):
    found = client.get("/api/search", params={"q": "Rastegar"}).json()
    assert "d-persian" in [hit["document"] for hit in found["hits"]]
    hit = next(hit for hit in found["hits"] if hit["document"] == "d-persian")
    snippet = hit["snippets"][0]
    assert snippet["direction"] == "rtl"
    lit = [snippet["text"][m["start"] : m["end"]] for m in snippet["marks"]]
    assert lit == ["کاوه رستگار"]


def test_filters_are_alternatives_within_and_conditions_between(client):
    def ids(**filters):
        return {hit["document"] for hit in client.get("/api/search", params=filters).json()["hits"]}

    assert ids(language=["fa", "ar"]) == {"d-persian", "d-arabic"}
    assert ids(language=["fa", "ar"], year="2010") == {"d-arabic"}


def test_paging_is_passed_on(client):
    found = client.get("/api/search", params={"offset": 1, "limit": 2}).json()
    assert (found["total"], found["offset"], len(found["hits"])) == (4, 1, 2)


def test_the_switches_of_a_search_are_passed_on(client, bench, monkeypatch):
    asked = []

    def search(query, **options):
        asked.append((options["scripts"], options["stems"]))
        return type(bench).search(bench, query, **options)

    monkeypatch.setattr(bench, "search", search)
    for switches in ({}, {"stems": "false"}, {"scripts": "false"}):
        assert client.get("/api/search", params={"q": "harbour", **switches}).status_code == 200
    assert asked == [(True, True), (True, False), (False, True)]


def test_the_text_of_a_document_arrives_whole(client, bench):
    got = client.get("/api/documents/d-english", params={"q": "harbour"}).json()
    assert got["text"] == bench.marked["d-english"].text
    assert "\U0001f4ce" in got["text"]
    assert {"mention", "date", "relation", "hit"} == {m["kind"] for m in got["marks"]}
    assert all(r["citations"][0]["quote"] in got["text"] for r in got["relations"])


def test_regions_other_texts_signals_labels_and_threads_arrive(client):
    (page,) = client.get("/api/documents/d-arabic").json()["pages"]
    assert [(r["kind"], r["start"]) for r in page["regions"]] == [("stamp", -1), ("header", 0)]
    assert set(page["others"][0]) == {"text", "reader", "reason"}
    got = client.get("/api/documents/d-comment").json()
    assert got["pages"][0]["label"] == "hidden text"
    assert got["signals"]["has-hidden-text"] == "2 places"
    assert [(line["document"], line["depth"], line["here"]) for line in got["thread"]] == [
        ("d-english", 0, False),
        ("d-comment", 1, True),
    ]


def test_signals_are_a_filter_of_the_search(client):
    found = client.get("/api/search", params={"signal": "has-hidden-text"}).json()
    assert [hit["document"] for hit in found["hits"]] == ["d-comment"]


def test_a_page_picture_is_a_png_and_is_not_kept(client):
    answer = client.get("/api/documents/d-arabic/pages/1.png", params={"width": 200})
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content.startswith(b"\x89PNG")


def test_an_original_only_leaves_as_a_download(client):
    answer = client.get("/api/documents/d-comment/original")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["e1", "کاوه رستگار", "Kavih Rastigar"])
def test_an_entity_is_found_by_id_and_by_name_in_any_script(client, name):
    assert client.get(f"/api/entities/{name}").json()["entity"]["id"] == "e1"


def test_the_network_of_an_instant_has_only_what_holds_then(client):
    whole = client.get("/api/network").json()
    then = client.get("/api/network", params={"at": "2009-05-12"}).json()
    assert {e["id"] for e in whole["edges"]} > {e["id"] for e in then["edges"]} == {"r1", "r4", "r7"}


def test_the_network_can_be_narrowed_to_types_and_an_entity(client):
    found = client.get("/api/network", params={"type": ["Meeting", "Occupancy"], "entity": "e1"}).json()
    assert {e["relation"]["type"] for e in found["edges"]} == {"Meeting", "Occupancy"}


def test_posts_on_a_day_and_those_that_changed_hands(client):
    changed = client.get("/api/posts", params={"changed": "true"}).json()
    assert [[h["relation"]["id"] for h in line["holders"]] for line in changed["posts"]] == [["r1", "r2"]]
    then = client.get("/api/posts", params={"at": "2008-01-01", "post": "e5"}).json()
    assert [(h["relation"]["id"], h["sure"]) for line in then["posts"] for h in line["holders"]] == [("r1", True)]


def test_the_timeline_keeps_the_undated_apart(client):
    found = client.get("/api/timeline", params={"from": "2009", "to": "2009-12"}).json()
    assert all(item["first"] for item in found["items"])
    assert "r6" in {item["id"] for item in found["undated"]}


def test_places_lie_somewhere_and_one_tells_what_happened_there(client):
    found = client.get("/api/places").json()
    assert [(line["state"], line["choice"]["country"]) for line in found["places"]] == [("located", "IR")]
    assert client.get("/api/places", params={"from": "2015"}).json()["places"] == []
    assert [r["id"] for r in client.get("/api/places/e6").json()["relations"]] == ["r4"]
    assert client.get("/api/places/nowhere").status_code == 404


def test_the_timeline_leaves_whole_as_a_table_and_as_a_file(client):
    table = client.get("/api/timeline.csv", params={"kind": "relation"})
    assert table.headers["content-disposition"] == 'attachment; filename="timeline.csv"'
    lines = table.text.splitlines()
    assert lines[0].startswith("\ufeffdated,from,to,precision,gregorian,solar-hijri,lunar-hijri,")
    assert any(line.startswith("no,") and "r6" in line for line in lines)
    file = client.get("/api/timeline.json", params={"kind": "relation"})
    assert file.headers["content-disposition"].startswith("attachment")
    assert len(lines) - 1 == len(file.json()["items"]) + len(file.json()["undated"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/documents/none", 404), ("/api/documents/d-persian/pages/1.png", 404), ("/api/documents/d-persian/pages/0.png", 400),
        ("/api/entities/nobody", 404), ("/api/relations/none", 404), ("/api/search?q=%22open", 400), ("/api/search?limit=100000", 400),
        ("/api/search?sort=colour", 400), ("/api/network?at=yesterday", 400), ("/api/network?from=1388/2", 400), ("/api/nothing", 404),
    ],
)  # fmt: skip
def test_faults_come_with_their_status_and_a_sentence(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert set(answer.json()) == {"error", "message"}
    assert answer.json()["message"].endswith(".")


def test_a_judgement_is_signed_kept_and_taken_back(client):
    assert len(client.get("/api/candidates").json()) == 1
    made = client.post(
        "/api/judgements", json={"left": "e1", "right": "e7", "verdict": "negative", "reason": "a physician"}
    ).json()
    assert made["who"] == "mira"
    assert client.get("/api/candidates").json() == []
    undone = client.post(f"/api/judgements/{made['seq']}/undo").json()
    assert undone["verdict"] == "none"
    assert len(client.get("/api/candidates").json()) == 1
    assert [j["seq"] for j in client.get("/api/judgements").json()] == [1, 2]


def test_a_review_shows_on_the_relation(client):
    client.post("/api/reviews", json={"relation": "r5", "review": "rejected"})
    assert client.get("/api/relations/r5").json()["review"] == "rejected"


@pytest.mark.parametrize("body", [{}, {"left": "e1", "right": "e7", "verdict": "maybe"}, [], None])
def test_a_malformed_judgement_changes_nothing(client, bench, body):
    answer = client.post("/api/judgements", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert bench.judgements() == ()


def test_an_unforeseen_fault_says_no_word_of_a_document(bench, monkeypatch):
    from fastapi.testclient import TestClient

    from cablegraph.web import create_app

    def broken(*_, **__):
        raise RuntimeError("کاوه رستگار")

    monkeypatch.setattr(bench, "status", broken)
    client = TestClient(
        create_app(bench, token=None, read_only=True, who=""),
        base_url="http://localhost",
        raise_server_exceptions=False,
    )
    answer = client.get("/api/status")
    assert answer.status_code == 500
    assert "رستگار" not in answer.text
    assert answer.json()["error"] == "Unforeseen"


def test_the_reference_names_every_route():
    page = (Path(__file__).parents[2] / "docs" / "reference" / "http.md").read_text(encoding="utf-8")
    for path, methods in json.loads(contract())["paths"].items():
        for method in methods:
            assert f"`{method.upper()} {path}`" in page


def test_labels_leave_out_what_is_not_there(client):
    labels = client.get("/api/documents", params={"id": ["d-english", "none", "d-comment"]}).json()
    assert labels["d-english"] == {
        "title": "Change of guard at the harbour station",
        "date": "2009-11-20",
        "record": False,
    }
    assert set(labels) == {"d-english", "d-comment"}
    assert labels["d-comment"]["record"]
