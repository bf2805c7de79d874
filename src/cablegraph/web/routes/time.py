"""Relations in time: the network, single relations, the timeline. ``from``, ``to`` and ``at`` are ISO, to any precision."""

from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from cablegraph.model.answers import NetworkAnswer, PostsAnswer, RelationCard, TimelineAnswer
from cablegraph.publish import timeline_lines
from cablegraph.web.answer import answer

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench

ISO = r"^\d{4}(-\d{2}(-\d{2})?)?$"
Day = Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$")]
From = Annotated[str | None, Query(alias="from", pattern=ISO)]
To = Annotated[str | None, Query(alias="to", pattern=ISO)]
Types = Annotated[list[str], Query(alias="type", max_length=50, default_factory=list)]
Kind = Literal["relation", "document"]
_ALL = 1_000_000_000


def time_routes(workbench: "Workbench") -> APIRouter:
    """Routes about relations and events."""
    router = APIRouter(tags=["time"])

    @router.get("/network", response_model=NetworkAnswer)
    def network(
        *,
        at: Day = None,
        first: From = None,
        last: To = None,
        types: Types,
        entity: str | None = None,
        depth: Annotated[int, Query(ge=1, le=4)] = 1,
        confidence: Annotated[float, Query(ge=0, le=1)] = 0.0,
        limit: Annotated[int, Query(ge=1, le=20000)] = 2000,
    ) -> Response:
        """Entities and the relations between them, on a day, in a range, or of all time."""
        found = workbench.network(
            at=at,
            first=first,
            last=last,
            types=types,
            entity=entity,
            depth=depth,
            least_confidence=confidence,
            limit=limit,
        )
        return answer(NetworkAnswer, found)

    @router.get("/posts", response_model=PostsAnswer)
    def posts(
        *,
        at: Day = None,
        post: str | None = None,
        person: str | None = None,
        changed: bool = False,
        offset: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    ) -> Response:
        """Who held which post, one after the other, or on one day."""
        found = workbench.posts(at=at, post=post, person=person, changed=changed, offset=offset, limit=limit)
        return answer(PostsAnswer, found)

    @router.get("/relations/{id}", response_model=RelationCard)
    def relation(id: str) -> Response:  # noqa: A002 - the name in the address
        """One relation with all its citations."""
        return answer(RelationCard, workbench.relation(id))

    @router.get("/timeline", response_model=TimelineAnswer)
    def timeline(
        *,
        first: From = None,
        last: To = None,
        entity: str | None = None,
        types: Types,
        kind: Kind | None = None,
        offset: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=2000)] = 200,
    ) -> Response:
        """Relations and documents in order of time."""
        found = workbench.timeline(
            first=first, last=last, entity=entity, types=types, kind=kind, offset=offset, limit=limit
        )
        return answer(TimelineAnswer, found)

    @router.get("/timeline.csv", response_class=StreamingResponse)
    def timeline_table(
        *, first: From = None, last: To = None, entity: str | None = None, types: Types, kind: Kind | None = None
    ) -> Response:
        """The whole timeline as a table to keep, with three calendars."""
        found = workbench.timeline(first=first, last=last, entity=entity, types=types, kind=kind, limit=_ALL)
        head = {"Content-Disposition": 'attachment; filename="timeline.csv"'}
        return StreamingResponse(timeline_lines(found), media_type="text/csv; charset=utf-8", headers=head)

    @router.get("/timeline.json", response_model=TimelineAnswer)
    def timeline_file(
        *, first: From = None, last: To = None, entity: str | None = None, types: Types, kind: Kind | None = None
    ) -> Response:
        """The whole timeline as a file to keep."""
        found = workbench.timeline(first=first, last=last, entity=entity, types=types, kind=kind, limit=_ALL)
        file = answer(TimelineAnswer, found)
        file.headers["Content-Disposition"] = 'attachment; filename="timeline.json"'
        return file

    return router
