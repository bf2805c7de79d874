"""The command line: parse, call the workbench, show. Every command has ``--json``; errors go to standard error with the exit codes of ``errors``."""

from cablegraph.cli.main import app, main

__all__ = ["app", "main"]
