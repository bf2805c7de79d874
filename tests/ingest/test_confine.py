import multiprocessing
import socket

from cablegraph.ingest import limit_process
from cablegraph.ingest.confine import allow_seconds
from cablegraph.settings import Settings


def _confined(pipe) -> None:
    active = limit_process(Settings())
    allow_seconds(60)
    reached = True
    try:
        socket.create_connection(("192.0.2.1", 9), timeout=0.2)
    except TimeoutError:
        pass
    except OSError:
        reached = False
    pipe.send((active, reached))


def test_a_confined_process_has_limits_and_says_which():
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_confined, args=(there,))
    process.start()
    assert here.poll(30)
    active, reached = here.recv()
    process.join()
    assert {"core", "memory", "file-size", "cpu"} <= set(active)
    assert not ("network" in active and reached)
