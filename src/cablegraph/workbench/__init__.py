"""The one object behind the command line, the web app and notebooks, and the road that documents take through the six steps."""

from cablegraph.workbench.progress import Pace, Progress, Report
from cablegraph.workbench.workbench import Workbench

__all__ = ["Pace", "Progress", "Report", "Workbench"]
