"""Pages that a firewall sends in place of what was asked for."""

from __future__ import annotations

import re

BLOCK_PAGE = "block_page"
"""Code of the Issue: what came is not the site's own page, and is asked for again."""
# The pages are short, and say what they are; a report about firewalls is neither.
LONGEST = 6000
MARKS = re.compile(
    "访问(?:过于|太)频繁|請求過於頻繁|您的(?:访问|请求)(?:被|已被)(?:拦截|阻断|拒绝)"
    "|您的IP[^<>]{0,20}(?:被|已)(?:封|禁|拦截)|网站防火墙|安全狗|云盾|知道创宇"
    "|请(?:输入|完成)(?:下方|下面的)?(?:验证码|安全验证)|人机验证"
    "|Request blocked|WAF|_guard/auto\\.js|aliyun_waf|cf-browser-verification"
)
TAG = re.compile("<[^<>]*>")
SHORT = 400
"""Characters of visible text: no article, only a message."""
SENTENCES = 4
"""A short report may have a box for a code below it (请输入验证码); a message that
blocks has a sentence or two."""


def block_mark(markup: str) -> str | None:
    """The words by which a page is known as a block page; null for any other."""
    if len(markup) > LONGEST:
        return None
    match = MARKS.search(markup)
    if match is None:
        return None
    shown = "".join(TAG.sub("", markup).split())
    tells = shown.count("。") >= SENTENCES
    return match[0] if len(shown) <= SHORT and not tells else None
