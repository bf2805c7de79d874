"""A reporter's questions to the network. ``from`` and ``to`` are ISO, to any precision."""

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Response

from cablegraph.model.answers import ChangeAnswer, ConnectionAnswer, EntityCard, MeasureAnswer
from cablegraph.web.answer import answer
from cablegraph.web.routes.time import ISO, From, To

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench

Confidence = Annotated[float, Query(ge=0, le=1)]


def question_routes(workbench: "Workbench") -> APIRouter:
    """Routes about the network as a whole."""
    router = APIRouter(tags=["questions"])

    @router.get("/connections", response_model=ConnectionAnswer)
    def connections(
        *, one: str, other: str, first: From = None, last: To = None, confidence: Confidence = 0.0, limit: Annotated[int, Query(ge=1, le=20)] = 5
    ) -> Response:  # fmt: skip
        """The shortest ways between two entities, each step with the relations that make it."""
        found = workbench.questions.connections(
            one, other, first=first, last=last, least_confidence=confidence, limit=limit
        )
        return answer(ConnectionAnswer, found)

    @router.get("/changes", response_model=ChangeAnswer)
    def changes(
        *,
        first: Annotated[str, Query(alias="from", pattern=ISO)],
        last: Annotated[str, Query(alias="to", pattern=ISO)],
        entity: str | None = None,
    ) -> Response:
        """What began, ended and happened between two dates."""
        return answer(ChangeAnswer, workbench.questions.changes(first, last, entity=entity))

    @router.get("/measures", response_model=MeasureAnswer)
    def measures(
        *, first: From = None, last: To = None, confidence: Confidence = 0.0, limit: Annotated[int, Query(ge=1, le=1000)] = 50
    ) -> Response:  # fmt: skip
        """Degree, betweenness, PageRank and communities, with what they cannot say."""
        found = workbench.questions.measures(first=first, last=last, least_confidence=confidence, limit=limit)
        return answer(MeasureAnswer, found)

    @router.get("/datasets/{name}/people", response_model=tuple[EntityCard, ...])
    def only_in(name: str) -> Response:
        """The people whom the documents of one dataset alone name."""
        return answer(tuple[EntityCard, ...], workbench.questions.only_in(name))

    return router
