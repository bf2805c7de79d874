"""The routes of the API, grouped by what they are about; each group is made over a workbench."""

from cablegraph.web.routes.documents import document_routes
from cablegraph.web.routes.entities import entity_routes
from cablegraph.web.routes.holdings import holdings_routes
from cablegraph.web.routes.material import material_routes
from cablegraph.web.routes.places import place_routes
from cablegraph.web.routes.questions import question_routes
from cablegraph.web.routes.time import time_routes
from cablegraph.web.routes.work import work_routes

__all__ = [
    "document_routes",
    "entity_routes",
    "holdings_routes",
    "material_routes",
    "place_routes",
    "question_routes",
    "time_routes",
    "work_routes",
]
