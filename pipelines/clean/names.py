"""Names of reporters and editors out of what stands after their label."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pipelines.lexicon.gazetteer import gazetteer
from pipelines.records.terms import Level

# Roles that stand before names inside a byline: 记者 A B 通讯员 C.
ROLE = re.compile(
    r"(?:记者|通讯员|实习生|撰稿人?|撰文|作者|报道员|评论员|特约|见习|实习|全媒体|首席"
    r"|文字|摄影|编辑|责编|校对|审核|视频|摄像|采写|执笔)(?=[:：/／ \t]|$)[:：/／ ]*"
    r"|(?<![\u4e00-\u9fff])(?:文|图)[:：/／]+"
    r"|(?:记者|通讯员|实习生)"
)
PAPER = re.compile(
    r"\s*(?P<paper>[\u4e00-\u9fff·\-—“”]+?)(?:见习|实习|特约|首席|全媒体|融媒体|融媒)?"
    r"(?:记者|通讯员)"
)
# 阮冠达/文 石美祥/摄: who only took the pictures.
PICTURED = re.compile(
    r"[、，,；;\s]+[\u4e00-\u9fff]{2,4}\s*[/／]\s*摄(?:影)?(?=[\s、，,；;）)]|$)"
)
# 王小川 临江报道: behind the names, the place where they wrote.
REPORTED_FROM = re.compile(r"(?<=\s)[\u4e00-\u9fff]{2,3}报道$")
# Behind names stand their bearers' codes: 孙某_NB12345, 李某PN012.
CODE = re.compile(r"[_ ]*[A-Za-z]+\d+$")
SPLIT = re.compile(
    r"[、,，/／;；&|｜丨\s]+|(?<=[\u4e00-\u9fff]{2})[和及](?=[\u4e00-\u9fff]{2})"
)
NAME = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003ffff]{2,4}")
# Names of minorities: given name and father's name around a dot.
DOTTED = re.compile(r"[\u4e00-\u9fff]{2,8}[·•・.][\u4e00-\u9fff]{2,8}")
# Endings of organizations and columns, which sign texts too.
ORGANIZATION = re.compile(
    r"[社报网台局办委厅处]$|(?<=..)[镇乡]$|街道$|(?<=...)[部室会院校科队组厂司站刊]$"
    r"|日报|晚报|新闻|中心|政府|客户端|公众号|频道|发布$|融媒|传媒|之声$|在线$|头条"
)


@cache
def not_names() -> frozenset[str]:
    """Words of two to four characters that stand among names and are none."""
    text = (files("pipelines.clean") / "not_names.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def names(value: str) -> tuple[str, ...]:
    """The names of a credit, in order, each once; what is no name is left out."""
    found: list[str] = []
    for part in _joined(SPLIT.split(ROLE.sub(" ", _of_writers(value)))):
        name = CODE.sub("", part.strip("()（）[]【】.。:： "))
        if name in found or not is_name(name):
            continue
        found.append(name)
    return tuple(found)


def _of_writers(value: str) -> str:
    """`value` without the paper's name, the place and who took the pictures."""
    told = REPORTED_FROM.search(value.rstrip())
    if told is not None and gazetteer().is_called(told[0].removesuffix("报道"), *Level):
        value = value[: told.start()]
    return _after_paper(PICTURED.sub("", value))


def _after_paper(value: str) -> str:
    """`南都见习记者 林某` without the paper's name, which touches the first role."""
    match = PAPER.match(value)
    return value[match.end("paper") :] if match else value


def is_name(text: str) -> bool:
    """Whether a word has the form of a person's name and is no other word."""
    if text in not_names() or text.startswith(("返回", "查看", "点击", "条评")):
        return False
    if DOTTED.fullmatch(text):
        return True
    if NAME.fullmatch(text) is None:
        return False
    # 李学社 is rarer among credits than 商报社; of two characters both are names.
    return len(text) == 2 or ORGANIZATION.search(text) is None


def is_organization(text: str) -> bool:
    """Whether a word reads like the name of an office or a paper."""
    return ORGANIZATION.search(text) is not None


def _joined(parts: list[str]) -> list[str]:
    """Names set with a space inside (李 明) put together again: one character is none."""
    done: list[str] = []
    single = False
    for part in filter(None, parts):
        if single and len(part) <= 2:
            done[-1] += part
        else:
            done.append(part)
        single = len(done[-1]) == 1
    return done
