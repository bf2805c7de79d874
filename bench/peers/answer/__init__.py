"""The peers behind the contract of ``cablegraph lines``: JSON Lines in, JSON Lines out. Runs in the environment of the peer."""
