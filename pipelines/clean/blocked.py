"""Pages that a firewall sends in place of what was asked for."""

from __future__ import annotations

import re

BLOCK_PAGE = "block_page"
"""Code of the Issue: what came is not the site's own page, and is asked for again."""
# The pages are short, and say what they are; a report about firewalls is neither.
LONGEST = 6000
MARKS = re.compile(
    "访问(?:过于|太)频繁|請求過於頻繁|(?:操作|请求)(?:过于|太)频繁"
    "|您的(?:访问|请求)(?:被|已被)(?:拦截|阻断|拒绝)"
    "|您的IP[^<>]{0,20}(?:被|已)(?:封|禁|拦截)|网站防火墙|安全狗|云盾|知道创宇"
    "|请(?:输入|完成|进行)(?:下方|下面的|如下)?(?:验证码|安全验证|验证)|人机验证|滑动验证|(?:拖动|滑动)滑块"
    "|请输入图[中片](?:的)?(?:字符|验证码)|网络环境存在异常|访问行为(?:存在)?异常"
    "|Request blocked|WAF|_guard/auto\\.js|aliyun_waf|cf-browser-verification"
    "|challenge-platform|cf-chl"
)
# Pages of nothing but a script that sets a cookie and loads the page again: Aliyun's
# acw_sc__v2, 瑞数's $_ts, 加速乐's __jsl_clearance.
CHALLENGES = re.compile(
    "acw_sc__v2|\\$_ts\\b|__jsl_clearance|document\\.cookie[^<]{0,2000}location"
)
TAG = re.compile("<[^<>]*>")
SOURCE = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
SHORT = 400
"""Characters of visible text: no article, only a message."""
SENTENCES = 4
"""A short report may have a box for a code below it (请输入验证码); a message that
blocks has a sentence or two."""
LINKS = 12
"""A site's own page leads on; a message leads to its help, if anywhere."""
NOTHING = 60
"""Characters of visible text that a page which is only a script may have."""


def block_mark(markup: str, *, in_doubt: bool = False) -> str | None:
    """The words by which a page is known as a block page; null for any other.

    `in_doubt`: the page gave no text of a length, however long its markup is.
    """
    if len(markup) > LONGEST and not in_doubt:
        return None
    if in_doubt and markup.count("href") > LINKS:
        return None
    match, challenge = MARKS.search(markup), CHALLENGES.search(markup)
    if match is None and challenge is None:
        return None
    shown = "".join(TAG.sub("", SOURCE.sub("", markup)).split())
    if challenge is not None and len(shown) <= NOTHING:
        return challenge[0][:40]
    tells = shown.count("。") >= SENTENCES
    return match[0] if match and len(shown) <= SHORT and not tells else None
