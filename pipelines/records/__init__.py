"""Frozen records, each defined once."""
