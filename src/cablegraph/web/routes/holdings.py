"""What the case holds, file by file: completeness, files by name, deliveries compared, cables that are cited and not there, the run that goes on."""

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from cablegraph.model import FileState
from cablegraph.model.answers import CitingAnswer, CompletenessAnswer, FileLine, RunState, TrancheAnswer
from cablegraph.web.answer import answer

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench


def holdings_routes(workbench: "Workbench") -> APIRouter:
    """Routes about files and runs."""
    router = APIRouter(tags=["holdings"])

    @router.get("/completeness", response_model=CompletenessAnswer)
    def completeness(depth: Annotated[int, Query(ge=1, le=20)] = 2) -> Response:
        """The proof that the import is complete."""
        return answer(CompletenessAnswer, workbench.holdings.completeness(depth=depth))

    @router.get("/completeness.csv", response_class=StreamingResponse)
    def completeness_table(depth: Annotated[int, Query(ge=1, le=20)] = 2) -> Response:
        """The same as a table to keep."""
        head = {"Content-Disposition": 'attachment; filename="completeness.csv"'}
        return StreamingResponse(
            workbench.holdings.completeness_csv(depth=depth), media_type="text/csv; charset=utf-8", headers=head
        )

    @router.get("/files", response_model=tuple[FileLine, ...])
    def files(
        q: str = "",
        state: FileState | None = None,
        dataset: str | None = None,
        offset: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    ) -> Response:
        """Files by words of their names, whatever became of them."""
        found = workbench.holdings.files(q, state=state, dataset=dataset, offset=offset, limit=limit)
        return answer(tuple[FileLine, ...], found)

    @router.get("/tranches", response_model=TrancheAnswer)
    def tranches(earlier: str, later: str, limit: Annotated[int, Query(ge=1, le=10_000)] = 1000) -> Response:
        """What a later delivery adds, repeats, changes and lacks."""
        return answer(TrancheAnswer, workbench.holdings.compare(earlier, later, limit=limit))

    @router.get("/references", response_model=CitingAnswer)
    def references(limit: Annotated[int, Query(ge=1, le=10_000)] = 500) -> Response:
        """Which cables are cited most, which are cited and not in the case, and the numbers that series lack."""
        return answer(CitingAnswer, workbench.citing(limit=limit))

    @router.get("/run", response_model=RunState | None)
    def run() -> Response:
        """What the last run says of itself."""
        return answer(RunState | None, workbench.holdings.run())

    return router
