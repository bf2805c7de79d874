"""Who may ask: the check of host, token and origin that stands before every route.

The address that is printed at the start carries a token once; it is exchanged for a cookie that scripts cannot read and other sites cannot send, and the
address is cleaned by a redirect. The screens themselves hold nothing of the case and are served to anybody; the API answers nobody without the token.
The trap is the name in ``Host``: a hostile page can make its own name resolve to this machine, so only addresses and known names are answered.
"""

import ipaddress
import secrets
from collections.abc import Collection
from hashlib import sha256
from hmac import compare_digest
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from cablegraph.web.faults import fault

SAFE_METHODS = frozenset({"GET", "HEAD"})


def is_known_host(host: str, names: Collection[str]) -> bool:
    """Whether a ``Host`` header (with or without port) names this server: an IP address, ``localhost`` or one of ``names``."""
    name = host[1 : host.find("]")] if host.startswith("[") else host.partition(":")[0]
    if name.lower() in {"localhost", *names}:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_same_origin(request: Request) -> bool:
    """Whether a request was sent by a page of this server, by what the browser says in ``Origin`` or ``Sec-Fetch-Site``."""
    origin = request.headers.get("origin")
    if origin is not None:
        return origin in {f"http://{request.headers.get('host', '')}", f"https://{request.headers.get('host', '')}"}
    return request.headers.get("sec-fetch-site") == "same-origin"


class Guard:
    """ASGI middleware; ``token`` None asks for none, ``names`` are host names beside the addresses of the machine."""

    def __init__(self, app: ASGIApp, *, token: str | None, read_only: bool, names: Collection[str] = ()) -> None:
        self.app = app
        self.token = token
        self.read_only = read_only
        self.names = frozenset(name.lower() for name in names)
        self.session = secrets.token_urlsafe(32)
        self.cookie = f"cablegraph-{sha256((token or '').encode()).hexdigest()[:12]}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what may not pass; hand on the rest."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        refusal = self._refuse(request)
        await (refusal or self.app)(scope, receive, send)

    def _refuse(self, request: Request) -> Response | None:
        if not is_known_host(request.headers.get("host", ""), self.names):
            return fault(
                "UnknownHost", "This server does not answer under that name. Use the address that it printed.", 403
            )
        if self.token is not None and "token" in request.query_params and request.method in SAFE_METHODS:
            return self._exchange(request)
        if not request.url.path.startswith("/api"):
            return None
        by_header = self._has_header(request)
        if self.token is not None and not by_header and not self._has_cookie(request):
            return fault("TokenNeeded", "Open the address that `cablegraph serve` printed; it carries the token.", 401)
        if request.method in SAFE_METHODS:
            return None
        if not by_header and not is_same_origin(request):
            return fault(
                "OtherOrigin", "The request does not come from a page of this server. Nothing was changed.", 403
            )
        if self.read_only:
            return fault("ReadOnly", "The case is served read-only. Nothing was changed.", 403)
        return None

    def _exchange(self, request: Request) -> Response:
        if not compare_digest(request.query_params["token"].encode(), (self.token or "").encode()):
            return fault(
                "TokenNeeded",
                "The token in the address is not that of this server. Use the address that it printed.",
                401,
            )
        rest = [(k, v) for k, v in parse_qsl(request.url.query, keep_blank_values=True) if k != "token"]
        path = "/" + request.url.path.lstrip("/\\")
        response = RedirectResponse(path + (f"?{urlencode(rest)}" if rest else ""), status_code=303)
        secure = request.url.scheme == "https"
        response.set_cookie(self.cookie, self.session, httponly=True, samesite="strict", secure=secure, path="/")
        return response

    def _has_cookie(self, request: Request) -> bool:
        return compare_digest(request.cookies.get(self.cookie, "").encode(), self.session.encode())

    def _has_header(self, request: Request) -> bool:
        kind, _, value = request.headers.get("authorization", "").partition(" ")
        known = (self.token or "").encode()
        return bool(known) and kind.lower() == "bearer" and compare_digest(value.strip().encode(), known)
