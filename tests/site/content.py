"""What the local sites say: lists that grow, articles with and without a meeting."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from tests.site.server import Answer, Asked

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = ("志远", "文博", "建新", "国栋", "海涛", "雪梅", "立峰", "晓东", "永康", "秀兰")
TOPICS = ("安全生产", "森林防火", "项目建设", "疫情防控", "防汛抗旱", "招商引资")
PER_PAGE = 20


def person(number: int) -> str:
    return SURNAMES[number % 20] + GIVEN[number // 20 % 10]


def report(number: int, county: str = "卢阳县") -> tuple[str, list[str]]:
    """Title and paragraphs of one report; two of three tell a meeting."""
    day = f"{number % 12 + 1}月{number % 27 + 1}日"
    topic = TOPICS[number % 6]
    if number % 3 == 2:
        title = f"{county}{topic}宣传画册第{number}期印制完成"
        return title, [
            f"{day}，{county}{topic}宣传画册第{number}期印制完成，将免费发放到各村各户。",
            f"画册图文并茂，介绍了{topic}的基本常识，深受群众欢迎。",
        ]
    title = f"{county}召开{topic}工作会议"
    return f"{title}（{number}）", [
        (
            f"本报讯 {day}上午，{county}{topic}工作会议召开。县委书记{person(number)}出席会议"
            f"并讲话，县长{person(number + 7)}主持会议。"
        ),
        (
            f"{person(number)}强调，一要提高认识，压实责任。二要突出重点，补齐短板。三要加强"
            f"督查，确保{topic}各项任务落到实处。"
        ),
        (
            f"副县长{person(number + 13)}通报了有关情况，县领导{person(number + 29)}、"
            f"{person(number + 31)}参加会议。"
        ),
    ]


@dataclass(kw_only=True)
class Site:
    """One host's articles and lists, as a content-management system prints them."""

    host: str
    articles: int
    encoding: str = "utf-8"
    padding: int = 0
    """Characters of a script in each page, for pages of a real one's size."""
    robots: Answer = field(default_factory=lambda: Answer(status=404))
    edits: dict[int, str] = field(default_factory=dict)
    """Paragraphs added to an article since."""
    gone: set[int] = field(default_factory=set)
    answers: dict[str, Answer] = field(default_factory=dict)
    """Answers to other paths."""
    next_label: str = "下一页"
    is_gzip: bool = False
    is_chunked: bool = False
    hints: bool = False
    """Whether 103 Early Hints come before each page."""
    paged: set[int] = field(default_factory=set)
    """Articles that are printed over two addresses."""

    def __call__(self, asked: Asked) -> Answer:
        path = asked.path
        if path in self.answers:
            return self.answers[path]
        if path == "/api/list" and asked.method == "POST":
            return self.api_page(json.loads(asked.body)["page"])
        if path == "/robots.txt":
            return self.robots
        if match := re.fullmatch(r"/xw/(?:index(?:_(\d+))?\.html)?", path):
            return self._page(self.list_page(int(match[1] or 0)))
        if match := re.fullmatch(r"/xw/2021/t2021\d{4}_(\d+?)(_2)?\.html", path):
            number = int(match[1]) - 10_000
            if 0 <= number < self.articles and number not in self.gone:
                return self._page(self.article_page(number, second=bool(match[2])))
        return Answer(status=404, body=b"<h1>404</h1>", is_conditional=False)

    def path(self, number: int, second: bool = False) -> str:
        month, day = number % 12 + 1, number % 27 + 1
        tail = "_2" if second else ""
        return f"/xw/2021/t2021{month:02}{day:02}_{number + 10_000}{tail}.html"

    def list_page(self, page: int) -> str:
        newest = range(self.articles - 1, -1, -1)
        shown = newest[page * PER_PAGE : (page + 1) * PER_PAGE]
        rows = "".join(
            f'<li><a href="{self.path(n)}">{report(n)[0]}</a>'
            f"<span>2021-{n % 12 + 1:02}-{n % 27 + 1:02}</span></li>\n"
            for n in shown
        )
        more = (page + 1) * PER_PAGE < self.articles
        pager = f'<a href="/xw/index_{page + 1}.html">{self.next_label}</a>'
        return self._frame("要闻", f"<ul>{rows}</ul>{pager if more else ''}")

    def api_page(self, page: int) -> Answer:
        """As a script asks for it: rows without an address, page 1 the first."""
        newest = range(self.articles - 1, -1, -1)
        rows = [
            {"file": self.path(n).rpartition("/")[2], "title": report(n)[0]}
            for n in newest[(page - 1) * PER_PAGE : page * PER_PAGE]
        ]
        body = json.dumps({"code": 0, "data": {"rows": rows}}).encode()
        return Answer(body=body, content_type=b"application/json")

    def article_page(self, number: int, *, second: bool) -> str:
        title, paragraphs = report(number)
        if number in self.edits:
            paragraphs = [*paragraphs, self.edits[number]]
        if number in self.paged:
            paragraphs = paragraphs[1:] if second else paragraphs[:1]
        body = "".join(f"<p>{each}</p>\n" for each in paragraphs)
        more = f'<a href="{self.path(number, second=True)}">2</a>'
        pager = more if number in self.paged and not second else ""
        return self._frame(
            title,
            f"<h1>{title}</h1>\n<div class='info'>发布时间：2021-{number % 12 + 1:02}-"
            f"{number % 27 + 1:02} 09:{number % 60:02} 来源：卢阳日报</div>\n"
            f"<div class='TRS_Editor'>{body}</div><div class='page'>{pager}</div>",
        )

    def _frame(self, title: str, body: str) -> str:
        script = f"<script>/*{'x' * self.padding}*/</script>" if self.padding else ""
        return (
            f"<!DOCTYPE html><html><head><meta charset='{self.encoding}'>"
            f"<title>{title}_卢阳县人民政府</title>{script}</head><body>\n"
            f"<div class='nav'><a href='/'>首页</a></div>\n{body}\n"
            "<div class='foot'>卢阳县人民政府办公室主办</div></body></html>"
        )

    def _page(self, markup: str) -> Answer:
        return Answer(
            body=markup.encode(self.encoding),
            content_type=b"text/html",
            is_gzip=self.is_gzip,
            is_chunked=self.is_chunked,
            is_hinted=self.hints,
        )


@dataclass(kw_only=True)
class Web:
    """All hosts of the local network, by their Host header."""

    sites: dict[str, Site]

    def __call__(self, asked: Asked) -> Answer:
        site = self.sites.get(asked.host)
        return site(asked) if site else Answer(status=404, body=b"no such host")
