"""Invitations and addresses that sites stamp into the middle of sentences."""

from __future__ import annotations

import re
from typing import NamedTuple

# Most lines have none of these characters and are told by that at once; both scripts,
# for lines are read before they are converted.
SIGN = re.compile("[关關扫掃版转轉更wW]")
INVITATION = (
    r"(?:[关關]注|[扫掃][码碼一描]|更多(?:精彩|资讯|資訊|新闻|新聞|内容)|版[权權]所有"
    r"|[转轉][载載][请請]|www\.)"
)
# 会议强调，【更多精彩请关注某某发布】要压实责任: text stands on both sides.
BRACKETED = re.compile(
    rf"(?<=\S)[【\[（(〔][^【】\[\]（）()〔〕]{{0,30}}{INVITATION}"
    r"[^【】\[\]（）()〔〕]{0,30}[】\]）)〕](?=[^\s。])",
    re.IGNORECASE,
)
# 会议www.example.cn指出: an address inside running text that nobody is sent to.
ADDRESS = re.compile(
    r"(?<=[\u4e00-\u9fff，、])(?:https?://)?(?:www\.)[A-Za-z0-9.-]{2,40}\.(?:com|cn|net|org)"
    r"/?(?=[\u4e00-\u9fff，。、；])",
    re.IGNORECASE,
)
# 5 Y' T, g1 B! e( t. u7 s: what Discuz! sprinkles between paragraphs against copying.
JAMMER = re.compile(
    r"(?:(?<=[。！？；”）：])|^) ?(?=[^\u3400-\u9fff]*[\]\[`'^%$#@&*~|{}?+=]\S? )"
    r"[!-~]{1,2}(?: [!-~]{1,3}){7,}\s*$"
)
JAMMED = re.compile(r"[!-~] [!-~]{1,3} [!-~]{1,3}\s*$")
SENT_TO = re.compile(
    r"(?:登[录錄陆陸]|[访訪][问問]|[网網][址站页頁]|[链鏈][接結]|[点點][击擊]|[进進]入|[查][询詢]|官方?[网網]站?|[浏瀏][览覽]"
    r"|域名|[为為是至到于於在])[^，。]{0,6}$"
)
AROUND = 6
# 【导语】…【正文】…【同期声】…: the script of a television report, which sites post.
SCRIPTED = re.compile(
    r"【(?:导语|導語|正文|口播|配音|解说|解說|同期声?|同期聲|字幕|画外音|畫外音|记者出镜|出镜)】[:：]?\s*"
)


class Watermark(NamedTuple):
    """One stamp that was taken out of a line."""

    text: str
    before: str
    """What stands before it."""
    after: str
    """What stands after it."""


def without_watermarks(line: str) -> tuple[str, list[Watermark]]:
    """A line without what was stamped into its sentences, and the stamps."""
    found: list[Watermark] = []
    jam = JAMMER.search(line) if JAMMED.search(line[-16:]) else None
    if jam is not None:
        found.append(
            Watermark(jam[0], line[max(0, jam.start() - AROUND) : jam.start()], "")
        )
        line = line[: jam.start()]
    if "【" in line:
        for script in SCRIPTED.finditer(line):
            before = line[max(0, script.start() - AROUND) : script.start()]
            after = line[script.end() : script.end() + AROUND]
            found.append(Watermark(script[0], before, after))
        line = SCRIPTED.sub("", line)
    if SIGN.search(line) is None:
        return line, found
    for pattern in (BRACKETED, ADDRESS):
        kept, at = [], 0
        for match in pattern.finditer(line):
            before = line[max(0, match.start() - AROUND * 2) : match.start()]
            is_address = pattern is ADDRESS or "www." in match[0].lower()
            if is_address and SENT_TO.search(before):
                continue
            after = line[match.end() : match.end() + AROUND]
            found.append(Watermark(match[0], before[-AROUND:], after))
            kept.append(line[at : match.start()])
            at = match.end()
        line = "".join([*kept, line[at:]])
    return line, found
