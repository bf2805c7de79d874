"""The tables of the comparison as arrays: what letters cost, and what each number of evidence counts for.

Read from ``data`` once. ``fingerprint`` says which tables a stored index was made with.

The trap: units are numbered in the order of the YAML tables, so stored units mean nothing under other tables.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files

import numpy as np

from cablegraph.names.kernel.layout import Tables
from cablegraph.names.sounds import CLASSES, COSTS, GAPS, load_yaml

FEATURES = (
    "bias", "evidence", "worst", "last_loss", "conflict", "conflict_more", "conflict_first", "conflict_last",
    "omit_first", "omit_prefix", "omit_middle", "omit_last", "one_met", "one_part", "turned", "other_form",
)  # fmt: skip
"""The numbers of ``kernel.evidence``, in its order."""


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The tables as the compiled functions take them."""
    weights = load_yaml("weights")["weights"]
    return Tables(
        costs=np.array(COSTS, np.float64),
        gaps=np.array(GAPS, np.float64),
        classes=np.array(CLASSES, np.uint8),
        weights=np.array([weights[name] for name in FEATURES], np.float64),
    )


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """A name for the present tables of this room; an index made with others has to be made anew."""
    stamp = blake2b(digest_size=12)
    for table in sorted((files("cablegraph.names") / "data").iterdir(), key=lambda t: t.name):
        if table.name.endswith(".yml") and table.name not in {"weights.yml", "romanise.yml"}:
            stamp.update(table.read_bytes())
    return stamp.hexdigest()
