"""How Chinese a text is: the measure by which readings of bytes are compared."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from pipelines.decode.variants import simplified_forms

# The most frequent characters of modern Chinese prose, and those that government
# news add to them. In news they are 60 to 75 of 100 characters; a text read in a
# wrong encoding shows 1 to 10.
FREQUENT = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动"
    "同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自"
    "二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变"
    "条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器"
    "压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安"
    "场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集"
    "温传土许步群广石记需段研界林律叫且究观越织装影算低持音众书布复容儿须际商非验连断"
    "深难近矿千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号"
    "率族维划选标写存候快效院查江型眼王格养易置派层始却专状育厂京识适属圆包住调满县局"
    "照参红细引听该铁价严镇乡村街辖州湖河城席副署落疫防控贯彻神召督检推责企项投服优环"
    "境促振兴隐患排措施扎抓紧坚守底汇"
)
MARKS = "，。、；：“”‘’《》（）！？—…【】·　"

NON_ASCII = re.compile(r"[^\x00-\x7f]+")
SAMPLE = 240
"""Characters that a judgement looks at; more would not change it."""


def fitness(text: str) -> float:
    """Share of the non-ASCII characters that Chinese prose is made of, 0 to 1.

    Looks at a sample from the beginning; 0 for a text in ASCII.
    """
    runs = [run[0] for run in islice(NON_ASCII.finditer(text), SAMPLE // 4)]
    sample = "".join(runs)[:SAMPLE]
    if not sample:
        return 0.0
    return len(prose().findall(sample)) / len(sample)


@cache
def prose() -> re.Pattern[str]:
    """One of `prose_characters`."""
    return re.compile(f"[{''.join(sorted(prose_characters()))}]")


@cache
def prose_characters() -> frozenset[str]:
    """The frequent characters in either script, and Chinese punctuation marks."""
    frequent = set(FREQUENT)
    traditional = {
        form for form, simple in simplified_forms().items() if simple in frequent
    }
    return frozenset(frequent | traditional | set(MARKS))
