"""Every family, and which of them a page or a site belongs to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipelines.families.appstate import AppState
from pipelines.families.cri import Cri
from pipelines.families.discuz import Discuz
from pipelines.families.founder import Founder
from pipelines.families.generic import Generic
from pipelines.families.guancha import Guancha
from pipelines.families.huanqiu import Huanqiu
from pipelines.families.portals import PORTALS
from pipelines.families.systems import Boda, CmsTop, DedeCms, Jcms, Trs, Ucap, WordPress
from pipelines.families.thepaper import ThePaper
from pipelines.families.toutiao import Toutiao
from pipelines.families.wechat import WeChat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipelines.families.base import Family
    from pipelines.sites import Select, Site

GENERIC = Generic()
# A page that shows containers of several is of the first: WeChat's text is pasted
# into all of them with its container, and TRS's editor stands inside a #zoom.
FAMILIES: tuple[Family, ...] = (
    Guancha(),
    Cri(),
    Discuz(),
    Founder(),
    Ucap(),
    Trs(),
    Boda(),
    Jcms(),
    DedeCms(),
    CmsTop(),
    WordPress(),
    Toutiao(),
    ThePaper(),
    Huanqiu(),
    *(portal() for portal in PORTALS),
    WeChat(),
    AppState(),
)
# Families whose text may stand in a script alone, in the order of trying.
CARRIERS: tuple[Family, ...] = tuple(
    family for family in FAMILIES if family.holder is not None
)


def family_named(name: str) -> Family:
    """The family that `site.yml` calls `name`."""
    return next((each for each in FAMILIES if each.name == name), GENERIC)


def declared(site: Site, retrieved_at: str | None) -> tuple[Family, Select]:
    """Family and selectors of a site's template at the time of retrieval.

    A page of unknown time has today's template.
    """
    if retrieved_at is not None:
        for layout in site.layouts:
            if retrieved_at[:10] < layout.until:
                return family_named(layout.family), layout.select
    return family_named(site.family), site.select


@cache
def tokens() -> Mapping[str, Family]:
    """The family of each container, by `#id`, `.class` or tag name."""
    return {
        token: family
        for family in reversed(FAMILIES)
        for token in family.text
        if not token.endswith("*")
    }


@cache
def prefixes() -> Mapping[str, Family]:
    """Beginnings of container names whose endings a build tool makes up."""
    return {
        token[:-1]: family
        for family in reversed(FAMILIES)
        for token in family.text
        if token.endswith("*")
    }


@cache
def beginnings() -> tuple[str, ...]:
    """The keys of `prefixes`, as str.startswith wants them."""
    return tuple(prefixes())


def family_of_element(tag: str, names: Sequence[str]) -> Family | None:
    """The family whose text an element holds; null when it is no known container.

    `names`: the element's id as `#id` and its classes as `.class`, in lower case.
    """
    known, begins = tokens(), beginnings()
    for name in (*names, tag):
        family = known.get(name)
        if family is not None:
            return family
        if name.startswith(begins):
            return next(prefixes()[each] for each in begins if name.startswith(each))
    return None
