"""A workbench over invented cables, and the application on it."""

import warnings

import pytest

from cablegraph.web import create_app

from .fake_workbench import FakeWorkbench

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

TOKEN = "a-token-for-the-tests"
HOME = "http://127.0.0.1:8000"


@pytest.fixture
def bench(tmp_path):
    return FakeWorkbench(tmp_path)


@pytest.fixture
def stranger(bench):
    """A client that knows nothing."""
    return TestClient(
        create_app(bench, token=TOKEN, read_only=False, who="mira"), base_url=HOME, follow_redirects=False
    )


@pytest.fixture
def client(stranger):
    """A client that has opened the printed address, and whose requests come from a page of the server."""
    stranger.get("/", params={"token": TOKEN})
    stranger.headers["Origin"] = HOME
    return stranger
