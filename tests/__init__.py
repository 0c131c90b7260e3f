"""A package of its own: others that are installed ship a `tests` too."""
