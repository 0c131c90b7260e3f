"""Names of reporters and editors out of what stands after their label."""

from __future__ import annotations

import re

# Roles that stand before names inside a byline: 记者 A B 通讯员 C.
ROLE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}?(?:全媒体|融媒体?|客户端|见习|实习|特约|首席|特派|本报|本网|驻\w{2,4}))?"
    r"(?:记者|通讯员|实习生|撰稿|撰文|作者)[:： ]*"
)
SPLIT = re.compile(r"[、,，/／;；&|｜丨]| 和 |\s+")
NAME = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003ffff]{2,4}")
# Names of minorities: given name and father's name around a dot.
DOTTED = re.compile(r"[\u4e00-\u9fff]{2,8}[·•・.][\u4e00-\u9fff]{2,8}")
# Two-character words that stand among names in credits and are none.
NOT_NAMES = frozenset(
    {
        "摄影",
        "图文",
        "文图",
        "综合",
        "整理",
        "报道",
        "摄像",
        "实习",
        "记者",
        "编辑",
        "本报",
        "本网",
        "供稿",
        "来源",
        "新华社",
        "新华网",
        "人民网",
        "中新社",
        "中新网",
        "央视网",
        "管理员",
        "匿名",
        "佚名",
        "未知",
        "暂无",
        "网络",
        "本站",
        "原创",
        "转载",
        "发布",
    }
)


def names(value: str) -> tuple[str, ...]:
    """The names of a credit, in order, each once; what is no name is left out."""
    found: list[str] = []
    for part in _joined(SPLIT.split(ROLE.sub(" ", value))):
        name = part.strip("()（）[]【】.。:： ")
        if name in NOT_NAMES or name in found:
            continue
        if NAME.fullmatch(name) or DOTTED.fullmatch(name):
            found.append(name)
    return tuple(found)


def _joined(parts: list[str]) -> list[str]:
    """Names set with a space inside (李 明) put together again."""
    done: list[str] = []
    single = False
    for part in filter(None, parts):
        if len(part) == 1 and single and len(done[-1]) == 1:
            done[-1] += part
        else:
            done.append(part)
        single = len(part) == 1
    return done
