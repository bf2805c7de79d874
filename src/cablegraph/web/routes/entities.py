"""Entities: the list, and everything known of one. An address may hold an id or a name in any script."""

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Response

from cablegraph.model.answers import EntityAnswer
from cablegraph.web.answer import answer
from cablegraph.web.shapes import EntityList

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench


def entity_routes(workbench: "Workbench") -> APIRouter:
    """Routes about entities."""
    router = APIRouter(prefix="/entities", tags=["entities"])

    @router.get("", response_model=EntityList)
    def entities(
        q: str = "",
        schema: str | None = None,
        offset: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=500)] = 50,
    ) -> Response:
        """Entities whose names match, those with most documents first."""
        total, cards = workbench.entities(q, schema=schema, offset=offset, limit=limit)
        return answer(EntityList, EntityList(total, cards))

    @router.get("/{id:path}", response_model=EntityAnswer)
    def entity(id: str) -> Response:  # noqa: A002 - the name in the address
        """Everything that the case knows of an entity, by id, referent or name."""
        return answer(EntityAnswer, workbench.entity(id))

    return router
