"""Whether characters have the shape of a name: surname, length, what they hold."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.lexicon.gazetteer import gazetteer
from pipelines.lexicon.lexicon import Lexicon, lexicon

# Characters that no given name holds in running text: particles and pronouns.
_NOT_IN_NAMES = frozenset(
    "的了是在和与及将把被我你他她它们这那哪么呢吗啊并而且或但则因所以各每该第级委省县市区局厅会要不没有也都就去能可负责做使此员者们等"
)
# Of those, the ones that are surnames or given-name characters in real names.
# 及街道, 对代表: a list's last link or a preposition; none is a surname.
_NEVER_FIRST = frozenset("及对被把并且或但与各每这那拟")
# 那立军: a Manchu surname; 那些, 那个, 那天 are none.
_NA = re.compile("那(?![些种个样时么里边次位天年就是一])[\u4e00-\u9fff]{2}")
# 韩钧在|讲话中: a name that ended so would be told apart by nothing.
_NEVER_LAST = frozenset("在的了并且或但把被")
# 第六次|专题会议; 来渝, 赴京: an ordinal, and a journey to a place by its one-character
# name (GB/T 2260 lists them under provinces).
_NO_NAME = re.compile(
    r"第[一二三四五六七八九十百\d]|[和与向][省市县区州盟旗乡镇局办委村校]|授权|联络|"
    r"席(?:就|位)|免去|任命|选举|补选|决定|提名|接受|同意|罢免|撤销|追授|授予|表彰|"
    r"[来赴返在驻抵离][京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新疆港澳台华访我]"
)
_SECOND_CHANCE = frozenset("和与将会在我是该级第委市区以因若而所要不有去能可就")
# 相关部门|负责人: what stands for many is nobody's name.
_OF_GROUP = re.compile(
    "部门|单位|文件|聘任|有关|相关|人员|人选|名单|候选|负责|领导|干部|代表|委员|群众|企业|机关|政府|党委|党组|人大|"
    "政协|全国|全省|全市|全县|全区|中央|国家|集团|公司|职务|会议|工作|建议|提案|办理|常务"
)
# No name of four characters and more holds these; one of three may (王建设, 李发展).
_ABSTRACT = re.compile(
    "情况|项目|招商|引资|建设|安全|生产|经济|发展|管理|服务|教育|文化|调度|专题|视频|培训|推进|汇报|问题|产业|改革"
)


def shape_is_name(word: str) -> bool:
    """Whether `word` alone has the shape of a Han name with a known surname, or of a
    name of another tongue."""
    if "·" in word or is_transliterated(word):
        return True
    return 2 <= len(word) <= 4 and shape(word) >= 2


LONGEST_ONE = 7
"""Characters of a name without a dot: 阿拉坦仓乌力吉 is as long as they get."""
SHORTEST_SURE = 4
"""Characters by which a name of another tongue shows itself without a title."""


@lru_cache(maxsize=1 << 14)
def is_transliterated(word: str) -> bool:
    """Whether `word` is a name of another tongue by its characters: 宝音德力格尔."""
    return (
        SHORTEST_SURE <= len(word) <= LONGEST_ONE
        and lexicon().transliterated.issuperset(word)
        and not gazetteer().by_name(word, None)
    )


# Syllables of Yi given names (Nuosu): the last but one, and last ones that end no Han
# name and would be cut off as particles: 吉克日|则, 沙马伍|且.
_YI_WITHIN = frozenset(
    "日伍五拉尔古阿史各布木子牛石什以么此克说你曲呷体万果格吉土补只支哈合"
)
_YI_LAST = frozenset("则且呷惹嫫")


def is_yi(word: str) -> bool:
    """Whether `word` is the whole name of one person of the Yi: 吉克日则."""
    return (
        len(word) == 4
        and word[:2] in lexicon().yi_clans
        and word[2] in _YI_WITHIN
        and word[3] in _YI_LAST
    )


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> float:
    if is_yi(word):
        return 2.8
    known = lexicon()
    score = _length_score(word, known)
    score -= _strangeness(word, known)
    if len(word) > 3 and word[-1] in "厂局校院司社村镇乡会站所处":
        score -= 5  # 砚宏砖厂 is a firm
    if len(word) == 2 and word[-1] in "院校局厅社村乡镇县总某":
        score -= 5  # 无主管|楼院
    opens_badly = word[0] in _NEVER_FIRST and not is_transliterated(word)
    opens_badly = opens_badly and not _NA.fullmatch(word)
    if opens_badly or word[-1] in _NEVER_LAST or _NO_NAME.match(word):
        score -= 6
    if _OF_GROUP.search(word):
        score -= 8
    if word.endswith(("女士", "先生", "同学", "老师", "主任", "书记")):
        score -= 6  # 王女士 is no full name
    if len(word) > 3 and word[-2:] in known.followers:
        # 顿珠一同, 布和朝鲁参加: the name ends in front of 一同.
        score -= 4 if is_transliterated(word) else 2
    if word in known.headnouns:
        score -= 8  # 议军会 behind 市委常委
    if word in known.verbs or word in known.followers or word in known.nonnames:
        score -= 4  # 强调 begins with a surname and is nobody
    if len(word) > 2 and (word[:2] in known.nonnames or word[:2] in known.verbs):
        score -= 4  # 调整时, 亲赴当地
    if len(word) > 3 and _ABSTRACT.search(word):
        score -= 4  # 招商引资情况
    return score


# 布和朝鲁, 巴图孟和, 那仁其其格: what links words elsewhere is a part of these.
_PARTS = re.compile("[布孟蒙苏]和|^那|其|都")


def _strangeness(word: str, known: Lexicon) -> float:
    """Penalty for characters that are particles in running text."""
    if is_transliterated(word):
        word = _PARTS.sub("巴", word)
    strange = [c for c in word[1:] if c in _NOT_IN_NAMES]
    first = 4 if word[0] in _NOT_IN_NAMES and word[0] not in known.surnames else 0
    return first + sum(1.5 if c in _SECOND_CHANCE else 4 for c in strange)


def _length_score(word: str, known: Lexicon) -> float:
    length = len(word)
    if word[:2] in known.compound_surnames and length > 2:
        return {3: 2.6, 4: 2.8}.get(length, -2)
    if length > SHORTEST_SURE and is_transliterated(word):
        return 2.4  # 包 and 白 open Mongolian names too
    if length == SHORTEST_SURE and is_transliterated(word):
        return 1.6  # 白音都楞
    if word[0] in known.common_surnames:
        return {2: 2.3, 3: 2.8, 4: -0.8}.get(length, -1.0)
    if word[0] in known.surnames:
        return {2: 1.9, 3: 2.4, 4: 0.4}.get(length, -0.6)
    if is_transliterated(word):
        return 2.4
    return {2: 0.2, 3: 0.6, 4: 0.3}.get(length, -0.4)


def is_surname(character: str) -> bool:
    return character in lexicon().surnames
