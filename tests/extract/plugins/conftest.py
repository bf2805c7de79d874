"""A server on this machine that answers as a language model would, however badly."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass(slots=True)
class Model:
    """What the server answers, and what it was asked. ``raw`` replaces the whole body, ``status`` the code, ``slow`` waits so many seconds."""

    answer: Callable[[str], str] = lambda document: '{"mentions": []}'
    raw: bytes | None = None
    status: int = 200
    slow: float = 0.0
    asked: list[dict] = field(default_factory=list)
    headers: list[dict] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def model() -> Iterator[Model]:
    """A running server with its ``url``."""
    state = Model()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.asked.append(question)
            state.headers.append(dict(self.headers))
            time.sleep(state.slow)
            document = json.loads(question["messages"][1]["content"])["document"]
            told = {"choices": [{"message": {"content": state.answer(document)}}]}
            body = state.raw if state.raw is not None else json.dumps(told).encode()
            try:
                self.send_response(state.status)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Location", "http://192.0.2.1/")
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                return  # the asker has given up

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}/v1"
    yield state
    server.shutdown()
    thread.join()
    server.server_close()
