"""The application: guard, headers, faults, routes and screens put together over one workbench.

Endpoints are plain functions, so that FastAPI runs them in its pool of threads; the workbench may be read from several threads at once.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig

from cablegraph import __version__
from cablegraph.web.faults import install_faults
from cablegraph.web.guard import Guard
from cablegraph.web.headers import SafeHeaders
from cablegraph.web.routes import (
    document_routes,
    entity_routes,
    holdings_routes,
    material_routes,
    place_routes,
    question_routes,
    time_routes,
    work_routes,
)
from cablegraph.web.screens import install_screens
from cablegraph.web.shapes import ErrorAnswer

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench

FAULTS: dict[int | str, dict[str, object]] = {
    "4XX": {"model": ErrorAnswer, "description": "The request was refused; the message says why and what to do."},
    "5XX": {"model": ErrorAnswer, "description": "The server failed; nothing was changed."},
}

SILENT: TelemetryConfig = {
    "tracing": False, "metrics": False, "logs": False, "operation_spans": False, "auto_configure": False
}  # fmt: skip
"""FastAPI can report requests to a collector that the environment names; here it never does."""


def create_app(
    workbench: "Workbench", *, token: str | None, read_only: bool, who: str, names: Collection[str] = ()
) -> FastAPI:
    """The web application over a case.

    Args:
        workbench: The open case.
        token: What a request to ``/api`` must know; None asks for nothing (tests, or a proxy that checks by itself).
        read_only: Refuse every request that would change the case.
        who: Whose name stands under judgements.
        names: Host names that the server answers to, beside ``localhost`` and IP addresses.
    """
    app = FastAPI(
        title="cablegraph",
        version=__version__,
        summary="The API of one case, spoken by the screens and by scripts.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        telemetry=SILENT,
    )
    install_faults(app)
    for router in (
        material_routes(workbench, who=who, read_only=read_only),
        holdings_routes(workbench),
        document_routes(workbench),
        entity_routes(workbench),
        time_routes(workbench),
        place_routes(workbench),
        question_routes(workbench),
        work_routes(workbench, who=who),
    ):
        app.include_router(router, prefix="/api", responses=FAULTS)
    install_screens(app)
    app.add_middleware(Guard, token=token, read_only=read_only, names=names)
    app.add_middleware(SafeHeaders)
    return app
