"""The ledger of claims: what public texts say, and what a trove says to it.

Finds and weighs; gathering the passages of a case is the workbench's affair, the verdict a person's.
"""

from cablegraph.claims.find import AUTHOR, find_claimant, find_claims, kind_of
from cablegraph.claims.weigh import Weighed, weigh

CLAIMS_VERSION = "1"

__all__ = ["AUTHOR", "CLAIMS_VERSION", "Weighed", "find_claimant", "find_claims", "kind_of", "weigh"]
