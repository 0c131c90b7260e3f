"""Private-use code points that stood in for characters not yet in Unicode."""

from __future__ import annotations

# GB 18030-2000 and Microsoft's code page 936 mapped the bytes in the comments to
# the private use area until Unicode had the characters; pages written then keep the
# private-use code points. Personal and place names are what they matter for.
ASSIGNED = {
    "\ue5e5": "\u3000",  # A3A0, printed as an ideographic space by old input methods
    "\ue7c7": "ḿ",  # A8BC
    "\ue7c8": "ǹ",  # A8BF
    "\ue815": "厂",  # FE50 ⺁
    "\ue819": "乙",  # FE54 ⺄
    "\ue81a": "㑳",  # FE55
    "\ue81b": "㑇",  # FE56
    "\ue81c": "刀",  # FE57 ⺈
    "\ue81e": "龴",  # FE59
    "\ue81f": "㖞",  # FE5A
    "\ue820": "㘚",  # FE5B
    "\ue821": "㘎",  # FE5C
    "\ue824": "㥮",  # FE5F
    "\ue825": "㤘",  # FE60
    "\ue826": "龵",  # FE61
    "\ue827": "㧏",  # FE62
    "\ue828": "㧟",  # FE63
    "\ue829": "㩳",  # FE64
    "\ue82a": "㧐",  # FE65
    "\ue82b": "龶",  # FE66
    "\ue82c": "龷",  # FE67
    "\ue82d": "㭎",  # FE68, in given names
    "\ue82e": "㱮",  # FE69
    "\ue82f": "㳠",  # FE6A
    "\ue832": "龸",  # FE6D
    "\ue834": "䁖",  # FE6F
    "\ue835": "䅟",  # FE70
    "\ue837": "䌷",  # FE72
    "\ue83c": "䎱",  # FE77
    "\ue83d": "䎬",  # FE78
    "\ue83f": "䏝",  # FE7A
    "\ue840": "䓖",  # FE7B
    "\ue841": "䙡",  # FE7C
    "\ue842": "䙌",  # FE7D
    "\ue843": "龹",  # FE7E
    "\ue844": "䜣",  # FE80, in given names
    "\ue845": "䜩",  # FE81
    "\ue846": "䝼",  # FE82
    "\ue847": "䞍",  # FE83
    "\ue849": "䥇",  # FE85
    "\ue84a": "䥺",  # FE86
    "\ue84b": "䥽",  # FE87
    "\ue84c": "䦂",  # FE88
    "\ue84d": "䦃",  # FE89
    "\ue84e": "䦅",  # FE8A
    "\ue84f": "䦆",  # FE8B
    "\ue850": "䦟",  # FE8C
    "\ue851": "䦛",  # FE8D
    "\ue852": "䦷",  # FE8E
    "\ue853": "䦶",  # FE8F
    "\ue854": "龺",  # FE90
    "\ue856": "䲣",  # FE92
    "\ue857": "䲟",  # FE93
    "\ue858": "䲠",  # FE94
    "\ue859": "䲡",  # FE95
    "\ue85a": "䱷",  # FE96
    "\ue85b": "䲢",  # FE97
    "\ue85c": "䴓",  # FE98
    "\ue85d": "䴔",  # FE99
    "\ue85e": "䴕",  # FE9A
    "\ue85f": "䴖",  # FE9B
    "\ue860": "䴗",  # FE9C
    "\ue861": "䴘",  # FE9D
    "\ue862": "䴙",  # FE9E
    "\ue863": "䶮",  # FE9F, yǎn in given names
    "\ue864": "龻",  # FEA0
}
