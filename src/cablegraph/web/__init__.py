"""The web face: an HTTP API over one ``Workbench`` and the screens that speak to it.

``create_app`` builds the application, ``serve`` runs it on loopback. Nothing is known here of documents or people: requests are read, handed to the
workbench, and its answers leave as JSON. The screens are built from ``frontend/`` into ``static/`` by the package's own build.
"""

from cablegraph.web.app import create_app
from cablegraph.web.server import serve

__all__ = ["create_app", "serve"]
