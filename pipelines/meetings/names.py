"""Names of people, read by their slot and their shape.

A name is accepted where the slot is sure (after a title, in a list, before a role
verb); no dictionary vetoes one (高峰, 关键, 江山 are people). Shape (surname, length)
and what follows decide where it ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipelines.lexicon.gazetteer import gazetteer
from pipelines.lexicon.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
_RUN = re.compile(rf"[{_HAN}]{{2,8}}")
_SPACED = re.compile(rf"([{_HAN}])[ 　]{{1,2}}([{_HAN}])(?![{_HAN}])")
# 阿不都热合曼·买买提, 尼玛·次仁·多吉: two parts or three.
_DOTTED = re.compile(rf"[{_HAN}]{{1,7}}(?:·[{_HAN}]{{1,8}}){{1,2}}")
_STOP_AFTER = re.compile(r"$|[，。；：！？、（）《》“”\n \u3000/—…）】〕]")
# 王建国|28日上午, 李明|3月1日在…: a day without a mark in front of it.
_DAY = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号晚]|"
    r"[一二三十]{1,3}日(?=[上下]午|晚|在|到|赴|主持|出席|会见)"
)
_CUT = re.compile(r"[ \u3000]?(?:\.{2,}|…)")
# Characters that no given name holds in running text: particles and pronouns.
_NOT_IN_NAMES = frozenset(
    "的了是在和与及将把被我你他她它们这那哪么呢吗啊并而且或但则因所以各每该第级委省县市区局厅会要不没有也都就去能可负责做使此员者们等"
)
# Of those, the ones that are surnames or given-name characters in real names.
# 及街道, 对代表: a list's last link or a preposition; none is a surname.
_NEVER_FIRST = frozenset("及对被把并且或但与各每这那")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name at a place: `text` without inner spaces, half-open offsets."""

    text: str
    start: int
    end: int
    score: float


def read_name(
    flat: str, start: int, *, listed: bool = False, limit: int | None = None
) -> Name | None:
    """The best name that begins at `start`, or null where none is more likely.

    `listed`: the place is inside a list of names, where a mark must follow.
    `limit`: the name cannot reach past it (the next office noun begins there).
    """
    spaced = _SPACED.match(flat, start)
    if spaced and _is_surname(spaced[1]) and _STOP_AFTER.match(flat, spaced.end()):
        return Name(text=spaced[1] + spaced[2], start=start, end=spaced.end(), score=5)
    reach = len(flat) if limit is None else limit
    dotted = _DOTTED.match(flat, start, reach)
    if dotted:
        return _dotted_name(flat, dotted)
    run = _RUN.match(flat, start, reach)
    if run is None:
        return None
    best = max(_candidates(flat, start, run[0], reach), key=lambda name: name.score)
    floor = _no_name_score(flat, start) + (0.5 if listed else 0.0)
    return best if best.score > floor else None


def _candidates(flat: str, start: int, run: str, limit: int) -> list[Name]:
    longest = LONGEST_ONE if is_transliterated(run[:LONGEST_ONE]) else LONGEST_ONE - 1
    lengths = range(2, min(len(run), longest) + 1)
    return [
        Name(
            text=run[:length],
            start=start,
            end=start + length,
            score=_shape(run[:length])
            + max(
                _ending(flat, start + length),
                _next_title(flat, run[:length], start + length, limit),
            ),
        )
        for length in lengths
    ]


# 市长田海波|市人大常委会主任车迎春: no mark in front of the next one's office.
_NEXT_BODY = re.compile(
    r"(?:[省市县区州盟旗](?:委|人大(?:常委会)?|政协|政府|纪委|法院|检察院)?)?"
)
_AFTER_NEXT = 2.4


def _next_title(flat: str, word: str, end: int, limit: int) -> float:
    """How likely a Han name ends where the next title begins."""
    known = lexicon()
    sure = len(word) in (2, 3) and word[0] in known.common_surnames
    sure = sure and word not in known.stopnames and word[-1] not in _LINKS
    if not sure or limit == len(flat) or not _NEXT_BODY.fullmatch(flat, end, limit):
        return _NOWHERE
    place = word + flat[end : end + 1]
    return _NOWHERE if gazetteer().by_name(place, None) else _AFTER_NEXT


_NOWHERE = -9.0
_LINKS = frozenset("为任兼当选的和与及向对给")
"""李明|为县长: what stands between a name and an office of his own."""


def _dotted_name(flat: str, match: re.Match[str]) -> Name | None:
    last_dot = match[0].rindex("·")
    for length in range(last_dot + 3, len(match[0]) + 1):
        end = match.start() + length
        # 买买提|出席, not 买买|提出|席.
        if flat.startswith("提出席", end):
            continue
        # 阿布都拉, 买买提都: 都 is a part of such names, not a word after them.
        if _ending(flat, end) > 0 and flat[end : end + 1] != "都":
            return Name(text=match[0][:length], start=match.start(), end=end, score=6)
    return None


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
    return 2 <= len(word) <= 4 and _shape(word) >= 2


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
def _shape(word: str) -> float:
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


def _is_surname(character: str) -> bool:
    return character in lexicon().surnames


# 周立|来张家川县调研.
_COMES = re.compile(
    r"来[\u4e00-\u9fff]{2,9}?[省市县区旗州镇乡村校院](?:实地|专题)?(?:调研|检查|督导|考察|视察|指导|慰问|走访|参观|观摩|座谈)"
)


# 童军|率检查组来我区, 权衍|以“…”为主题.
_BEGINS_DOING = re.compile(
    r"率[^，。；：\n]{0,20}?(?:组|团|队|一行|人员|部门|负责人|干部)|以(?:“|《|‘)"
)
# 严静|作一季度安全工作总结: 作 begins what he did, whatever else it could end.
_BEFORE_WORK = "工操协运写创著制动耕"
_MAKES = re.compile(
    rf"(?<![合{_BEFORE_WORK}])[作做]了?[^，。；：\n]{{0,20}}?(?:总结|报告|发言|讲话|说明|部署|汇报|通报|介绍|致辞|点评|动员|述职|批示|讲座|交流)"
)


def _ending(flat: str, end: int) -> float:
    """How likely a name ends here: a mark, a word that follows names, or neither."""
    if _CUT.match(flat, end):
        return -9  # 廖 ...: the text was cut inside the name
    if _STOP_AFTER.match(flat, end) or _DAY.match(flat, end):
        return 3
    if _COMES.match(flat, end) or _MAKES.match(flat, end):
        return 3
    if _BEGINS_DOING.match(flat, end):
        return 3
    if _BEGINS_DOING.match(flat, end - 1):
        return -3
    if flat.startswith("作", end) and flat[end - 1] in _BEFORE_WORK:
        return -3  # 党建工|作
    if flat.startswith(("和及", "和与", "和、"), end):
        return -3  # 丘坚和|及总经理: 和 ends the name where another link follows
    if flat.startswith("会同志", end):
        return -3
    if flat.startswith("同志", end):
        return 3  # 靳会|同志, not 靳|会同
    length = longest_follower(flat, end)
    straddled = longest_follower(flat, end - 1)
    # 何雄作|具体: the word 作具体 begins inside the candidate.
    penalty = 2 if straddled > 1 else 0
    return {0: -3, 1: 1.6}.get(length, 2.6 + 0.1 * length) - penalty


def longest_follower(flat: str, start: int) -> int:
    """Length of the longest word at `start` that may follow a name; 0 for none."""
    words, lengths = _followers()
    for length in lengths.get(flat[start : start + 1], ()):
        if flat[start : start + length] in words:
            return 0 if _ICHIRO.match(flat, start) else length
    return 0


# 山下|一郎, 铃木|一夫: the second half of a name, not 一行, 一同.
_ICHIRO = re.compile("一[郎夫男雄彦朗](?!人)")


@cache
def _followers() -> tuple[frozenset[str], Mapping[str, tuple[int, ...]]]:
    """The words, and for each first character the lengths to try, longest first."""
    known = lexicon()
    words = known.followers | frozenset(known.verbs)
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0], set()).add(len(word))
    longest_first = {c: tuple(sorted(its, reverse=True)) for c, its in lengths.items()}
    return words, MappingProxyType(longest_first)


def _no_name_score(flat: str, start: int) -> float:
    """How likely the place holds no name: a verb or a mark stands there already."""
    length = longest_follower(flat, start)
    return {0: 1.5, 1: 2.6}.get(length, 4.4)


def split_run(run: str) -> tuple[str, ...]:
    """A run of names written without marks (袁华杨浩) cut into names, or ()."""
    ways = _ways(run)
    return ways[0] if len(ways) == 1 else ()


def _ways(run: str) -> list[tuple[str, ...]]:
    """Ways to cut `run` into names with known surnames, linear in its length."""
    known = lexicon()
    tails: list[list[tuple[str, ...]]] = [[] for _ in range(len(run) + 1)]
    tails[len(run)] = [()]
    for at in range(len(run) - 2, -1, -1):
        compound = run[at : at + 2] in known.compound_surnames
        if not compound and run[at] not in known.common_surnames:
            continue
        for length in (3, 4) if compound else (2, 3):
            if at + length <= len(run):
                word = run[at : at + length]
                tails[at] += [(word, *rest) for rest in tails[at + length][:2]]
    return tails[0][:3]
