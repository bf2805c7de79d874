"""Answers as JSON: the dataclasses of ``cablegraph.model.answers`` go out as they are.

FastAPI would copy and check each answer before writing it, which costs seconds on a network of 20,000 lines; here a cached serialiser writes the
object once. The routes still name their models, so that the OpenAPI contract is complete.
"""

from functools import cache
from typing import Any

from fastapi import Response
from pydantic import TypeAdapter


@cache
def _writer(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def answer(kind: Any, value: object, *, status: int = 200) -> Response:
    """A JSON response of a value.

    Args:
        kind: The type that the contract names for it, such as ``Status`` or ``tuple[ProblemCard, ...]``.
        value: An object of that type.
        status: The HTTP status.
    """
    return Response(_writer(kind).dump_json(value), status_code=status, media_type="application/json")
