"""Public tools that answer the same questions as cablegraph, measured in the same run on the same rows by the same scorer.

``answer`` runs in the environment of the peer (``.tools/peers``) and imports nothing of cablegraph; the rest runs in the project's own. A subject of
peers is one ``NAME.in`` with its lock (``scripts/peers.sh`` installs it) and one list in ``peers.yml``.
"""
