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


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium; the tests that ask for it are skipped where it cannot run."""
    from .browsing import chromium, why_not

    reason = why_not()
    if reason:
        pytest.skip(reason)
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """The address, token included, of a server over the invented cables."""
    from .browsing import start_server

    return start_server(FakeWorkbench(tmp_path_factory.mktemp("invented")))


@pytest.fixture
def open_page(browser):
    """Opens addresses in a window of its own; afterwards nothing may have been complained of in the console."""
    from .browsing import Window

    windows = []

    def opened(address, **options):
        window = Window(browser, address, **options)
        windows.append(window)
        return window.page

    yield opened
    for window in windows:
        window.close()
        assert window.complaints == []
