"""Who convened a meeting: the body in front of 召开, in its name, or its chair's."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipelines.meetings.conveners import organization_class
from pipelines.meetings.keys import own_words
from pipelines.meetings.places import NOWHERE, Place, resolve
from pipelines.records.meeting import Organization
from pipelines.records.terms import OrganizationClass, PostRole, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipelines.meetings.draft import Draft
    from pipelines.meetings.events import Event
    from pipelines.meetings.participants import Seat
    from pipelines.meetings.setting import Setting

_BODY = re.compile(
    r"^(?P<whole>中国人民政治协商会议[^，。届]{2,16}?第[^，。届]{1,5}届委员会|[^，。]{0,10}?政协第?[^，。届]{1,5}届[^，。]{2,14}?委员会|政协[^，。]{2,12}?第[^，。届]{1,5}届委员会|"
    r"[^，。]{0,6}?[省市县区州盟旗镇乡]委[^，。暨]{2,24}?(?:领导小组|指挥部)|"
    r"[^，。]{2,24}?会议主席团(?=第|全体|会议)|"
    r"中国共产党[^，。]{2,14}?第[^，。届]{1,5}届(?:纪律检查)?委员会)|"
    r"^(?P<body>[^，。]{0,6}?[省市县区州盟旗镇乡]委(?:全面)?(?:财经|政法|审计|外事|教育|深化改革|依法治.|国家安全|网络安全|机构编制)[^，。]{0,10}?(?:委员会|领导小组)|"
    r"[^，。]{0,8}?[省市县区州盟旗]委第?[一二三四五六七八九十\d]{0,3}(?:巡[视察]组|督[导查]组)|"
    r"[^，。]{0,24}?(?:领导小组|指挥部|联防联控机制|专班|安委会|防指|深改委|审计委|委员会|人大常委会|人大(?!代表)|政协(?!委员)|纪委监委|纪委|监委|"
    r"法院|检察院|政法委|组织部|宣传部|统战部|公司|集团|银行|大学|学院|中学(?!习)|小学|学校|医院|[省市县区州盟旗镇乡街道工]党?委(?!员)|"
    r"党委|政府|国务院|局|厅|办公室))"
)


# 全市学校食堂…会议: who was called, not who called.
_EVERYWHERE = re.compile(
    r"全(?:国(?!人大|政协)|[省市县区州盟旗镇乡])|(?:20\d\d年(?:度)?)?各[省市县区州盟旗镇乡]"
)
# 县|十七届第6次|政府常务会议: the number inside the name of who met.
_NUMBERED = re.compile(
    r"(?<=[省市县区州盟旗镇乡])第?[一二三四五六七八九十\d]{1,3}届第?[一二三四五六七八九十\d]{1,3}次(?=政府|党委|委员会)"
)
_YEAR = re.compile(
    r"^(?:(?:19|20)\d\d年(?:度)?)(?=[省市县区州盟旗镇乡])|"
    r"^(?:(?:19|20)\d\d年(?:度)?)?(?:第[一二三四五六七八九十\d]{1,3}次|[一二三四五六七八九十]{1,3}届(?=[省市县区州盟旗]委))"
)


# 中江县2015年度乡镇党委|书记…述职评议会: those who were called.
_DATED = re.compile(r"\d{4}年")


def read_organizations(
    draft: Draft, event: Event, seats: tuple[Seat, ...], setting: Setting
) -> tuple[Organization, tuple[Organization, ...]]:
    conveners = next(
        (e.naming.conveners for e in draft.events if e.naming and e.naming.conveners),
        (),
    )
    place = _place(event, draft, seats, setting)
    rows = [
        _organization(setting, convener.name, place)
        for convener in conveners
        if organization_class(convener.name) is not None
    ]
    if rows:
        return rows[0], tuple(rows[1:])
    own = _NUMBERED.sub("", _YEAR.sub("", own_words(event.name)))
    own = next((part for part in own.split("暨") if organization_class(part)), own)
    anybody = event.visit is not None or _EVERYWHERE.match(own)
    body = None if anybody else _BODY.match(own)
    kind = organization_class(own) if body else None
    name = (body["whole"] or body["body"]) if body and kind else None
    if name and len(name) > 1 and not _DATED.search(name):
        return _organization(setting, name, place), ()
    return (
        Organization(
            name=None,
            classification=_chair_organ(seats),
            level=place.level,
            area_id=place.area_id,
            area_name=place.area_name,
        ),
        (),
    )


NO_LEVEL = frozenset(
    {
        OrganizationClass.ENTERPRISE,
        OrganizationClass.SCHOOL,
        OrganizationClass.HOSPITAL,
    }
)


# 市政协十四届一次会议举行…: the body whose session it is.
_OF_SESSION = re.compile(
    r"(?P<body>.{0,12}?(?:人大常委会|人大|政协|妇联|工会|科协|文联))第?[一二三四五六七八九十\d]{1,4}届"
)


# 政协|第十届|西藏自治区委员会: the committee without its term.
_OF_TERM = re.compile(
    r"政协第?[一二三四五六七八九十\d]{1,4}届(?P<body>[^，。]{2,12}?委员会)"
)


def _organization(setting: Setting, name: str, around: Place) -> Organization:
    committee = _OF_TERM.match(name)
    session = _OF_SESSION.match(name)
    if committee:
        name = f"政协{committee['body']}"
    elif session:
        name = session["body"]
    kind = organization_class(name)
    place = resolve(name, setting)
    if place.level is None:
        place = around
    return Organization(
        name=re.sub(r"^我(?=[省市县区州镇乡])", "", name),
        classification=kind,
        level=None if kind in NO_LEVEL else place.level,
        area_id=place.area_id,
        area_name=place.area_name,
    )


_PRINCIPAL_ROLES = (Role.CHAIR, Role.LEAD, Role.SPEAKER, Role.ATTENDEE)


def _place(
    event: Event, draft: Draft, seats: tuple[Seat, ...], setting: Setting
) -> Place:
    """Of the name, of any other telling, else of the first principal's office."""
    for each in (event, *draft.events):
        if each.place.level is not None:
            return each.place
    for role in _PRINCIPAL_ROLES:
        for seat in seats:
            if role in seat.participant.roles:
                place = _office_place(seat, setting)
                if place is not None:
                    return place
    return NOWHERE


def _office_place(seat: Seat, setting: Setting) -> Place | None:
    posts = seat.participant.posts
    if any(post.role in (PostRole.ENTERPRISE, PostRole.SCHOOL) for post in posts):
        return NOWHERE
    # The last office named is the one that is exercised: 省委常委、市委书记.
    for post in reversed(posts):
        place = resolve(re.sub(r"^(?:原|代|常务|副)+", "", post.label), setting)
        if place.level is not None:
            return place
    label = seat.participant.list
    place = resolve(label, setting) if label else NOWHERE
    return place if place.level is not None else None


_ORGAN_OF_ROLE: Mapping[PostRole, OrganizationClass] = MappingProxyType(
    {
        PostRole.PARTY_SECRETARY: OrganizationClass.PARTY_COMMITTEE,
        PostRole.DEPUTY_PARTY_SECRETARY: OrganizationClass.PARTY_COMMITTEE,
        PostRole.STANDING_MEMBER: OrganizationClass.PARTY_COMMITTEE,
        PostRole.GOVERNMENT_HEAD: OrganizationClass.GOVERNMENT,
        PostRole.GOVERNMENT_DEPUTY: OrganizationClass.GOVERNMENT,
        PostRole.CONGRESS_CHAIR: OrganizationClass.CONGRESS,
        PostRole.CONGRESS_DEPUTY: OrganizationClass.CONGRESS,
        PostRole.CPPCC_CHAIR: OrganizationClass.CPPCC,
        PostRole.CPPCC_DEPUTY: OrganizationClass.CPPCC,
        PostRole.DISCIPLINE_HEAD: OrganizationClass.DISCIPLINE,
        PostRole.ENTERPRISE: OrganizationClass.ENTERPRISE,
        PostRole.SCHOOL: OrganizationClass.SCHOOL,
    }
)


def _chair_organ(seats: tuple[Seat, ...]) -> OrganizationClass | None:
    for seat in seats:
        if Role.CHAIR in seat.participant.roles:
            for post in seat.participant.posts:
                if (
                    post.role is PostRole.PARTY_SECRETARY
                    or len(seat.participant.posts) == 1
                ):
                    return _ORGAN_OF_ROLE.get(post.role)
            organs = [_ORGAN_OF_ROLE.get(p.role) for p in seat.participant.posts]
            return next((organ for organ in reversed(organs) if organ), None)
    return None
