"""One document: its text and what is lit in it, the pictures of its pages, the original.

Pictures are made by cablegraph and may be shown; an original is hostile until proven otherwise and only ever leaves as a download.
"""

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import FileResponse

from cablegraph.model.answers import DifferenceAnswer, DocumentAnswer
from cablegraph.web.answer import answer
from cablegraph.web.shapes import DocumentLabel

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench


def document_routes(workbench: "Workbench") -> APIRouter:
    """Routes about single documents."""
    router = APIRouter(prefix="/documents", tags=["documents"])

    @router.get("", response_model=dict[str, DocumentLabel])
    def labels(id: Annotated[list[str], Query(max_length=100)]) -> Response:  # noqa: A002 - the name in the address
        """The labels of up to 100 documents; ids that the case does not know are left out."""
        lines = workbench.snapshot().lines
        known = {key: DocumentLabel(lines[key].title, lines[key].date, lines[key].record) for key in id if key in lines}
        return answer(dict[str, DocumentLabel], known)

    @router.get("/{id}", response_model=DocumentAnswer)
    def document(id: str, q: str | None = None) -> Response:  # noqa: A002 - the name in the address
        """A document; with ``q`` the hits of that search are lit in its text."""
        return answer(DocumentAnswer, workbench.document(id, query=q or None))

    @router.get("/{id}/differences/{other}", response_model=DifferenceAnswer)
    def differences(id: str, other: str) -> Response:  # noqa: A002 - the name in the address
        """Two documents side by side, word by word."""
        return answer(DifferenceAnswer, workbench.compare(id, other))

    @router.get("/{id}/pages/{number}.png", response_class=Response, responses={200: {"content": {"image/png": {}}}})
    def page(
        id: str,  # noqa: A002 - the name in the address
        number: Annotated[int, Path(ge=1)],
        width: Annotated[int, Query(ge=50, le=3000)] = 1200,
    ) -> Response:
        """The picture of a page, ``width`` pixels wide."""
        return Response(workbench.page_image(id, number, width=width), media_type="image/png")

    @router.get("/{id}/original", response_class=FileResponse)
    def original(id: str) -> Response:  # noqa: A002 - the name in the address
        """The original file, always as a download."""
        path, mime, name = workbench.original(id)
        headers = {"Content-Security-Policy": "default-src 'none'; sandbox"}
        return FileResponse(
            path, media_type=mime, filename=name, content_disposition_type="attachment", headers=headers
        )

    return router
