"""How two spellings of one value are told to be the same."""

from __future__ import annotations

import re

PUNCTUATION = re.compile(r"[\s\W_]+")
DOTS = str.maketrans("・•‧∙．.", "······")
QUALIFIER = re.compile(
    r"^(?:原|前|时任)"
    # 代市长 is a 市长 who acts; 代表 is no 表.
    r"|^代(?=[省市区县旗州盟乡镇]长|主席|院长|检察长)"
)
NOMINEE = re.compile(r"(?:提名)?(?:候选人|人选)$")
# 市领导, 县级领导, 在家的州领导: who stands in a row, not an office.
LIST_LABEL = re.compile(r"(?:领导|领导同志|负责人|负责同志)$")


def text_key(value: str) -> str:
    """`value` without spaces, punctuation and brackets."""
    return PUNCTUATION.sub("", value)


def person_key(value: str) -> str:
    """A person's name with one kind of inner dot and no spaces."""
    return "".join(value.translate(DOTS).split())


def title_key(label: str) -> str:
    """A title without what the records keep apart as its qualifier."""
    bare = NOMINEE.sub("", QUALIFIER.sub("", label))
    return text_key(bare or label)


def response_key(value: str) -> str:
    """The name of an upstream meeting or text, without 精神."""
    return text_key(value).removesuffix("精神")


def same(left: str, right: str) -> bool:
    return left == right


def overlapping(left: str, right: str) -> bool:
    """One stands within the other, and the shorter one says something."""
    short, long = sorted((left, right), key=len)
    return len(short) > 1 and short in long


def resembling(left: str, right: str) -> bool:
    """Half of the character pairs are the same: two tellings of one visit."""
    return bigram_overlap(left, right) >= 0.5


def bigram_overlap(left: str, right: str) -> float:
    """Dice coefficient of the two texts' character pairs, 0 to 1."""
    one, other = _bigrams(left), _bigrams(right)
    if not one or not other:
        return float(left == right)
    return 2 * len(one & other) / (len(one) + len(other))


def _bigrams(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}
