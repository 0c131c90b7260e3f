"""What an archive must be after whatever stopped its crawl, and the same command again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.crawler.local import Local


def assert_goes_on(stopped: Local, whole: Local) -> None:
    """A last crawl of `stopped` ends well; it then holds what `whole` does, each thing
    once, and nothing torn. Places and times differ, texts and meetings do not."""
    last = stopped.crawl("luyang")
    assert last.status == 0, last.err
    found = _texts(stopped)
    assert found == _texts(whole)
    assert max(found.values()) == 1
    assert _meetings(stopped) == _meetings(whole)
    verified = stopped.pipelines("verify", str(stopped.archive))
    assert verified.status == 0, verified.out


def _texts(local: Local) -> Counter[tuple[str, str]]:
    articles = local.records("articles")
    return Counter((each["url"], each["content_hash"]) for each in articles)


def _meetings(local: Local) -> Counter[str]:
    return Counter(each["id"] for each in local.records("meetings"))
