"""What people decide: candidates to judge, judgements and reviews, and taking them back."""

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Response

from cablegraph.model.answers import Candidate, MergeAnswer, ResolutionReport
from cablegraph.model.entity import Judgement
from cablegraph.web.answer import answer
from cablegraph.web.shapes import JudgementRequest, ReviewRequest, SplitRequest

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench


def work_routes(workbench: "Workbench", *, who: str) -> APIRouter:
    """Routes about decisions; all of them are signed ``who``."""
    router = APIRouter(tags=["work"])

    @router.get("/candidates", response_model=tuple[Candidate, ...])
    def candidates(limit: Annotated[int, Query(ge=1, le=500)] = 50) -> Response:
        """Pairs of entities that might be one, most telling first."""
        return answer(tuple[Candidate, ...], workbench.candidates(limit=limit))

    @router.get("/merge", response_model=MergeAnswer)
    def merge(left: str, right: str) -> Response:
        """Two entities side by side and as one, with what would then contradict itself; nothing is changed."""
        return answer(MergeAnswer, workbench.decisions.preview(left, right))

    @router.get("/resolution", response_model=ResolutionReport | None)
    def resolution() -> Response:
        """Which entities the last recompute changed, and why; null where nothing is known of it."""
        return answer(ResolutionReport | None, workbench.decisions.last_changes())

    @router.post("/splits", response_model=Judgement)
    def split(wanted: SplitRequest) -> Response:
        """Take what one document says out of an entity."""
        return answer(Judgement, workbench.decisions.split(wanted.referent, who=who, reason=wanted.reason))

    @router.get("/judgements", response_model=tuple[Judgement, ...])
    def judgements() -> Response:
        """Every decision, in the order in which they were made."""
        return answer(tuple[Judgement, ...], workbench.judgements())

    @router.post("/judgements", response_model=Judgement)
    def judge(wanted: JudgementRequest) -> Response:
        """Say that two entities are the same, different, or that nobody can tell."""
        made = workbench.judge(wanted.left, wanted.right, wanted.verdict, who=who, reason=wanted.reason)
        return answer(Judgement, made)

    @router.post("/judgements/{seq}/undo", response_model=Judgement)
    def undo(seq: int) -> Response:
        """Take a decision back; it stays on record."""
        return answer(Judgement, workbench.undo(seq, who=who))

    @router.post("/reviews", response_model=Judgement)
    def review(wanted: ReviewRequest) -> Response:
        """Accept or reject a relation that the machine proposed."""
        made = workbench.review(wanted.relation, wanted.review, who=who, reason=wanted.reason)
        return answer(Judgement, made)

    return router
