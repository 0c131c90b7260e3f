"""Beginnings and ends of tenures, as the page states them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.lexicon.lexicon import lexicon
from pipelines.meetings.name_shape import is_transliterated, shape_is_name
from pipelines.records.people import Appointment
from pipelines.records.terms import AppointmentAction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.prose import Prose, Sentence

_ONE = (
    r"(?:[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,8}?){1,2}|[\u4e00-\u9fff]{2,7}?)"
    r"(?:（[^（）\n]{1,12}）)?"
)
_NAME = rf"(?P<name>{_ONE}(?:[、和]{_ONE})*)(?:等)?(?:[\d一二两三四五六七八九十]+[位名])?(?:同志)?"
_POST = r"(?!为)(?P<post>[^，。；：、\n《》]{2,40}?)"
# A任…: by what, only the sentence tells.
_OFFICE_TAKEN = re.compile(
    rf"(?:(?<=[，。：；\n])|(?<=宣布)){_NAME}任(?![免命职前务])"
    r"(?P<post>[^，。；\n《》]{2,40}?)(?=[，。；\n]|$)"
)
# Each form with its action: 决定任命X为…, 免去X的…职务, 选举X为…, 接受X辞去….
_FORMS: tuple[tuple[re.Pattern[str], AppointmentAction], ...] = (
    (re.compile(rf"(?:决定任命|任命|决定)(?:了)?{_NAME}为{_POST}(?=[，。；、\n]|$)"), AppointmentAction.APPOINTED),
    (re.compile(rf"(?:决定免去|免去|免)(?:了)?{_NAME}的(?P<post>[^，。；：\n《》]{{2,40}}?)(?:职务|一职)"), AppointmentAction.REMOVED),
    (re.compile(rf"(?:决定免去|免去)(?:了)?(?P<name>{_ONE})同志(?P<post>[^，。；：的\n《》]{{2,40}}?)的?(?:职务|一职)"), AppointmentAction.REMOVED),
    (re.compile(rf"(?:聘任|聘请|礼请|特聘|续聘|聘)(?:了)?{_NAME}(?:担任|为){_POST}(?=[，。；、\n]|$)"), AppointmentAction.APPOINTED),
    # Without 的 the post must begin as posts do, or it would take half of the name.
    (re.compile(rf"(?:决定免去|免去|免)(?:了)?{_NAME}(?P<post>(?:[省市县区州盟旗镇乡]|常务|副|党)[^，。；：、的\n《》]{{1,40}}?)(?:职务|一职)"), AppointmentAction.REMOVED),
    (re.compile(rf"(?:补选|增选|选举产生|选举|选出|增补|替补|推选|推举)(?:了)?{_NAME}(?:为|任(?![免命职前务期])){_POST}(?=[，。；、\n]|$)"), AppointmentAction.ELECTED),
    (re.compile(rf"(?<![\u4e00-\u9fff]){_NAME}(?:（[^（）\n]{{1,8}}）)?(?:全票|高票)?当选为?{_POST}(?=[，。；、\n]|$)"), AppointmentAction.ELECTED),
    (re.compile(rf"(?:接受|关于|以及)(?:了)?{_NAME}(?:因[^，。]{{1,16}})?(?:请求)?辞去(?:其)?(?:的)?{_POST}(?:职务|一职)?(?:的(?:请求|决定|辞呈|报告)|(?=以及|[，。；\n]|$))"), AppointmentAction.RESIGNED),
    # 宣读关于A同志任…的任职通知.
    (re.compile(rf"关于{_NAME}任(?![免命职前务期])(?P<post>[^，。；\n《》]{{2,40}}?)的(?:任职|任命|干部任职)?(?:通知|决定|命令|批复)"), AppointmentAction.APPOINTED),
    (re.compile(rf"(?:提名){_NAME}为{_POST}(?:候选人|人选)"), AppointmentAction.NOMINATED),
    (re.compile(rf"(?<=[，。：；\n]){_NAME}(?:兼任|转任|调任|升任|改任|出任|担任)(?P<post>[^，。；\n《》]{{2,40}}?)(?=[，。；\n]|$)"), AppointmentAction.APPOINTED),
    (_OFFICE_TAKEN, AppointmentAction.APPOINTED),
    (re.compile(rf"(?<=[，。：；\n]){_NAME}(?:因[^，。；\n]{{1,10}}(?:原因|需要|变动))?不再[担兼]任(?P<post>[^，。；\n《》]{{2,40}}?)(?:职务|一职)?(?=[，。；\n]|$)"), AppointmentAction.REMOVED),
)  # fmt: skip


# 担任书记以来, 担任书记是合适的: when, or of what use.
_NO_POST = re.compile("以来|期间|之前|之后|合适|时$|是")
# A look before the patterns: most sentences tell of no tenure.
_TENURE = re.compile(
    r"任命|聘|礼请|免|选|辞|提名|不再[担兼]任|补|[兼转调升改出担]任|(?<![责主信担胜])任(?!务|何|性|期|重|由)"
)


def read_appointments(
    prose: Prose, sentences: tuple[Sentence, ...], names: frozenset[str]
) -> tuple[tuple[Appointment, tuple[int, int]], ...]:
    """Stated beginnings and ends of tenures, of people whom the page names."""
    rows: list[tuple[Appointment, tuple[int, int]]] = []
    seen: set[tuple[str, str]] = set()
    for sentence in sentences:
        first = len(rows)
        if not _TENURE.search(prose.flat, sentence.start, sentence.end):
            continue
        for pattern, action in _FORMS:
            for match in pattern.finditer(prose.flat, sentence.start, sentence.end):
                post = match["post"].removesuffix("的")
                if _NO_POST.search(post):
                    continue
                for name, span in _names(match):
                    known = name in names or shape_is_name(name) or _holds_and(name)
                    known = known or _is_short(name)
                    if known and (name, post) not in seen:
                        seen.add((name, post))
                        begun = _as_begun(prose.flat, sentence.start, match, action)
                        row = Appointment(name=name, action=begun, post=post)
                        rows.append((row, span))
        for row, span in _with_offices(prose, sentence, names):
            if (row.name, row.post) not in seen:
                seen.add((row.name, row.post))
                rows.append((row, span))
        for row, span in _going_on(prose, sentence, rows[first:]):
            if (row.name, row.post) not in seen and shape_is_name(row.name):
                seen.add((row.name, row.post))
                rows.append((row, span))
    return tuple(sorted(rows, key=lambda row: row[1]))


# 选举A任乡长，B任副乡长: the second is elected as well.
_ELECTION = re.compile(r"(?:选举|补选|增选|选出)(?![办委法工权])[^；。\n]{2,160}$")


def _as_begun(
    flat: str, start: int, match: re.Match[str], action: AppointmentAction
) -> AppointmentAction:
    """What a mere 任 means in a sentence that has begun to tell of an election."""
    if match.re is _OFFICE_TAKEN and _ELECTION.search(flat, start, match.start()):
        return AppointmentAction.ELECTED
    return action


def _is_short(name: str) -> bool:
    """闻涛: a rare surname and one character more, where only names stand."""
    return len(name) == 2 and name[0] in lexicon().surnames


# 推选某地委书记A为代表团团长；地委副书记B，专员C为副团长: offices before the names.
_CHOSEN = re.compile(
    r"(?:决定任命|任命|补选|增选|选举产生|选举|选出|推选|推举|聘任|聘请)(?:了)?"
    r"(?=(?P<all>[^。\n]{4,160}))"
)
_FOR = re.compile(
    r"(?P<who>[^；。\n]{4,80}?)(?:同志)?为(?P<post>[^，。；：、\n《》]{2,40})(?=[，；。]|$)"
)
_ELECTS = re.compile("选|推")


def _with_offices(
    prose: Prose, sentence: Sentence, names: frozenset[str]
) -> Iterator[tuple[Appointment, tuple[int, int]]]:
    """Tenures whose names stand behind offices; only names that the page has shown."""
    for chosen in _CHOSEN.finditer(prose.flat, sentence.start, sentence.end):
        action = (
            AppointmentAction.ELECTED
            if _ELECTS.search(chosen[0])
            else AppointmentAction.APPOINTED
        )
        for part in _FOR.finditer(prose.flat, *chosen.span("all")):
            start, end = part.span("who")
            for name in names:
                at = prose.flat.find(name, start, end)
                if at > start and _ENDS_NAME.match(prose.flat, at + len(name)):
                    row = Appointment(name=name, action=action, post=part["post"])
                    yield row, (at, at + len(name))


_ENDS_NAME = re.compile("[，、为]|同志|和")


# A clause that goes on about the last one's people: ，不再担任…职务; ，并提名为…候选人.
_GOES_ON: tuple[tuple[re.Pattern[str], AppointmentAction], ...] = (
    (re.compile(r"(?:同时|并|，)*(?:兼任|任)(?P<post>[^，。；\n《》]{2,40})$"), AppointmentAction.APPOINTED),
    (re.compile(r"(?:同时|并|，)*(?:提名)?(?:其)?为(?P<post>[^，。；\n《》]{2,40}?)(?:候选人|人选|提名人选)$"), AppointmentAction.NOMINATED),
    (re.compile(r"(?:同时|并|，)*(?:免去其|不再担任|不再兼任|免(?!去))(?:的)?(?P<post>[^，。；\n《》]{2,40}?)(?:职务|一职)?$"), AppointmentAction.REMOVED),
    (re.compile(r"(?:同时|并|，)*辞去(?P<post>[^，。；\n《》]{2,40}?)(?:职务|一职)?$"), AppointmentAction.RESIGNED),
)  # fmt: skip
# 选举A为书记，B、C为副书记: the second clause shares the first one's verb.
_AND_FOR = re.compile(rf"{_NAME}为(?!为)(?P<post>[^，。；\n《》]{{2,40}})$")


def _going_on(
    prose: Prose, sentence: Sentence, rows: list[tuple[Appointment, tuple[int, int]]]
) -> Iterator[tuple[Appointment, tuple[int, int]]]:
    """Further tenures of people whose first one `rows` has of this sentence."""
    last: list[tuple[Appointment, tuple[int, int]]] = []
    for start, end in sentence.clauses:
        here = [row for row in rows if start <= row[1][0] < end]
        if here:
            last = here
            continue
        clause = prose.flat[start:end].strip()
        match = _AND_FOR.fullmatch(clause)
        if match and last and all(shape_is_name(name) for name, _ in _names(match)):
            at = start + prose.flat[start:end].index(clause)
            for name, (first, stop) in _names(match):
                row = Appointment(
                    name=name, action=last[0][0].action, post=match["post"]
                )
                yield row, (at + first, at + stop)
            continue
        for pattern, action in _GOES_ON:
            if match := pattern.fullmatch(clause):
                for row, span in last:
                    yield (
                        Appointment(name=row.name, action=action, post=match["post"]),
                        span,
                    )
                break


LONGEST_HAN = 3


def _holds_and(word: str) -> bool:
    """阮景和: 和 joins nothing where nothing stands behind it."""
    known = word[:1] in lexicon().surnames and len(word) <= LONGEST_HAN
    return word.endswith("和") and known


def _names(match: re.Match[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each name of a list of appointees with its span, remarks left out."""
    at = match.start("name")
    whole = re.sub("同志的?$", "", match["name"])
    if is_transliterated(whole) or _holds_and(whole):
        yield whole, (at, at + len(whole))
        return
    for part in re.split(r"[、和]", match["name"]):
        name = re.sub(r"（.*", "", part)
        yield name, (at, at + len(name))
        at += len(part) + 1
