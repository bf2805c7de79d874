"""A reporter's questions to the network. ``from`` and ``to`` are ISO, to any precision."""

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Response

from cablegraph.model.answers import (
    BetweenAnswer,
    CaptureAnswer,
    ChangeAnswer,
    ConnectionAnswer,
    Contradiction,
    EntityCard,
    Handler,
    MeasureAnswer,
    MeetingsAnswer,
    Switch,
)
from cablegraph.web.answer import answer
from cablegraph.web.routes.time import ISO, From, To

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench

Confidence = Annotated[float, Query(ge=0, le=1)]
Names = Annotated[list[str], Query(min_length=1, max_length=20)]


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

    _power_routes(router, workbench)
    return router


def _power_routes(router: APIRouter, workbench: "Workbench") -> None:
    """Routes about who holds whom."""

    @router.get("/capture", response_model=CaptureAnswer)
    def capture(
        *, body: Names, power: Names, first: From = None, last: To = None, limit: Annotated[int, Query(ge=1, le=1000)] = 100
    ) -> Response:  # fmt: skip
        """The posts of an institution or a country, their holders, and what ties them to a power; several names count as one."""
        found = workbench.questions.capture(body, power, first=first, last=last, limit=limit)
        return answer(CaptureAnswer, found)

    @router.get("/between", response_model=BetweenAnswer)
    def between(*, service: str, body: str, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Response:
        """Who stands between a foreign service and the posts of a state."""
        return answer(BetweenAnswer, workbench.questions.between(service, body, limit=limit))

    @router.get("/switches", response_model=tuple[Switch, ...])
    def switches(*, entity: str | None = None, first: From = None, last: To = None) -> Response:
        """Who changed sides, when and on whose word, with what speaks against it."""
        found = workbench.questions.switches(entity=entity, first=first, last=last)
        return answer(tuple[Switch, ...], found)

    @router.get("/contradictions", response_model=tuple[Contradiction, ...])
    def contradictions(*, entity: str | None = None) -> Response:
        """Pairs of statements that cannot both hold."""
        return answer(tuple[Contradiction, ...], workbench.questions.contradictions(entity=entity))

    @router.get("/handlers", response_model=tuple[Handler, ...])
    def handlers(*, handler: str | None = None) -> Response:
        """Whom a handler or a service recruited or ran."""
        return answer(tuple[Handler, ...], workbench.questions.handlers(handler))

    @router.get("/meetings", response_model=MeetingsAnswer)
    def meetings(
        *, who: str | None = None, whom: str | None = None, first: From = None, last: To = None, limit: Annotated[int, Query(ge=1, le=2000)] = 200
    ) -> Response:  # fmt: skip
        """Who met whom, when and where, and where else both were on that day."""
        found = workbench.questions.meetings(who, whom, first=first, last=last, limit=limit)
        return answer(MeetingsAnswer, found)
