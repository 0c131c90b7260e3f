"""Where people sat, and by which wire: rooms, main and branch sites, modality."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.meetings.roles import SAYING
from pipelines.records.terms import Modality

if TYPE_CHECKING:
    from pipelines.meetings.prose import Prose, Sentence

_HELD_IN = re.compile(
    r"(?:(?<![关由对])于|在)(?P<place>[^，。；：\n在“”]{2,40}?)(?:隆重|正式|胜利|圆满|如期|顺利|成功|主持|组织|联合|共同|集中|分别|以[^，。]{1,12}形式)?(?:召开|举行|举办|开幕|闭幕|落幕|开班|开讲|开课|启动)(?!式|仪式|典礼)"
)
_NO_PLACE = re.compile(
    r"^(?:[\d一二三四五六七八九十]|[上下]午|晚上|[当同昨今][天日晚]|.{0,6}(?:会议?|大会)$|.{0,8}(?:后|时|前|之际|期间|下|上|中|基础|同时)$|.{0,12}会议?(?:后|前|上)|.{0,20}(?<!产业)会议$|收听|收看|.{0,20}会议上|.*代表.*向|.*大会的$|.*(?:时刻|关头|节骨眼上?|时期|时候|日子|机遇|阶段|形势|背景|进程中?|部署|氛围|掌声)$|.*陪同|.*后(?:接着|立即|随即))"
)
# 地点：镇政府二楼会议室: a line of minutes.
_FORM_AT = re.compile(
    r"(?m)^[ \u3000]*(?:会议)?地点[ \u3000]*：[ \u3000]*(?P<place>[^，。；\n]{2,30})"
)
_MAIN_SET = re.compile(r"(?P<place>[^，。；：、\n]{1,14}?)设(?:立|置)?主会场")
_MAIN_AT = re.compile(r"主会场设(?:在|于)(?P<place>[^，。；：、\n]{2,24})")
_AT_MAIN = re.compile(r"(?:在|于)(?P<place>[^，。；：、\n在于]{1,14}?主会场)")
# 在市分会场收听收看: where only the branch is told, people sat there.
_AT_BRANCH = re.compile(
    r"在(?P<place>[^，。；：、\n在]{0,14}?分会场)(?:[^，。；]{0,6})?(?:收听收看|收看|参加|参会)"
)
_BRANCH = re.compile(r"(?:在|于|、|和)(?P<place>[^，。；：、\n在于和]{1,16}?分会场)")
_BRANCH_SET = re.compile(
    r"(?P<place>[^，。；：\n]{1,20}?)(?:分别|均)?设(?:立|置)?分会场"
)

_MODALITIES: tuple[tuple[re.Pattern[str], Modality], ...] = (
    (re.compile(r"电视电话"), Modality.TELEPHONE_VIDEO),
    (re.compile(r"(?:电视|网络|现场|同步)直播|直播(?:形式|方式)"), Modality.BROADCAST),
    (re.compile(r"视频|电视会议|云会议|线上"), Modality.VIDEO),
    (re.compile(r"线下|现场会议形式|面对面形式"), Modality.IN_PERSON),
)
_FORM = re.compile(
    r"(?:以|采取|采用|通过|用)[^，。；\n]{0,12}?(?P<form>电视电话|网络视频|视频(?!监控|点名|短片|资料)|电视会议|直播|线上|线下)[^，。；\n]{0,10}?(?:形式|方式|系统|连线|召开|举行|开到|进行|会议)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A place as printed."""

    name: str
    start: int
    end: int


def main_room(prose: Prose, sentences: tuple[Sentence, ...]) -> Room | None:
    """Where the meeting was held: a room, else the main site."""
    patterns = (_FORM_AT, _MAIN_AT, _AT_MAIN, _MAIN_SET, _HELD_IN)
    for pattern in patterns:
        for sentence in sentences:
            match = pattern.search(prose.flat, sentence.start, sentence.end)
            if match and SAYING.search(prose.flat, sentence.start, match.start()):
                continue  # A要求，贯彻总书记在某市主持召开的…
            if match and not _NO_PLACE.match(match["place"]):
                return room_at(prose, match)
    return None


def branch_seat(prose: Prose, sentences: tuple[Sentence, ...]) -> Room | None:
    """Where people sat who only watched a meeting held elsewhere."""
    for sentence in sentences:
        match = _AT_BRANCH.search(prose.flat, sentence.start, sentence.end)
        if match:
            return room_at(prose, match)
    return None


def branch_rooms(prose: Prose, sentences: tuple[Sentence, ...]) -> tuple[Room, ...]:
    """Branch sites, in order and without repeats."""
    if "分会场" not in prose.flat:
        return ()
    rooms: dict[str, Room] = {}
    for sentence in sentences:
        span = (sentence.start, sentence.end)
        set_up = list(_BRANCH_SET.finditer(prose.flat, *span))
        named = [] if set_up else list(_BRANCH.finditer(prose.flat, *span))
        for match in (*set_up, *named):
            room = room_at(prose, match)
            if "主会场" not in room.name:
                rooms.setdefault(room.name, room)
    return tuple(rooms.values())


def room_at(prose: Prose, match: re.Match[str]) -> Room:
    """The Room that the group `place` of a match names."""
    start, end = match.span("place")
    name = re.sub(r"\s", "", prose.text[start:end])
    return Room(name=name, start=start, end=end)


_SITE = re.compile(
    r"(?<!分别)(?<!分头)在(?P<place>[^，。；：、\n在]{1,14}?会场)(?![和与及、]|以及)"
)


def person_site(prose: Prose, start: int, end: int) -> Room | None:
    """The site that a person's clause names: 在即墨分会场作出部署.

    Null where several share out several sites: 分别在主会场和分会场出席.
    """
    match = _SITE.search(prose.flat, start, end)
    return room_at(prose, match) if match else None


def modality_of_name(name: str) -> Modality | None:
    """What the meeting's own name says."""
    return _first(name)


def modality_of(
    prose: Prose, sentences: tuple[Sentence, ...]
) -> tuple[Modality, int, int] | None:
    """What the text says of the form, with its span."""
    for sentence in sentences:
        match = _FORM.search(prose.flat, sentence.start, sentence.end)
        if match and (form := _first(match["form"])) is not None:
            return form, *match.span("form")
    return None


def _first(words: str) -> Modality | None:
    for pattern, modality in _MODALITIES:
        if pattern.search(words):
            return modality
    return None
