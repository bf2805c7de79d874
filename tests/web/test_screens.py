import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from cablegraph.web.screens import install_screens


@pytest.fixture
def site(tmp_path):
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text("<title>cablegraph</title>")
    (static / "assets" / "main-1234.js").write_text("0")
    (tmp_path / "secret.txt").write_text("a secret")
    app = FastAPI()
    install_screens(app, static)
    return TestClient(app)


@pytest.mark.parametrize("path", ["/", "/search?q=x", "/documents/d-1", "/entities/کاوه رستگار", "/no/such/screen"])
def test_every_address_of_the_browser_gets_the_page(site, path):
    assert "<title>cablegraph" in site.get(path).text


def test_built_files_are_kept_and_the_page_is_not(site):
    assert "immutable" in site.get("/assets/main-1234.js").headers["cache-control"]
    assert site.get("/").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/assets/none.js", "/api/none"])
def test_what_is_missing_is_not_the_page(site, path):
    assert site.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/..%2Fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/%2e%2e/secret.txt"]
)
def test_nothing_outside_is_served(site, path):
    assert "a secret" not in site.get(path).text


def test_unbuilt_screens_are_explained(tmp_path):
    app = FastAPI()
    install_screens(app, tmp_path / "none")
    answer = TestClient(app).get("/")
    assert answer.status_code == 503
    assert "npm" in answer.text
