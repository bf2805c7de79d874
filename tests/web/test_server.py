import http.client
import socket
import threading
from urllib.parse import urlsplit

import pytest

from cablegraph.errors import UsageFault
from cablegraph.web import serve
from cablegraph.web.server import is_loopback


def test_the_announced_address_answers_at_once(bench):
    said, listening = [], threading.Event()

    def announce(address):
        said.append(address)
        listening.set()

    threading.Thread(target=serve, args=(bench,), kwargs={"token": "t", "announce": announce}, daemon=True).start()
    assert listening.wait(20)
    address = urlsplit(said[0])
    assert (address.scheme, address.hostname, address.query) == ("http", "127.0.0.1", "token=t")
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
    connection.request("GET", f"/?{address.query}")
    answer = connection.getresponse()
    assert (answer.status, answer.headers["location"]) == (303, "/")


def test_a_taken_port_is_said_plainly(bench):
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageFault, match="--port"):
        serve(bench, port=taken.getsockname()[1], token="t", announce=print)


def test_a_network_without_token_is_refused(bench):
    with pytest.raises(UsageFault, match="not loopback"):
        serve(bench, host="0.0.0.0", token=None, announce=print)


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("192.168.0.1", False),
        ("box", False),
    ],
)
def test_loopback(host, local):
    assert is_loopback(host) is local
