"""Whether a page can hold a meeting: one look at its bytes, before any parsing."""

from __future__ import annotations

from functools import cache

# What a record of a meeting or a visit cannot be written without. 會議 and 会议 stand
# for every kind: who reports a 座谈会 also says 会议, 会上 or 大会.
WORDS = (
    "会议", "會議", "会上", "會上", "大会", "大會", "全会", "全會", "例会", "例會",
    "座谈", "座談", "常委会", "常委會", "委会", "委會", "工作会", "工作會", "动员会",
    "動員會", "推进会", "推進會", "调度会", "發佈會", "发布会", "召开", "召開", "主持",
    "调研", "調研", "视察", "視察", "检查", "檢查", "督导", "督導", "慰问", "慰問",
    "会见", "會見", "会谈", "會談", "仪式", "儀式", "研讨", "研討", "论坛", "論壇",
    # What is left of a reading between the characters: 會(huì)議, 調(diào)研.
    "会ì", "會ì", "会（", "會（", "調à", "調ià", "視ì", "檢ǎ", "座谈", "議ì",
    "听证", "聽證", "约谈", "約談", "培训", "培訓", "出席", "党组", "黨組",
)  # fmt: skip
OTHER_ENCODINGS = ("gb18030", "big5hkscs")
# UTF-8 read as GBK and saved as UTF-8 again, and as Latin-1: 浼氳 for 会议.
MISREAD = ("浼氳", "鏈冭", "ä¼š", "»áÒé", "穦某")
# Character references, and the escapes of what a script carries.
ESCAPES = (b"&#", b"\\u")
ESCAPED = (b"&#20250;", b"&#26371;", b"&#x4f1a;", b"&#x6703;", b"\\u4f1a", b"\\u6703")
ASCII = bytes(range(0x80))


def may_hold_meeting(body: bytes) -> bool:
    """False only for a page on which no word for a meeting or a visit stands, in any
    encoding that Chinese pages come in. True says no more than: look closer.
    """
    if b"\0" in body[:200]:
        # UTF-16, or no page at all: rare, and not worth a look of its own.
        return True
    if any(mark in body for mark in ESCAPES) and _is_escaped(body):
        return True
    # Markup, spaces and readings go, so that words which they part stand together.
    # A word that is none, of what stood apart, costs no more than a closer look.
    high = body.translate(None, ASCII)
    try:
        text = high.decode()
    except UnicodeDecodeError:
        return any(form in high for form in forms_in_others())
    return any(word in text for word in words_in_utf8())


def _is_escaped(body: bytes) -> bool:
    lower = body.lower()
    return any(form in lower for form in ESCAPED)


@cache
def words_in_utf8() -> tuple[str, ...]:
    """Of a page that is valid UTF-8, what is ASCII taken out as of the page."""
    return tuple(_without_ascii(word.encode()).decode() for word in (*WORDS, *MISREAD))


def _without_ascii(form: bytes) -> bytes:
    return form.translate(None, ASCII)


@cache
def forms_in_others() -> tuple[bytes, ...]:
    """In every encoding: a page of GBK may hold a paragraph of UTF-8."""
    forms = dict.fromkeys(word.encode() for word in words_in_utf8())
    for word in WORDS:
        for encoding in OTHER_ENCODINGS:
            try:
                # The second byte of some characters is ASCII, and is gone from both.
                forms[_without_ascii(word.encode(encoding))] = None
            except UnicodeEncodeError:
                # A Simplified word that Big5 does not have.
                continue
    return tuple(forms)
