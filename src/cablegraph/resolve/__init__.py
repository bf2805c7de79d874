"""Who is who: referents of documents become entities of a case, under the judgement of people.

Pure functions; where they come from and go to is the workbench's affair.
"""

from cablegraph.resolve.known_bodies import KnownBodies, read_bodies, seed_text
from cablegraph.resolve.resolve import RESOLVE_VERSION, Resolution, resolve

__all__ = ["RESOLVE_VERSION", "KnownBodies", "Resolution", "read_bodies", "resolve", "seed_text"]
