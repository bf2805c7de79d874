import pytest

from cablegraph.web import create_app
from cablegraph.web.guard import is_known_host

from .conftest import HOME, TOKEN, TestClient

READS = (
    "/api/session", "/api/status", "/api/search?q=x", "/api/documents/d-persian", "/api/documents/d-arabic/pages/1.png",
    "/api/documents/d-persian/original", "/api/entities", "/api/entities/e1", "/api/network", "/api/relations/r1", "/api/timeline", "/api/timeline.csv",
    "/api/places", "/api/problems",
    "/api/claims", "/api/candidates", "/api/judgements", "/api/openapi.json", "/api/nonsense", "/api",
)  # fmt: skip


@pytest.mark.parametrize("path", READS)
def test_nothing_answers_before_the_token(stranger, path):
    answer = stranger.get(path)
    assert answer.status_code == 401
    assert answer.json()["error"] == "TokenNeeded"


def test_every_route_of_the_contract_is_behind_the_token(stranger, client):
    paths = client.get("/api/openapi.json").json()["paths"]
    stranger.cookies.clear()
    for path, methods in paths.items():
        for method in methods:
            assert stranger.request(method, path.replace("{number}", "1").replace("{seq}", "1")).status_code == 401


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/"])
def test_the_redirect_stays_on_this_server(stranger, path):
    answer = stranger.get(f"{HOME}{path}?token={TOKEN}")
    assert not answer.headers.get("location", "").startswith(("//", "/\\", "http"))


def test_the_token_is_exchanged_for_a_cookie_and_leaves_the_address(stranger):
    answer = stranger.get("/search", params={"q": "رستگار", "token": TOKEN})
    assert answer.status_code == 303
    assert "token" not in answer.headers["location"]
    assert answer.headers["location"].startswith("/search?q=")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert stranger.get("/api/status").status_code == 200


def test_a_wrong_token_opens_nothing(stranger):
    assert stranger.get("/", params={"token": "guess"}).status_code == 401
    assert stranger.get("/api/status", params={"token": "guess"}).status_code == 401
    assert stranger.get("/api/status").status_code == 401


def test_a_script_may_send_the_token_as_a_header(stranger):
    headers = {"Authorization": f"Bearer {TOKEN}"}
    assert stranger.get("/api/status", headers=headers).status_code == 200
    body = {"left": "e1", "right": "e7", "verdict": "negative"}
    assert stranger.post("/api/judgements", json=body, headers=headers).status_code == 200
    assert stranger.get("/api/status", headers={"Authorization": "Bearer guess"}).status_code == 401


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("127.0.0.1:8000", True), ("localhost", True), ("[::1]:80", True), ("LOCALHOST:1", True), ("192.168.1.7:8000", True),
        ("evil.example", False), ("127.0.0.1.evil.example:8000", False), ("", False), ("[evil", False),
    ],
)  # fmt: skip
def test_known_hosts(host, known):
    assert is_known_host(host, ()) is known


def test_a_name_that_was_made_to_point_here_is_refused(client):
    assert client.get("/api/status", headers={"Host": "evil.example"}).status_code == 403
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 403


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:9999"}]
)
def test_a_change_must_come_from_a_page_of_this_server(client, bench, headers):
    body = {"left": "e1", "right": "e7", "verdict": "positive"}
    assert client.post("/api/judgements", json=body, headers=headers).status_code == 403
    assert bench.judgements() == ()


def test_a_change_without_origin_needs_what_the_browser_says(client):
    del client.headers["Origin"]
    body = {"left": "e1", "right": "e7", "verdict": "positive"}
    assert client.post("/api/judgements", json=body).status_code == 403
    assert client.post("/api/judgements", json=body, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/api/judgements", json=body, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_read_only_refuses_changes_and_says_so(bench):
    client = TestClient(
        create_app(bench, token=None, read_only=True, who="mira"), base_url=HOME, headers={"Origin": HOME}
    )
    assert client.get("/api/session").json()["read_only"] is True
    answer = client.post("/api/reviews", json={"relation": "r1", "review": "accepted"})
    assert answer.status_code == 403
    assert answer.json()["error"] == "ReadOnly"


@pytest.mark.parametrize("path", ["/", "/api/status", "/api/documents/none", "/assets/none.js"])
def test_every_response_carries_the_policy(client, path):
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers
