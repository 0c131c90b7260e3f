"""Pages that can hold a meeting are never passed over."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from pipelines import extract
from pipelines.prefilter import may_hold_meeting
from pipelines.sites import UNDECLARED
from tests.made import text_page

ROOT = Path(__file__).parent

TEXT = "1月3日，全县安全生产工作会议召开，县长王一川主持。"
PLAIN = "1月3日，全县普降小雨，气温略有下降，请注意添衣。"


def page(text: str) -> str:
    return (
        f"<html><body><div class='x'>{'<p>.</p>' * 50}<p>{text}</p></div></body></html>"
    )


HOLD = [
    ("UTF-8", page(TEXT).encode()),
    ("GBK", page(TEXT).encode("gbk")),
    ("Big5", page("全縣工作會議召開").encode("big5")),
    ("UTF-16", page(TEXT).encode("utf-16")),
    ("references", page("".join(f"&#{ord(c)};" for c in TEXT)).encode()),
    ("hexadecimal references", page("".join(f"&#X{ord(c):X};" for c in TEXT)).encode()),
    ("escapes in a script", page(TEXT.encode("unicode_escape").decode()).encode()),
    ("glossed", page("工作會(huì)議(yì)召(zhào)開").encode()),
    ("spaced", page("工 作 会 议").encode()),
    ("tags inside the word", page("工作会<b>议</b>").encode()),
    ("UTF-8 read as GBK", page(TEXT.encode().decode("gb18030", "replace")).encode()),
    ("GBK read as Latin-1", page("会议".encode("gbk").decode("latin-1")).encode()),
    ("visit", page("市长王一川到临河县调研。").encode()),
    ("reception", page("市长王一川会见客商。").encode("gbk")),
    ("supervision", page("县委书记王一川深入杜关镇督查脱贫攻坚。").encode()),
    ("lecture", page("县委书记王一川讲授专题党课。").encode("gbk")),
    (
        "Traditional visit",
        page("市長王一川到臨河縣調(diào)研。").encode("big5hkscs", "ignore"),
    ),
    ("ceremony", page("项目签约仪式举行").encode()),
    ("one GBK word in UTF-8", page(PLAIN).encode() + "会议".encode("gbk")),
]


@pytest.mark.parametrize("body", [row[1] for row in HOLD], ids=[row[0] for row in HOLD])
def test_looked_at(body: bytes) -> None:
    assert may_hold_meeting(body)


PASSED = [
    ("UTF-8", page(PLAIN).encode()),
    ("GBK", page(PLAIN).encode("gbk")),
    ("English", page("The meeting was chaired by the mayor.").encode()),
    ("other references", page(html.escape(PLAIN) + "&#169;").encode()),
    ("nothing", b""),
]


@pytest.mark.parametrize("body", [row[1] for row in PASSED], ids=[row[0] for row in PASSED])  # fmt: skip
def test_passed_over(body: bytes) -> None:
    assert not may_hold_meeting(body)


PAGES = sorted((ROOT / "quality" / "meetings" / "pages").rglob("*.txt"))


def test_no_page_of_the_corpus_that_tells_a_meeting_is_passed_over() -> None:
    assert len(PAGES) > 100
    for file in PAGES:
        body = file.read_bytes()
        if not may_hold_meeting(body):
            assert not extract([text_page(body.decode())], UNDECLARED).meetings, file
