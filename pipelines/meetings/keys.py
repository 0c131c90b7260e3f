"""The key of a meeting's name: what is left without place, modality and routine."""

from __future__ import annotations

import re
from functools import lru_cache

_SPACE = re.compile(r"[\s　“”\"'《》（）()、，·—-]")
_PLACE = re.compile(
    r"^(?:(?:全|我|本)?(?:国(?!务院)|省|自治区|自治州|市|州|盟|县|区|旗|镇|乡)(?!委|政府|人大|政协|长|级|纪委)"
    r"|[\u4e00-\u9fff]{2,8}?(?:自治区|自治州|自治县|省|市|地区|盟|县|区|旗)(?=[\u4e00-\u9fff]{3,}))+"
)
_MODALITY = re.compile(r"电视电话|网络视频|视频|电视|电话|线上|网络|云端|现场直播")
_ROUTINE = re.compile(
    r"工作|会议|大会|召开|专题|紧急|扩大|全体|新冠肺炎|新型冠状病毒感染的肺炎|新冠|会$|专项"
)
_GENERIC = re.compile(
    r"(?:相关|有关|调度|座谈|专题|工作|协调|推进|部署|动员|视频|紧急|现场|大|分析|研讨|协商)*(?:会议|会)?"
)


# 学习贯彻…第十五次代表大会精神|座谈会: what the name cites is another meeting's.
_CITED = re.compile(
    r"(?:深入|认真|全面)?(?:学习|宣传|传达|贯彻|落实|领会|宣讲|研讨){1,4}[^，。]{2,50}?精神(?:的)?(?=[\u4e00-\u9fff])"
)


def own_words(name: str) -> str:
    """`name` without the upstream meeting whose 精神 it cites."""
    return _CITED.sub("", name)


@lru_cache(maxsize=1 << 12)
def name_key(name: str) -> str:
    """`name` without place, modality and the words 工作, 会议, 召开.

    石家庄市应对新冠肺炎疫情工作会议 → 应对疫情. Empty for a name that is only such.
    """
    bare = _SPACE.sub("", name)
    bare = _PLACE.sub("", bare)
    bare = _MODALITY.sub("", bare)
    return _ROUTINE.sub("", bare)


def is_generic(name: str) -> bool:
    """Whether the name alone identifies no meeting (会议, 调度会, 座谈会)."""
    bare = _PLACE.sub("", _SPACE.sub("", name))
    return _GENERIC.fullmatch(bare) is not None


def likeness(one: str, other: str) -> float:
    """0 to 1: how much of the shorter key's character pairs the longer one holds."""
    if not one or not other:
        return 0.0
    if one in other or other in one:
        return 1.0
    short, long = sorted((_pairs(one), _pairs(other)), key=len)
    return len(short & long) / len(short) if short else 0.0


def _pairs(key: str) -> frozenset[str]:
    return frozenset(key[at : at + 2] for at in range(len(key) - 1))
