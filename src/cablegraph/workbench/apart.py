"""Which passages rest on words that a file holds and does not show: tracked deletions, hidden paragraphs, sheets and slides, comments, speaker's notes.

Knows the regions of pages that readers set apart. The trap: such pages are few and regions are stored with every page that has any, so only pages that name
one of the kinds are loaded.
"""

from dataclasses import dataclass, field, replace

import sqlalchemy as sa

from cablegraph.model import APART, Citation, Region, find_apart
from cablegraph.store.tables import page


@dataclass(frozen=True, slots=True)
class Apart:
    """The regions set apart, by document and number of the page."""

    regions: dict[tuple[str, int], tuple[Region, ...]] = field(default_factory=dict)

    def mark(self, citation: Citation) -> Citation:
        """The citation with what its words are where the document does not show them as its own."""
        regions = self.regions.get((citation.document, citation.page))
        if regions is None:
            return citation
        kind = find_apart(regions, citation.start, citation.end)
        return replace(citation, apart=kind) if kind else citation


def load_apart(connection: sa.Connection) -> Apart:
    """Everything that is set apart in a case."""
    stored = sa.cast(page.c.regions, sa.Text)
    query = sa.select(page.c.document, page.c.number, page.c.regions).where(
        page.c.regions.is_not(None), sa.or_(*(stored.contains(f'"{kind}"') for kind in sorted(APART)))
    )
    return Apart({(r.document, r.number): tuple(Region(*x) for x in r.regions) for r in connection.execute(query)})
