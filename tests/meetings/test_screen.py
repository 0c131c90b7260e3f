"""Pages that tell no meeting though they are full of words for meetings, each beside
a report that shares the words that gave it away."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.meetings.prose import read_prose
from pipelines.meetings.screen import has_no_meeting

# The reason, the title, the text.
NONE = [
    (
        "commentary",
        "白河时评：会要开得短",
        "前不久，一位镇长算账，一个月参加县里的会19个。有的部门把推进会改叫调度会，换汤不换药。笔者以为，县长主持召开会议时不妨掐表。",
    ),
    (
        "commentary",
        "开会念稿的学问",
        "某县召开推进会，三个局长上台发言，稿子竟有两段一样。难在哪里？有的干部心里没数。",
    ),
    (
        "commentary",
        "会海",
        "据某县县委办一名干部透露，县委书记一年出席会议、活动900多场。为什么这样多？县长出席并讲话的会才算重视。",
    ),
    (
        "notice",
        "中共白河县水务局党组关于巡察整改进展情况的通报",
        "8月12日召开党组会议进行补学。9月3日党组召开民主生活会，逐项对照。",
    ),
    ("other_kind", "【白河快评】会场要搬到田头", "县长罗建平主持召开会议，响铃计时。"),
    (
        "question",
        "什么是政协提案？",
        "区政协提案委员会主任成柯介绍，承办单位应当召开办理协商会听取意见。",
    ),
    (
        "questions",
        "县人代会何时开",
        "提问：今年的人民代表大会会议什么时候召开？\n律师回答：县第十八届人民代表大会第三次会议于2023年2月召开，县长作报告。",
    ),
    (
        "duties",
        "白河区水利局领导信息",
        "局长毕成利\n主持全面工作。\n副局长宁海\n分管水旱灾害防御，组织召开会商会议。\n四级调研员尚武\n协助宁海同志工作，参加区政府水利专题会议。",
    ),
    (
        "rules",
        "第四次会议宣誓方案",
        "为做好本次会议宪法宣誓组织工作，制定本方案。宣誓仪式在第三次全体会议会场举行，由大会执行主席主持会议。",
    ),
    (
        "recollection",
        "那年冬天的县委会议——一位老同志的回忆",
        "第二年2月5日，县委召开农村工作会议，我负责记录。书记主持会议。",
    ),
    (
        "sport",
        "赛前发布会：主帅称要给球迷交代",
        "下轮联赛，主教练、球员出席赛前新闻发布会。客场作战，主场丢球，董事长主持会议。",
    ),
    (
        "market",
        "午间公告精选",
        "公司召开股东大会，董事长主持会议。股权登记日为11月25日，沪指收盘上涨，券商看好。",
    ),
    (
        "chatter",
        "县长今天又有新动作？一文看懂",
        "小编带大家一起看看。县长在今日的经济工作会议上强调要抓实。转载请注明来自某网。",
    ),
    (
        "rules",
        "白河县防汛抗旱应急预案",
        "县防指每周召开一次会商会议，由副指挥长罗建平主持。应急响应时，指挥长主持召开紧急会商会议。\n本预案自2016年5月1日起施行。",
    ),
    (
        "preview",
        "稳增长电视电话会议下午开",
        "市政府将于6月1日下午召开稳增长电视电话会议，市领导将出席会议并讲话，各县要求派人参加会议。",
    ),
    (
        "fiction",
        "第十二章 常委会上的较量",
        "“这个人不能动。”书记罗建平冷笑道。他心里清楚，会议还没开，结论就有了。",
    ),
]
REPORTS = [
    ("县体育局会议召开", "3月4日，县体育局召开会议，局长罗建平出席会议并讲话，备战联赛、慰问教练。"),
    ("县委常委会会议召开", "3月4日，县委书记罗建平主持召开会议，听取有的部门汇报。有的干部怎么办？"),
    ("县政协就提案怎么办开展协商", "3月4日，县政协召开协商会议，主席石大川主持会议。"),
    ("县里推进会召开", "推进会将于每季度召开。3月4日，首次推进会召开，县长罗建平出席会议。"),
    ("县政府调整分工", "3月4日，县长罗建平主持召开会议，明确分管工作。会议要求抓好落实。"),
    ("全县双拥座谈会召开", "座谈会召开，驻地部队政委王一川少将出席座谈会并讲话。"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "title", "text"), NONE)
def test_no_meeting(reason: str, title: str, text: str) -> None:
    assert has_no_meeting(read_prose(text), title, date(2024, 3, 5)) == reason


@pytest.mark.parametrize(("title", "text"), REPORTS)
def test_a_report(title: str, text: str) -> None:
    assert has_no_meeting(read_prose(text), title, date(2024, 3, 5)) is None
