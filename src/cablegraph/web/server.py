"""Serving a case: a socket on loopback, the application on it, and the address with its token said once.

uvicorn's access log is off: it would write search words and the token to the terminal.
"""

import ipaddress
import socket
import webbrowser
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import uvicorn

from cablegraph.errors import UsageFault
from cablegraph.web.app import create_app

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench


def serve(
    workbench: "Workbench",
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str | None,
    read_only: bool = False,
    who: str = "reporter",
    open_browser: bool = False,
    announce: Callable[[str], None],
) -> None:
    """Serve a case until it is interrupted.

    Args:
        workbench: The open case; the caller closes it.
        host: The address to listen on; anything but loopback shows the case to the network.
        port: The port, 0 for any that is free.
        token: What the API asks for; None is refused unless ``host`` is loopback.
        read_only: Refuse judgements.
        who: Whose name stands under judgements.
        open_browser: Open the address in the user's browser.
        announce: Called once with the address, token included, when the socket listens.

    Raises:
        UsageFault: The port is taken, the host is not of this machine, or another machine could ask without a token.
    """
    if token is None and not is_loopback(host):
        raise UsageFault(
            f"{host} is not loopback, so anybody on the network could read the case. Serve it with a token."
        )
    listener = _listen(host, port)
    address = _address(listener, host) + (f"/?{urlencode({'token': token})}" if token else "/")
    app = create_app(workbench, token=token, read_only=read_only, who=who, names=_names(host))
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off", server_header=False)
    )
    with listener:
        announce(address)
        if open_browser:
            webbrowser.open(address)
        try:
            server.run(sockets=[listener])
        except KeyboardInterrupt:
            return


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a host."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(where)
        listener.listen(128)
    except OSError as error:
        raise UsageFault(
            f"Cannot listen on {host} port {port} ({error.strerror or error}). Choose another with --port."
        ) from error
    return listener


def _address(listener: socket.socket, host: str) -> str:
    port = listener.getsockname()[1]
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - what a person types instead
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def _names(host: str) -> tuple[str, ...]:
    return () if is_loopback(host) else (host, socket.gethostname())
