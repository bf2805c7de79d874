"""The one object behind the command line, the web app and notebooks, and the road that documents take through the six steps."""

from cablegraph.workbench.progress import Pace, Progress, Report
from cablegraph.workbench.searching import NO_DATE
from cablegraph.workbench.workbench import Workbench

__all__ = ["NO_DATE", "Pace", "Progress", "Report", "Workbench"]
