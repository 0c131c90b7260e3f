"""Short names of divisions, as headlines and speeches use them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

PROVINCIAL = {
    "内蒙古自治区": ("内蒙古", "内蒙"),
    "广西壮族自治区": ("广西",),
    "西藏自治区": ("西藏",),
    "宁夏回族自治区": ("宁夏",),
    "新疆维吾尔自治区": ("新疆",),
    "香港特别行政区": ("香港",),
    "澳门特别行政区": ("澳门",),
}
COLLOQUIAL = {
    # Forms that no rule makes, and that mean one place only.
    "呼和浩特市": ("呼市",),
    "锡林郭勒盟": ("锡盟",),
    "阿拉善盟": ("阿盟",),
    "巴音郭楞蒙古自治州": ("巴州",),
    "博尔塔拉蒙古自治州": ("博州",),
    "克孜勒苏柯尔克孜自治州": ("克州",),
    "西双版纳傣族自治州": ("版纳州",),
    "前郭尔罗斯蒙古族自治县": ("前郭", "前郭县"),
    "杜尔伯特蒙古族自治县": ("杜蒙县",),
    "喀喇沁左翼蒙古族自治县": ("喀左", "喀左县"),
    "塔什库尔干塔吉克自治县": ("塔县",),
    "察布查尔锡伯自治县": ("察县",),
    "莫力达瓦达斡尔族自治旗": ("莫旗",),
    "阿鲁科尔沁旗": ("阿旗",),
    "翁牛特旗": ("翁旗",),
    "克什克腾旗": ("克旗",),
    "喀喇沁旗": ("喀旗",),
    "科尔沁左翼中旗": ("科左中旗",),
    "科尔沁左翼后旗": ("科左后旗",),
    "科尔沁右翼前旗": ("科右前旗",),
    "科尔沁右翼中旗": ("科右中旗",),
    "察哈尔右翼前旗": ("察右前旗",),
    "察哈尔右翼中旗": ("察右中旗",),
    "察哈尔右翼后旗": ("察右后旗",),
    "乌拉特前旗": ("乌前旗",),
    "乌拉特中旗": ("乌中旗",),
    "乌拉特后旗": ("乌后旗",),
    "东乌珠穆沁旗": ("东乌旗",),
    "西乌珠穆沁旗": ("西乌旗",),
    "阿拉善左旗": ("阿左旗",),
    "阿拉善右旗": ("阿右旗",),
    "鄂托克前旗": ("鄂前旗",),
    "达尔罕茂明安联合旗": ("达茂旗",),
    "新巴尔虎左旗": ("新左旗",),
    "新巴尔虎右旗": ("新右旗",),
    "陈巴尔虎旗": ("陈旗",),
    "达拉特旗": ("达旗",),
    "准格尔旗": ("准旗",),
    "伊金霍洛旗": ("伊旗",),
}
# The nationalities that stand in the name of an autonomous division; those that do
# so without 族 (蒙古自治州) have it optional.
NATIONALITIES = (
    "达斡尔族|蒙古族?|朝鲜族|满族|回族|藏族|羌族|彝族|白族|傣族|景颇族|哈尼族|傈僳族"
    "|壮族|苗族|侗族|瑶族|畲族|黎族|水族|布依族|土家族|土族|仡佬族|仫佬族|毛南族|拉祜族"
    "|佤族|布朗族|独龙族|怒族|普米族|纳西族|东乡族|保安族|撒拉族|裕固族|哈萨克族?"
    "|柯尔克孜族?|塔吉克族?|锡伯族?|各族"
)
AUTONOMOUS = re.compile(rf"(.+?)(?:{NATIONALITIES})+(自治州|自治县|自治旗|区)")
NAMED_FOR_ITS_PEOPLE = re.compile(r"(.+?)族?(自治县|自治旗)")
"""东乡族自治县, 鄂伦春自治旗: the nationality is all the name there is."""
CITIES = frozenset({"地级市", "地区", "盟", "自治州", "省", "直辖市"})
"""High enough that the bare name means them."""
PLAIN_SUFFIX = re.compile(r"(?:地区|林区|特区|新区|[省市盟县旗])$")
NO_SHORT_BANNER = re.compile(r".*[前后左右中]旗")
"""巴林左旗 without 旗 is no name."""


def short_names(name: str, kind: str) -> tuple[str, ...]:
    """Every short name of two characters or more; none of most districts.

    和平, 解放 and 新华 are words before they are districts, and a district is seldom
    called without its 区; only 浦东 and its like are.
    """
    if name in PROVINCIAL:
        return PROVINCIAL[name]
    made = (*_autonomous(name, kind), *_plain(name, kind), *COLLOQUIAL.get(name, ()))
    return tuple(
        each
        for each in dict.fromkeys(made)
        if len(each) > 1 and (kind in CITIES or each not in common_words())
    )


@cache
def common_words() -> frozenset[str]:
    """Stems that a text uses as words far more often than for the county.

    公安局, 资源, 互助, 惠民政策, 科教兴国, 大城(市): such a county has no short name.
    """
    words = Path(__file__).with_name("common_words.txt").read_text(encoding="utf-8")
    return frozenset(words.split())


def _autonomous(name: str, kind: str) -> tuple[str, ...]:
    match = AUTONOMOUS.fullmatch(name)
    if match is None and kind.startswith("自治"):
        match = NAMED_FOR_ITS_PEOPLE.fullmatch(name)
    if match is None:
        return ()
    stem, suffix = match[1], match[2]
    if suffix == "区":
        return (stem + "区",)  # 管城区
    return (stem, stem + suffix[-1])  # 临夏, 临夏州


def _plain(name: str, kind: str) -> tuple[str, ...]:
    if kind.startswith("自治") or NO_SHORT_BANNER.fullmatch(name):
        return ()
    if kind == "市辖区" and not name.endswith("新区"):
        return ()
    return (PLAIN_SUFFIX.sub("", name),)
