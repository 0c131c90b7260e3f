"""Novels, serials and plays that narrate a meeting with all its people.

Signs add up: chapters and their navigation, speech as a story tells it, what people
feel and do with their hands, dots inside words. Reports have quotations too; one with
a newspaper's own marks is a story only where it also tells of gestures.
"""

from __future__ import annotations

import re

_CHAPTER = re.compile(
    r"(?:^|[\n_>＞])[\s　]*第[一二三四五六七八九十百千\d]{1,6}[章回卷节集](?![^\n]{0,30}条)|"
    r"(?:都市|官场|玄幻|穿越|言情|长篇|闪|小|微)小说|上一[章节]|下一[章节]|章节目录|返回(?:目录|书目)|"
    r"章(?:未)?完|最新章节|未完待续|加入书[签架]|分集剧情|剧情介绍"
)
_TITLE = re.compile(r"\s*第[一二三四五六七八九十百千\d]{1,6}[章回卷集]")
_DIALOGUE = re.compile(
    r"[“「『\"][^”」』\"\n]{2,200}[”」』\"]?[，。！？]?[^，。“\n]{0,12}(?:道|问|笑|喊|骂|叹|吼|哼)[：，。]|"
    r"(?:道|问道|笑道|说道|冷笑|暗想|心想|心里|心中)[：，]"
)
_QUOTED_LINE = re.compile(r"(?m)^[\s　]*[“「『][^”」』\n]{1,80}")
_GESTURE = re.compile(
    r"心里|心中|暗想|心想|暗自|暗暗|不由得|脸色|冷笑|皱眉|皱了皱|眼神|苦笑|[点摇]了?[点摇]头|微微一笑|微微发|沉默|"
    r"心头|不动声色|压低(?:了)?声音|叹了口气|叹气|谁也没想到|[看瞥瞪盯扫瞟瞅](?:了[^，。]{0,3}|着)(?:一眼|[他她]|众人|两遍)|"
    r"揉了揉|拍了拍|敲了敲|清了清|咳嗽?了?一声|摆了?摆手|愣[了住]|怔[了住]|攥|叼着|沉下脸|哄笑|喝了一?口|应了一声|"
    r"慢悠悠|慢条斯理|抽屉|烟灰缸|脸[一上]?[沉红白]|嘴角|后背|背影|冷冷|淡淡地?[说道]|缓缓(?:地|说|道|开口)|忍不住|"
    r"禁不住|大惊失色|居然|不以为然|彻夜难眠|恍然|鸦雀无声|端[起着](?:茶|豆浆|酒|杯)|[咂咧撇]嘴|嘀咕|窃窃私语|盘算|掂量"
)
# 市.委, 书·记: dots against a filter, inside words that no report cuts.
_DOTTED = re.compile(
    r"[省市县区乡镇][.．·•][委长府]|书[.．·•]记|常[.．·•]委|党[.．·•][委组]|政[.．·•]府"
)
_REPORTED = re.compile(
    r"本报讯|本网讯|[（(][^（）()\n]{0,12}(?:记者|通讯员)|来源[：:]|融媒体"
)
HEAD, TAIL = 200, 300
"""Characters of a text in which chapters and their navigation are looked for."""
ENOUGH = 4
MANY = 3
"""Different gestures that no report has, whoever is said to have written it."""


def is_fiction(title: str, text: str) -> bool:
    if _TITLE.match(title):
        return True
    chapters = len(_CHAPTER.findall(title + "\n" + text[:HEAD] + "\n" + text[-TAIL:]))
    chapters += min(len(_DOTTED.findall(text)), 2)
    gestures = len(set(_GESTURE.findall(text)))
    spoken = min(len(_DIALOGUE.findall(text)), ENOUGH)
    quoted = min(len(_QUOTED_LINE.findall(text)), 2)
    if not chapters and gestures < MANY and _REPORTED.search(text):
        return False
    return 2 * chapters + min(gestures, ENOUGH) + spoken + quoted >= ENOUGH
