"""Where the places of a case lie: a gazetteer of names in many scripts, and the choice among those who share a name.

Knows GeoNames' towns and CLDR's names of countries, both from packages; data, no network. What the case holds is told by the caller.
"""

from cablegraph.analyse.places.gazetteer import SOURCE, Place, find_matches
from cablegraph.analyse.places.locate import Located, Named, locate_places
from cablegraph.analyse.places.spelling import key_of

__all__ = ["SOURCE", "Located", "Named", "Place", "find_matches", "key_of", "locate_places"]
