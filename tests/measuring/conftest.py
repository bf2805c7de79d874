"""The bench lies in the root of the repository and is not installed; a folder of tests called ``bench`` would hide it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
