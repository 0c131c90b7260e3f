"""Findings of a run, sent to a person who wants to know."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.settings import BaseSettings

    from crawler.monitors import Finding

logger = logging.getLogger(__name__)


def notify(settings: BaseSettings, site: str, found: Sequence[Finding]) -> None:
    """Send the findings to NOTIFY_URLS; a notice that cannot be sent is logged."""
    urls = settings.getlist("NOTIFY_URLS")
    if not urls or not found:
        return
    try:
        import apprise  # noqa: PLC0415 (an extra that few install)
    except ImportError:
        logger.error("NOTIFY_URLS needs: pip install 'huiyi[notify]'")
        return
    sender = apprise.Apprise()
    for url in urls:
        sender.add(url)
    body = "\n".join(finding.words for finding in found)
    if not sender.notify(title=f"huiyi: {site}", body=body):
        logger.error("A notice of %s could not be sent", site)
