"""The case as a whole: session, status, search, problems, claims."""

from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Query, Response

from cablegraph import __version__
from cablegraph.model.answers import ClaimCard, ProblemCard, SearchAnswer, Status
from cablegraph.web.answer import answer
from cablegraph.web.shapes import SessionAnswer

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench

Values = Annotated[list[str], Query(max_length=100, default_factory=list)]


def material_routes(workbench: "Workbench", *, who: str, read_only: bool) -> APIRouter:
    """Routes about the case and what lies in it."""
    router = APIRouter(tags=["material"])

    @router.get("/session", response_model=SessionAnswer)
    def session() -> Response:
        """Who is at work and what may be changed."""
        return answer(SessionAnswer, SessionAnswer(who, read_only, __version__))

    @router.get("/status", response_model=Status)
    def status() -> Response:
        """The case at a glance."""
        return answer(Status, workbench.status())

    @router.get("/search", response_model=SearchAnswer)
    def search(
        *,
        q: str = "",
        dataset: Values,
        kind: Values,
        language: Values,
        type: Values,  # noqa: A002 - the name in the address
        year: Values,
        signal: Values,
        entity: Values,
        scripts: bool = True,
        stems: bool = True,
        sure: bool = False,
        sort: Literal["relevance", "date"] = "relevance",
        offset: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=200)] = 20,
    ) -> Response:
        """Documents that match; values of one filter are alternatives, different filters all hold; the year ``none`` is no confirmed date."""
        filters = {
            "dataset": dataset, "kind": kind, "language": language, "type": type, "year": year, "signal": signal, "entity": entity,
        }  # fmt: skip
        found = workbench.search(
            q,
            filters={key: values for key, values in filters.items() if values},
            scripts=scripts,
            stems=stems,
            sure=sure,
            sort=sort,
            offset=offset,
            limit=limit,
        )
        return answer(SearchAnswer, found)

    @router.get("/problems", response_model=tuple[ProblemCard, ...])
    def problems(dataset: str | None = None) -> Response:
        """Trouble in the material, each with its remedy."""
        return answer(tuple[ProblemCard, ...], workbench.problems(dataset=dataset))

    @router.get("/claims", response_model=tuple[ClaimCard, ...])
    def claims(document: str | None = None) -> Response:
        """Claims of the public record and what the trove says to them."""
        return answer(tuple[ClaimCard, ...], workbench.claims(document=document))

    return router
