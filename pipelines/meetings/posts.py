"""Titles as posts: the body and the division that an office belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.lexicon.gazetteer import gazetteer
from pipelines.meetings.places import NATION, Place, resolve
from pipelines.records.people import Post
from pipelines.records.terms import Level, PostRole

if TYPE_CHECKING:
    from pipelines.meetings.setting import Setting
    from pipelines.meetings.titles import Title

_PARTY = frozenset(
    {
        PostRole.PARTY_SECRETARY,
        PostRole.DEPUTY_PARTY_SECRETARY,
        PostRole.STANDING_MEMBER,
    }
)
_GOVERNMENT = frozenset({PostRole.GOVERNMENT_HEAD, PostRole.GOVERNMENT_DEPUTY})
# 市委书记, 市委常委: the committee of a place, and nothing narrower.
_COMMITTEE = re.compile(
    r"^(?P<place>.{0,14}?(?:省|自治区|市|州|盟|县|区|旗|镇|乡|街道))(?:党)?(?P<organ>工委|委)(?=[^员])"
)
# 市长, 代县长, 石家庄市副市长: the unit that is governed.
_GOVERNED = re.compile(
    r"^(?P<place>.*?(?:省|市|州|盟|县|区|旗|镇|乡))?(?:委)?(?:人民政府|政府)?(?:党组[^、]*)?(?:常务)?(?:代|代理)?(?:常务)?副?(?P<unit>省|市|州|盟|县|区|旗|镇|乡)长$"
)
_FOREIGN = re.compile(r"公司|集团|大学|学院|医院|银行|学校|中学|小学|村|社区")


def read_post(title: Title, setting: Setting) -> Post | None:
    """The post a title names; null for the label of a list (市领导)."""
    if title.role is None:
        return None
    label = re.sub(r"\s", "", title.label)
    place = _place(label, title, setting)
    return Post(
        label=label,
        role=title.role,
        qualifier=title.qualifier,
        organization=_organization(label, title.role, place, setting),
        area_id=place.area_id,
    )


def _place(label: str, title: Title, setting: Setting) -> Place:
    bare = re.sub(r"^(?:原|前|时任|代|常务|副)+", "", label)
    if re.match(r"中共中央|国务院|中央|全国|国家|总书记|总理|副总理", bare):
        return NATION
    place = resolve(bare, setting)
    if place.level is not None or _FOREIGN.search(label):
        return place
    unit = re.search(r"(省|市|州|盟|县|区|旗|镇|乡)长", title.office)
    return resolve(unit[1], setting) if unit else place


def _organization(
    label: str, role: PostRole, place: Place, setting: Setting
) -> str | None:
    """Full name of the body where the label and the place give it."""
    name = place.area_name
    if _FOREIGN.search(label) or place.level is Level.TOWNSHIP:
        return _as_printed(label)
    if name is None:
        return _as_printed(label)
    short = _own_name(place, setting)
    if role in _PARTY and _COMMITTEE.match(label):
        return f"中共{short}委"
    if role in _GOVERNMENT and _GOVERNED.match(label):
        return f"{short}人民政府"
    if role in (PostRole.CONGRESS_CHAIR, PostRole.CONGRESS_DEPUTY):
        return f"{short}人大常委会"
    if role in (PostRole.CPPCC_CHAIR, PostRole.CPPCC_DEPUTY):
        return f"政协{short}委员会"
    if role is PostRole.DISCIPLINE_HEAD and re.search("监委|监察委", label):
        both = re.search("纪委|纪律", label)
        return f"中共{short}纪委" if both else f"{short}监委"
    if role is PostRole.DISCIPLINE_HEAD:
        return f"中共{short}纪委"
    return _as_printed(label)


def _own_name(place: Place, setting: Setting) -> str:
    """石家庄市 of 河北省石家庄市, 市北区 of 山东省青岛市市北区: the division itself."""
    division = gazetteer().by_code(place.area_id or "", setting.year)
    return division.name if division else place.area_name or ""


_OFFICE = re.compile(
    r"(?:原|前|时任)?(?P<body>[^、]{2,}?)(?:党委|党组|党工委|党总支|党支部)?(?:第一|常务|专职|[一二三四]级)?(?:副|代)?"
    r"(?:书记|主任|局长|厅长|部长|院长|校长|董事长|总经理|处长|科长|主席|组长|指挥长|总指挥|秘书长|会长|委员|常委|"
    r"巡视员|调研员|检察长|行长|镇长|乡长|支队长|队长|所长|站长|成员|负责人|专员|理事长|经理)$"
)


def _as_printed(label: str) -> str | None:
    """The body's words in the label (河南省卫健委党组副书记 → 河南省卫健委)."""
    match = _OFFICE.match(label)
    return match["body"] if match and len(match["body"]) > 1 else None
