"""Labelled facts on one line: `发布时间:2021年08月05日 来源:山西日报 点击率: 1767`."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Fact(StrEnum):
    """What a label announces."""

    PUBLISHER = "publisher"
    PUBLISHED = "published"
    MODIFIED = "modified"
    REPORTER = "reporter"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    ORIGINAL_TITLE = "original_title"
    SUMMARY = "summary"
    OTHER = "other"
    """A label whose value is of no use: clicks, font sizes, who typed it in."""


LABELS: dict[Fact, str] = {
    Fact.PUBLISHER: (
        "稿件来源 信息来源 文章来源 新闻来源 消息来源 资料来源 内容来源 本文来源 来源 来自"
        " 来源单位 来源部门 Source 稿源 出处 转载自 原载 信源 文章出处 新闻出处 来源网站 来源于 供稿来源 原文来源 转自"
    ),
    Fact.MODIFIED: "最后更新时间 最后更新 更新时间 更新日期 修改时间 更新于",
    Fact.PUBLISHED: (
        "发布时间 发布日期 刊发日期 出版日期 见报日期 报道日期 新闻时间 发表时间 发表日期 发稿时间 刊发时间 刊登日期 录入时间 添加时间"
        " 上传时间 信息时间 成文日期 生成日期 公开日期 公布日期 发文日期 发布于 发表于"
        " 文章时间 撰写时间 提交时间 日期时间 时间 日期 创建时间 加入时间 信息发布时间"
    ),
    Fact.REPORTER: (
        "本报记者 本网记者 全媒体记者 实习记者 见习记者 特约记者 文字记者 摄影记者 记者"
        " 通讯员 特约通讯员 本报通讯员 实习生 撰稿人 撰稿 撰文 文字 作者 采写 文章作者"
        " 原创作者 执笔 文图 图文 文、图 图、文 文"
    ),
    Fact.EDITOR: (
        "责任编辑 网络编辑 本文编辑 文字编辑 本期编辑 实习编辑 执行编辑 新媒体编辑 微信编辑"
        " 网页编辑 值班编辑 责编 美编 编辑 编审编辑 责任编审 网编 编发"
    ),
    Fact.REVIEWER: (
        "审核人 审稿人 审核 初审 复审 二审 三审 终审 审校 校对 审读 审签 签发 主编 监制 责校"
        " 值班主任 值班编委 审稿 编审 总监制 一审"
    ),
    Fact.ORIGINAL_TITLE: "原标题 原题 原题为 原标题为",
    Fact.SUMMARY: "内容摘要 内容提要 核心提示 摘要 导读 提要 导语",
    Fact.OTHER: (
        "點閱次數 点阅次数 点击次数 点击率 点击数 点击量 点击 浏览次数 浏览量 浏览数 浏览 阅读次数 阅读量"
        " 阅读数 阅读 访问次数 访问量 人气 热度 评论数 评论 收藏 字体大小 字体 字号 大小"
        " 分享到 分享 转发 打印 关闭 发布者 发布人 发布单位 发布机构 发布部门 供稿部门 录入者 录入人 录入"
        " 信息员 上传者 投稿人 供稿 来稿 供稿单位 摄影 摄像 图片 图片来源 题图来源 视频来源 音频来源 图 制图 视频 剪辑 策划 统筹"
        " 关键词 关键字 文章关键词 标签 栏目 分类 所属栏目 索引号 文号 发文字号 主题分类"
        " 发文机关 信息分类 有效性 您的位置 当前位置 我的位置 所在位置 位置 设计 版面 供图"
        " 出品 注册时间 最后登录 在线时间 上次登录 发布 阅读时长 朗读 播音 语音阅读 语音 体裁分类 公开方式 信息索引 主题词 名称 来稿单位"
    ),
}
KINDS = {word: fact for fact, words in LABELS.items() for word in words.split()}
LONGEST = max(map(len, KINDS))
# Words that also end other words: 资金来源 is caught by no rule, 开会时间 by this one.
AMBIGUOUS = frozenset(
    {"文", "图", "时间", "日期", "位置", "文字", "视频", "名称", "大小", "发布"}
)
SEPARATOR = re.compile(r"[:：|｜丨︱/／】]")
SLASHES = "/／"
# 文/张三, 图/李四: only behind these is a slash a colon.
SLASHED = "文图字影"
HAN = re.compile(r"[\u4e00-\u9fff]")
MARKS = " |｜丨︱,，;；/／【】〖〗[]()（）-—·●■◆>。"
TAB = "\t"
"""Stands between the texts of two elements of one line."""


class Labelled(NamedTuple):
    """One label of a line and what stands after it, up to the next label."""

    fact: Fact
    label: str
    value: str
    """Without the marks around it; elements separated by `TAB`."""
    start: int
    """Where the label begins in the line."""
    value_start: int
    """Where the value begins in the line."""


def labelled(line: str) -> list[Labelled]:
    """The labels of a line, in order; empty where it has none."""
    found: list[tuple[str, int, int]] = []
    for match in SEPARATOR.finditer(line):
        at = match.start()
        if line[at] in SLASHES and line[at - 1 : at] not in SLASHED:
            continue
        label = _label_before(line, at)
        if label is None:
            continue
        # 【记者】张三; the bracket of 【来源：某报】 follows no label.
        if line[at] != "】" or line[label[1] - 1 : label[1]] == "【":
            found.append((*label, _past_blanks(line, at + 1)))
    if not found:
        return []
    ends = [start for _, start, _ in found[1:]] + [len(line)]
    return [
        Labelled(KINDS[word], word, _stripped(line[after:end]), start, after)
        for (word, start, after), end in zip(found, ends, strict=True)
    ]


def _stripped(value: str) -> str:
    """Without the marks around it, but for the 》 of a 《 inside."""
    value = value.strip(MARKS + TAB + "》") + "》" * value.rstrip(MARKS + TAB).endswith(
        "》"
    )
    return value if value.count("《") >= value.count("》") else value.rstrip("》")


def _past_blanks(line: str, at: int) -> int:
    while at < len(line) and line[at] in " \t":
        at += 1
    return at


def _label_before(line: str, end: int) -> tuple[str, int] | None:
    """The longest label that ends at `end`, blanks inside allowed (来 源)."""
    word, best = "", None
    at = end
    while at > 0 and len(word) < LONGEST:
        at -= 1
        char = line[at]
        if char in " \t\xa0":
            # 本站原创  作者：, not 原创作者: a label found without its blanks is it.
            if best is not None or end - at > 2 * LONGEST:
                break
            continue
        word = char + word
        if word in KINDS:
            best = word, at
    if best is not None and best[0] in AMBIGUOUS and HAN.match(line[best[1] - 1 : end]):
        return best if best[1] == 0 else None
    return best
