"""Commentaries: a writer's own view, which brings up meetings as examples."""

from __future__ import annotations

import re

_FIRST_PERSON = re.compile(
    r"(?<![自])我(?![市县省区国们州校院镇乡军党旗盟公集局厂委社])"
)
_TITLE = re.compile(
    r"体会|心得|感悟|随笔|评论|时评|社论|观察$|漫谈|杂谈|有感|之我见|(?<![座会约漫洽])谈(?![会话判])|论(?!坛|证)|思考|启示"
)
# Each is how commentaries speak, and reports of meetings seldom do.
_SIGNS = tuple(
    map(
        re.compile,
        (
            r"某[省市县区局镇乡村厂单地]|一些(?:地方|部门|单位|干部)|有[的些](?:地方|部门|单位|干部)",
            r"笔者|在我看来|依我看",
            r"前不久|前些[天年日]|当年|曾几何时|俗话说|古人",
            r"[？?]",
            r"为什么|何以|怎能|岂能|难道|难在哪|不妨|何况|固然|诚然|倘若|殊不知",
            r"据[^，。]{2,20}(?:透露|统计|报载)|见诸报端|新闻详见|有媒体",
            r"作者单位|作者系|本报评论员|特约评论员",
        ),
    )
)
_QUOTED = re.compile(r"“[^”\n]*”")
# What a report says of when it was.
_DATED = re.compile(
    r"\d{1,2}日(?:上午|下午|晚上?)?[，,]|今天|昨天|昨日|(?:近日|日前)(?!闭幕|召开|印发|举行|结束|公布|发布|出台)"
)
_HEAD = 200
ENOUGH = 3


def is_commentary(title: str, text: str, *, told: bool) -> bool:
    """Whether a text argues.

    `told`: it has words with which a meeting is told; a writer who says 我 outside
    quotations, under the title of a comment, has none.
    """
    own = _QUOTED.sub("", text)
    if _DATED.search(own[:_HEAD]) is None:
        signs = sum(sign.search(own) is not None for sign in _SIGNS)
        if signs + (_TITLE.search(title) is not None) >= ENOUGH:
            return True
    if told:
        return False
    return len(_FIRST_PERSON.findall(own)) >= (1 if _TITLE.search(title) else 4)
