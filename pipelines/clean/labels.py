"""Labelled facts on one line: `发布时间:2021年08月05日 来源:山西日报 点击率: 1767`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


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


# Longest first where one begins another; blanks inside are matched loosely.
LABELS: dict[Fact, str] = {
    Fact.PUBLISHER: (
        "稿件来源 信息来源 文章来源 新闻来源 消息来源 资料来源 内容来源 本文来源 来源 来自"
        " 稿源 出处 转载自 原载"
    ),
    Fact.MODIFIED: "最后更新时间 最后更新 更新时间 更新日期 修改时间 更新于",
    Fact.PUBLISHED: (
        "发布时间 发布日期 发表时间 发表日期 发稿时间 刊发时间 刊登日期 录入时间 添加时间"
        " 上传时间 信息时间 成文日期 生成日期 公开日期 公布日期 发文日期 发布于 发表于"
        " 时间 日期"
    ),
    Fact.REPORTER: (
        "本报记者 本网记者 全媒体记者 实习记者 见习记者 特约记者 文字记者 摄影记者 记者"
        " 通讯员 特约通讯员 本报通讯员 实习生 撰稿人 撰稿 撰文 文字 作者 文/图 图/文 文"
    ),
    Fact.EDITOR: (
        "责任编辑 网络编辑 本文编辑 文字编辑 本期编辑 实习编辑 执行编辑 新媒体编辑 微信编辑"
        " 网页编辑 责编 美编 编辑"
    ),
    Fact.REVIEWER: (
        "审核人 审稿人 审核 初审 复审 二审 三审 终审 审校 校对 审读 审签 签发 主编 监制"
    ),
    Fact.ORIGINAL_TITLE: "原标题 原题",
    Fact.SUMMARY: "内容摘要 内容提要 核心提示 摘要 导读 提要",
    Fact.OTHER: (
        "点击次数 点击率 点击数 点击量 点击 浏览次数 浏览量 浏览数 浏览 阅读次数 阅读量"
        " 阅读数 阅读 访问次数 访问量 人气 热度 评论数 评论 收藏 字体大小 字体 字号"
        " 分享到 分享 转发 打印 关闭 发布者 发布人 发布单位 发布机构 录入者 录入人 录入"
        " 信息员 上传者 投稿人 供稿 摄影 摄像 图片 制图 视频 剪辑 策划 统筹 关键词 关键字"
        " 标签 栏目 分类 所属栏目 索引号 文号 发文字号 主题分类 发文机关 信息分类 有效性"
        " 您的位置 当前位置 我的位置 所在位置 位置"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One label of a line and what stands after it, up to the next label."""

    fact: Fact
    label: str
    value: str
    """Without the marks around it."""
    start: int
    """Where the label begins in the line."""
    value_start: int
    """Where the value begins in the line."""


def _pattern() -> re.Pattern[str]:
    words = sorted(
        {word for words in LABELS.values() for word in words.split()},
        key=len,
        reverse=True,
    )
    loose = ("[ ]?".join(map(re.escape, word)) for word in words)
    return re.compile(rf"(?P<label>{'|'.join(loose)}) ?(?:[:：|｜丨]|/(?!\w*/)) ?")


LABEL = _pattern()
KINDS = {word: fact for fact, words in LABELS.items() for word in words.split()}
MARKS = " |｜丨,，;；/【】[]()（）-—·●■◆>》"


def labelled(line: str) -> list[Labelled]:
    """The labels of a line, in order; empty where it has none."""
    matches = list(LABEL.finditer(line))
    ends = [*(match.start() for match in matches[1:]), len(line)][: len(matches)]
    return [
        Labelled(
            fact=KINDS[match["label"].replace(" ", "")],
            label=match["label"],
            value=line[match.end() : end].strip(MARKS),
            start=match.start(),
            value_start=match.end(),
        )
        for match, end in zip(matches, ends, strict=True)
    ]
