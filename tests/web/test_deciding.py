"""Decisions beyond one pair over HTTP."""

from fastapi.testclient import TestClient


def test_a_merge_is_looked_at_before_it_is_made(client: TestClient) -> None:
    told = client.get("/api/merge", params={"left": "e1", "right": "e7"}).json()
    assert told["left"]["entity"]["id"] == "e1"
    assert told["right"]["entity"]["id"] == "e7"
    assert set(told["names"]) >= set(told["left"]["entity"]["names"])
    assert client.get("/api/merge", params={"left": "e1", "right": "e1"}).status_code == 400
    assert client.get("/api/judgements").json() == []


def test_one_document_is_taken_out_under_the_name_of_who_asked(client: TestClient) -> None:
    made = client.post("/api/splits", json={"referent": "r7", "reason": "another"}).json()
    assert (made["subject"], made["left"], made["verdict"], made["reason"]) == ("split", "r7", "negative", "another")
    assert client.get("/api/judgements").json()[-1]["who"] == made["who"]


def test_what_the_last_recompute_changed_is_told(client: TestClient) -> None:
    told = client.get("/api/resolution").json()
    assert told["changed"] == len(told["changes"]) == 1
    assert told["changes"][0]["why"]
