"""The contract: the OpenAPI description of the API as text, from which the screens' types are generated.

``python -m cablegraph.web.contract FILE`` writes it; ``frontend/openapi.json`` is that file, and a test keeps it equal to what the code says.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cablegraph.web.app import create_app

if TYPE_CHECKING:
    from cablegraph.workbench import Workbench


def contract() -> str:
    """The OpenAPI description as indented JSON; it depends on the code alone, never on a case."""
    nobody = cast("Workbench", None)
    description = create_app(nobody, token=None, read_only=False, who="").openapi()
    description["info"]["version"] = "1"
    return json.dumps(description, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(contract(), encoding="utf-8")
