"""What the meeting did and decided: agenda, motions, appointments, attendance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.meetings.names import shape_is_name
from pipelines.numerals import read_number
from pipelines.records.people import Appointment, Attendance
from pipelines.records.proceedings import AgendaItem, Motion
from pipelines.records.terms import AgendaClass, AppointmentAction, MotionResult

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.meetings.prose import Prose, Sentence

_DOES: tuple[tuple[re.Pattern[str], AgendaClass], ...] = (
    (re.compile(r"(?:传达学习|传达|学习贯彻|学习)(?:了|并)?"), AgendaClass.STUDIED),
    (re.compile(r"(?:听取审议|听取和审议|听取并审议|听取)(?:了)?"), AgendaClass.HEARD),
    (
        re.compile(
            r"(?:审议并[^，。；]{0,6}通过|审议通过|审议|研究审议|审定|讨论)(?:了)?"
        ),
        AgendaClass.REVIEWED,
    ),
    (
        re.compile(r"(?:安排部署|部署安排|研究部署|动员部署|部署|安排)(?:了)?"),
        AgendaClass.DEPLOYED,
    ),
    (re.compile(r"通报(?:了)?"), AgendaClass.NOTIFIED),
)
_SUBJECT = re.compile(
    r"^[\s　]*(?:会上|期间)?[，]?(?:会议|全会|大会|会上|与会人员|与会同志|会议还|会议首先|会议集中|会议专题|会议现场)"
    r"(?:还|首先|集体|专题|随后|书面|依次|分别|现场|认真|深入|听|以[^，。]{1,10}方式)*"
)
_TEXT = r"[《「][^《》「」\n]{2,80}[》」]"
# Between two texts: 、新修订的, 和.
_AND_TEXT = r"(?:[、和及与]|以及)?(?:(?:新)?修订(?:后)?的|修改后的)?"
# 关于…的请示: an item among texts with marks.
_ABOUT = (
    r"关于[^，。；《》\n]{2,50}?的(?:请示|报告|决定|决议|方案|意见|办法|通知|汇报|议案)"
)
# What a text that is named without its marks ends with.
_PAPER = (
    r"(?:报告|决议|决定|名单|议程|日程|办法|方案|规划|计划|规定|条例|意见|细则|章程|"
    r"要点|预案|制度|纲要|公报|倡议书?)(?:[（(][^（）()\n]{2,8}[）)])?"
)
_PASSED = re.compile(
    r"(?P<by>审议|表决|讨论|投票|举手表决|审查)?(?:并)?(?P<how>原则通过|原则同意|一致通过|表决通过|审议通过|讨论通过|通过|同意|批准)(?P<did>了)?"
    r"(?:[^，。；：《》]{2,20}(?:提交|提出|上报|起草|制定|修订)的)?"
    rf"(?P<text>{_TEXT}(?:{_AND_TEXT}(?:{_TEXT}|{_ABOUT}))*|(?P<plain>[^，。；：,;:《》「」\n]{{2,60}}?{_PAPER}(?=等|[，。；,;\n]|$)))"
)
# 通过|视频方式…的报告: without marks, only what was voted or talked upon.
_PLAINLY = re.compile("审议|表决|讨论|一致|投票|审查")
# 建议会议议程为：…审查批准《…》: not yet.
_PROPOSED = re.compile(r"(?:建议|拟|提请|议题|议程(?:为|是|有|包括|：)|将)[^。]{0,80}$")
_RESULTS = {
    "原则通过": MotionResult.PASSED_IN_PRINCIPLE,
    "原则同意": MotionResult.PASSED_IN_PRINCIPLE,
    "同意": MotionResult.AGREED,
}


def read_agenda(
    prose: Prose, sentences: tuple[Sentence, ...], lead: int | None
) -> tuple[tuple[AgendaItem, tuple[int, int]], ...]:
    """What the meeting did, with spans; `lead` is the sentence that opens it."""
    items: list[tuple[AgendaItem, tuple[int, int]]] = []
    for sentence in sentences:
        subject = _SUBJECT.match(prose.flat[sentence.start : sentence.end])
        if subject is None and sentence.index != lead:
            continue
        for start, end in sentence.clauses:
            found = _does(prose, start, end, subject is not None, sentence)
            if found is None:
                continue
            kind, at = found
            words = prose.text[at:end].strip()
            if len(words) > 3:
                item = AgendaItem(
                    order=len(items) + 1, description=words, classification=kind
                )
                items.append((item, (at, end)))
    return tuple(items)


def _does(
    prose: Prose, start: int, end: int, own: bool, sentence: Sentence
) -> tuple[AgendaClass, int] | None:
    clause = prose.flat[start:end]
    if re.search(r"强调|指出|要求|要|必须", clause[:12]):
        return None
    subject = _SUBJECT.match(clause)
    at = subject.end() if subject else 0
    first_clause = start == sentence.clauses[0][0]
    if own and first_clause and subject is None:
        return None
    for pattern, kind in _DOES:
        match = re.compile(
            r"\s*(?:进一步|专题|集体|并|认真|再次)?" + pattern.pattern
        ).match(clause, at)
        if match and match.end() < len(clause):
            return kind, start + match.end()
    return None


def read_motions(
    prose: Prose, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Motion, tuple[int, int]], ...]:
    """Texts that were passed or agreed to, each document a motion of its own."""
    rows: list[tuple[Motion, tuple[int, int]]] = []
    for sentence in sentences:
        for match in _PASSED.finditer(prose.text, sentence.start, sentence.end):
            if not _is_decided(prose.text, sentence.start, match):
                continue
            result = _RESULTS.get(match["how"], MotionResult.PASSED)
            if "原则" in prose.text[match.start() : match.end("how")]:
                result = MotionResult.PASSED_IN_PRINCIPLE
            for start, end in _texts(prose, match):
                motion = Motion(text=prose.text[start:end], result=result)
                rows.append((motion, (start, end)))
    return tuple(rows)


# 通过了各项决议: no text that could be found again.
_VAGUE = re.compile(
    "有关|相关|各项|一系列|上述|以上|这些|该|其他|部分|多项|[一二三四五六七八九十\\d]+[项个份]|大会的?(?:各项)?决议$"
)


BEFORE_PASSING = 16
"""Characters in which 以举手表决的方式 may stand in front of 通过了."""


def _is_decided(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the words say that it was passed, and not only that it should be."""
    if _PROPOSED.search(text, start, match.start()) and not match["did"]:
        return False
    if match["plain"] is None or match["plain"].startswith("关于"):
        return True
    if _VAGUE.match(match["plain"]):
        return False
    stated = text[max(start, match.start() - BEFORE_PASSING) : match.end("how")]
    return _PLAINLY.search(stated) is not None


_ITEM = re.compile(f"{_TEXT}|{_ABOUT}")
_PARTS = re.compile(r"[、和](?![^（(]{0,12}[）)])")
_ENDS = re.compile(_PAPER + "$")


def _plain_texts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """工作报告和全会决议: two, where each part is a text of its own; else one."""
    words = text[start:end]
    cuts = [match.span() for match in _PARTS.finditer(words)]
    begins = [0, *(stop for _, stop in cuts)]
    ends = [*(at for at, _ in cuts), len(words)]
    parts = list(zip(begins, ends, strict=True))
    if any(not _ENDS.search(words[a:b]) for a, b in parts):
        parts = [(0, len(words))]
    for a, b in parts:
        yield start + a, start + b


def _texts(prose: Prose, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    titles = list(_ITEM.finditer(prose.text, *match.span("text")))
    titles = titles if match["plain"] is None else []
    if titles:
        for title in titles:
            yield title.span()
    else:
        yield from _plain_texts(prose.text, *match.span("text"))


_ONE = r"[\u4e00-\u9fff·]{2,4}?(?:（[^（）\n]{1,12}）)?"
_NAME = rf"(?P<name>{_ONE}(?:[、和]{_ONE})*)(?:等)?(?:[\d一二三四五六七八九十]+[位名])?(?:同志)?"
_POST = r"(?!为)(?P<post>[^，。；：、\n《》]{2,40}?)"
# Each form with its action: 决定任命X为…, 免去X的…职务, 选举X为…, 接受X辞去….
_FORMS: tuple[tuple[re.Pattern[str], AppointmentAction], ...] = (
    (re.compile(rf"(?:决定任命|任命|决定)(?:了)?{_NAME}为{_POST}(?=[，。；、\n]|$)"), AppointmentAction.APPOINTED),
    (re.compile(rf"(?:决定免去|免去|免)(?:了)?{_NAME}的(?P<post>[^，。；：\n《》]{{2,40}}?)(?:职务|一职)"), AppointmentAction.REMOVED),
    (re.compile(rf"(?:决定免去|免去)(?:了)?(?P<name>{_ONE})同志(?P<post>[^，。；：的\n《》]{{2,40}}?)(?:职务|一职)"), AppointmentAction.REMOVED),
    # Without 的 the post must begin as posts do, or it would take half of the name.
    (re.compile(rf"(?:决定免去|免去|免)(?:了)?{_NAME}(?P<post>(?:[省市县区州盟旗镇乡]|常务|副|党)[^，。；：、的\n《》]{{1,40}}?)(?:职务|一职)"), AppointmentAction.REMOVED),
    (re.compile(rf"(?:补选|增选|选举产生|选举|选出|增补|替补|推选|推举|聘任)(?:了)?{_NAME}为{_POST}(?=[，。；、\n]|$)"), AppointmentAction.ELECTED),
    (re.compile(rf"(?<![\u4e00-\u9fff]){_NAME}(?:全票)?当选为?{_POST}(?=[，。；、\n]|$)"), AppointmentAction.ELECTED),
    (re.compile(rf"(?:接受)(?:了)?{_NAME}(?:因[^，。]{{1,16}})?(?:请求)?辞去(?:其)?(?:的)?{_POST}(?:职务|一职)?(?:的(?:请求|决定)|(?=[，。；\n]|$))"), AppointmentAction.RESIGNED),
    (re.compile(rf"(?:提名){_NAME}为{_POST}(?:候选人|人选)"), AppointmentAction.NOMINATED),
    (re.compile(rf"(?<=[，。：；\n]){_NAME}(?:兼任|转任|调任|升任|改任|出任|担任)(?P<post>[^，。；\n《》]{{2,40}}?)(?=[，。；\n]|$)"), AppointmentAction.APPOINTED),
    (re.compile(rf"(?<=[，。：；\n]){_NAME}任(?P<post>[^，。；\n《》]{{2,40}}?)(?=[，。；\n]|$)"), AppointmentAction.APPOINTED),
    (re.compile(rf"(?<=[，。：；\n]){_NAME}不再担任(?P<post>[^，。；\n《》]{{2,40}}?)(?:职务|一职)?(?=[，。；\n]|$)"), AppointmentAction.REMOVED),
)  # fmt: skip


# A look before the patterns: most sentences tell of no tenure.
_TENURE = re.compile(
    r"任命|免|选|辞|提名|不再担任|补|[兼转调升改出担]任|(?<![责主信担胜])任(?!务|何|性|期|重|由)"
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
                for name, span in _names(match):
                    known = name in names or shape_is_name(name)
                    if known and (name, post) not in seen:
                        seen.add((name, post))
                        row = Appointment(name=name, action=action, post=post)
                        rows.append((row, span))
        for row, span in _going_on(prose, sentence, rows[first:]):
            if (row.name, row.post) not in seen and shape_is_name(row.name):
                seen.add((row.name, row.post))
                rows.append((row, span))
    return tuple(sorted(rows, key=lambda row: row[1]))


# A clause that goes on about the last one's people: ，不再担任…职务; ，并提名为…候选人.
_GOES_ON: tuple[tuple[re.Pattern[str], AppointmentAction], ...] = (
    (re.compile(r"(?:同时|并|，)*(?:兼任|任)(?P<post>[^，。；\n《》]{2,40})$"), AppointmentAction.APPOINTED),
    (re.compile(r"(?:同时|并|，)*(?:提名)?(?:其)?为(?P<post>[^，。；\n《》]{2,40}?)(?:候选人|人选|提名人选)$"), AppointmentAction.NOMINATED),
    (re.compile(r"(?:同时|并|，)*(?:免去其|不再担任|不再兼任|免)(?:的)?(?P<post>[^，。；\n《》]{2,40}?)(?:职务|一职)?$"), AppointmentAction.REMOVED),
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


def _names(match: re.Match[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each name of a list of appointees with its span, remarks left out."""
    at = match.start("name")
    for part in re.split(r"[、和]", match["name"]):
        name = re.sub(r"（.*", "", part)
        yield name, (at, at + len(name))
        at += len(part) + 1


_COUNT = r"[^，。；\n\d]{0,12}?(\d{1,5}|[一二三四五六七八九十百]{1,5})[名人位]"
_EXPECTED = re.compile(rf"(?:应到|应出席|应参会){_COUNT}")
_PRESENT = re.compile(rf"(?:实到|实出席|实际到会|出席会议的[^，。；]{{0,10}}){_COUNT}")
_ABSENT = re.compile(rf"(?:请假|缺席|因[公事病]{{1,3}}(?:未能出席|请假)){_COUNT}")


def read_attendance(
    prose: Prose, sentences: tuple[Sentence, ...]
) -> tuple[Attendance, tuple[int, int]] | None:
    """应到, 实到 and 请假, where the page counts them."""
    for sentence in sentences:
        span = (sentence.start, sentence.end)
        expected = _EXPECTED.search(prose.flat, *span)
        present = _PRESENT.search(prose.flat, *span)
        if expected is None and (present is None or "实" not in present[0]):
            continue
        absent = _ABSENT.search(prose.flat, *span)
        counts = [m for m in (expected, present, absent) if m]
        return Attendance(
            expected=_count(expected), present=_count(present), absent=_count(absent)
        ), (min(m.start() for m in counts), max(m.end() for m in counts))
    return None


def _count(match: re.Match[str] | None) -> int | None:
    return None if match is None else read_number(match[1])
