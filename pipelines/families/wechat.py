"""WeChat public accounts: mp.weixin.qq.com/s/…, and copies of its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.families.base import Family
from pipelines.families.scripts import scripts_with

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

# var ct = "1647164460"; older pages: var publish_time = "2019-03-05"; newer:
# createTime = '2022-03-13 17:41'. `svr_time` and `oriCreateTime` are the page's clock
# and the first draft.
EPOCH = re.compile(r"\bct\s*=\s*[\"'](\d{10})[\"']")
PRINTED = re.compile(
    r"\b(?:createTime|publish_time)\s*[=:]\s*[\"'](\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)[\"']"
)


class WeChat(Family):
    name = "wechat"
    text = ("#js_content",)
    title_at = ("#activity-name", ".rich_media_title")
    account_at = ("#js_name", ".profile_nickname")
    byline_at = ("#js_author_name", "#js_author_name_text")

    def published(self, tree: LexborHTMLParser) -> str:
        """The time that only the page's script knows."""
        for script in scripts_with(tree, ("ct =", "ct=", "createTime", "publish_time")):
            for pattern in (EPOCH, PRINTED):
                match = pattern.search(script)
                if match is not None:
                    return match[1]
        return ""
