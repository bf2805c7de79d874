"""Faults as JSON: every error leaves as ``{"error": name, "message": sentence}`` with the status that its class owns."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from cablegraph.errors import CablegraphError
from cablegraph.web.answer import answer
from cablegraph.web.shapes import ErrorAnswer


def fault(error: str, message: str, status: int) -> Response:
    """The response for one fault."""
    return answer(ErrorAnswer, ErrorAnswer(error, message), status=status)


def _known(_: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, CablegraphError) else 500
    return fault(type(error).__name__, str(error), status)


def _malformed(_: Request, error: Exception) -> Response:
    places = error.errors() if isinstance(error, RequestValidationError) else []
    named = "; ".join(f"{'.'.join(str(x) for x in e['loc'][1:]) or 'body'}: {e['msg']}" for e in places)
    return fault("UsageFault", f"The request cannot be understood ({named}). Nothing was changed.", 400)


def _http(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 405:
        return fault("UsageFault", "This address does not take that method.", status)
    return fault("NothingThere", "There is nothing at this address.", status)


def _unforeseen(_: Request, error: Exception) -> Response:
    return fault(
        "Unforeseen",
        f"The server met a fault it does not know ({type(error).__name__}). Nothing was changed. Its log names the place.",
        500,
    )


def install_faults(app: FastAPI) -> None:
    """Make an application answer all its faults as JSON."""
    app.add_exception_handler(CablegraphError, _known)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)
