"""The version that every record names as its reader."""

from __future__ import annotations

EXTRACTOR_VERSION = "0.1.0"
