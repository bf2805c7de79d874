"""``python -m cablegraph`` is the command ``cablegraph``."""

from cablegraph.cli import main

main()
