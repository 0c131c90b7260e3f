"""Documents → Article: chrome off, facts kept."""

from __future__ import annotations

from pipelines.clean.article import clean

__all__ = ["clean"]
