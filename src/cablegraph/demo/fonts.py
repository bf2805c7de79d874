"""Which typeface the demo's Persian and Arabic pages are set in.

Knows where Amiri (SIL Open Font Licence) lies: in the wheel ``fontpkg-amiri``, else where Debian's package
``fonts-hosny-amiri`` puts it. Leaves the setting of pages to ``pages``. The trap: other Naskh faces compose their letters
from marks, and then the text layer of the finished PDF comes out with letters and slashes missing; so no other face is
taken, and without Amiri the pages that need it are left out and named.
"""

from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "fontpkg_amiri"
_IN_PACKAGE = "files/Amiri-Regular.ttf"
_ON_SYSTEM = (
    "/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf",
    "/usr/share/fonts/truetype/fonts-hosny-amiri/Amiri-Regular.ttf",
)


def find_font() -> Path | None:
    """The file of the Arabic-script typeface, or ``None`` where it is not installed."""
    spec = find_spec(_PACKAGE)
    places = [Path(place) / _IN_PACKAGE for place in (spec.submodule_search_locations or ())] if spec else []
    return next((path for path in (*places, *map(Path, _ON_SYSTEM)) if path.is_file()), None)
