"""Pages of a firewall, on every road: no article, and asked for again."""

from __future__ import annotations

import pytest

from pipelines import extract
from pipelines.archive.entry import result_entry
from pipelines.archive.log import Outcome
from pipelines.clean.blocked import block_mark
from tests.clean.pages import html_page
from tests.made import site

REPORT = (
    "<p>"
    + "县委书记王一川说，网站防火墙要守好，您的访问被拦截的事不能再有。" * 20
    + "</p>"
)
CASES = [
    ("<h1>您的访问被拦截</h1>", True),
    ("<title>403</title><p>网站防火墙</p>", True),
    ("<p>Request blocked.</p>", True),
    ("<p>请完成安全验证</p>", True),
    (REPORT, False),
    ("<p>县委召开会议。</p>", False),
    # a short report on a page with a box for a code
    ("<p>" + "县委召开会议。" * 5 + "</p><p>请输入验证码</p>", False),
    ("<script>" + "x" * 7000 + "</script>网站防火墙", False),
]


@pytest.mark.parametrize(("markup", "is_block"), CASES)
def test_block_pages(markup: str, is_block: bool) -> None:
    assert (block_mark(markup) is not None) is is_block


def test_a_block_page_is_a_failure_and_no_duplicate_of_the_next() -> None:
    page = html_page("<h1>您的访问被拦截</h1>").pages.pages[0]
    result = extract([page], site())
    entry = result_entry(result)
    assert result.article is None
    assert [issue.code for issue in result.issues] == ["block_page"]
    assert (entry.outcome, entry.reason, entry.fingerprint) == (
        Outcome.FAILED,
        "block page",
        None,
    )
