"""Where things happened: the places of the case on the map. ``from`` and ``to`` are ISO, to any precision."""

from typing import TYPE_CHECKING

from fastapi import APIRouter, Response

from cablegraph.model.answers import PlaceAnswer, PlacesAnswer
from cablegraph.web.answer import answer
from cablegraph.web.routes.time import From, To

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench


def place_routes(workbench: "Workbench") -> APIRouter:
    """Routes about places."""
    router = APIRouter(tags=["places"])

    @router.get("/places", response_model=PlacesAnswer)
    def places(*, first: From = None, last: To = None) -> Response:
        """The places of the case with what the gazetteer says of them."""
        return answer(PlacesAnswer, workbench.places(first=first, last=last))

    @router.get("/places/{id}", response_model=PlaceAnswer)
    def place(id: str, *, first: From = None, last: To = None) -> Response:  # noqa: A002 - the name in the address
        """One place with what happened there and who names it."""
        return answer(PlaceAnswer, workbench.place(id, first=first, last=last))

    return router
