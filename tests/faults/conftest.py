"""Tests of faults share their making with the bench, which lies in the root of the repository and is not installed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
