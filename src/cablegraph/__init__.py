"""cablegraph: an offline workbench for leaked and declassified cables."""

__version__ = "0.1.0"
