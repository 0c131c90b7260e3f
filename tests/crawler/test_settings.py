"""The settings that keep a crawl safe and polite, as Scrapy resolves them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from scrapy import Spider
from scrapy.core.downloader.handlers import DownloadHandlers
from scrapy.crawler import Crawler
from scrapy.exceptions import NotSupported
from scrapy.http import Request
from scrapy.settings import SETTINGS_PRIORITIES, Settings
from scrapy.utils.misc import load_object
from scrapy.utils.project import get_project_settings

from crawler.user_agent import ContactUserAgentMiddleware
from pipelines.version import EXTRACTOR_VERSION
from tests.crawler.conftest import ROOT, Crawl

MIB = 1024 * 1024


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The project's settings over Scrapy's defaults, as every command sees them."""
    monkeypatch.chdir(ROOT)
    # Set, then taken away: what Scrapy puts there is undone with it.
    monkeypatch.setenv("SCRAPY_SETTINGS_MODULE", "")
    monkeypatch.delenv("SCRAPY_SETTINGS_MODULE")
    return get_project_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ROBOTSTXT_OBEY", True),
        ("ROBOTSTXT_USER_AGENT", "huiyi"),
        ("AUTOTHROTTLE_ENABLED", True),
        ("AUTOTHROTTLE_TARGET_CONCURRENCY", 1.0),
        ("CONCURRENT_REQUESTS_PER_DOMAIN", 1),
        ("DOWNLOAD_MAXSIZE", 16 * MIB),
        ("DOWNLOAD_TIMEOUT", 30),
        ("REDIRECT_MAX_TIMES", 5),
        ("TELNETCONSOLE_ENABLED", False),
        ("REMOTE_CONTROL_ENABLED", False),
        ("COOKIES_ENABLED", False),
        ("HTTPPROXY_ENABLED", False),
        ("DOWNLOAD_VERIFY_CERTIFICATES", True),
        ("JOBDIR", None),
        ("USER_AGENT", f"huiyi/{EXTRACTOR_VERSION}"),
        ("CONTACT_URL", ""),
        ("SITES_DIR", "seeds"),
        ("OFFLINE", ""),
        ("PRIVATE_ADDRESSES_ALLOWED", False),
        ("METAREFRESH_ENABLED", False),
        ("ARCHIVE_DIR", "archive"),
    ],
)
def test_effective_setting(settings: Settings, name: str, value: object) -> None:
    assert settings[name] == value


def test_a_host_is_given_time_between_requests(settings: Settings) -> None:
    assert settings.getfloat("DOWNLOAD_DELAY") >= 1
    assert settings.getfloat("DOWNLOAD_DELAY_JITTER") > 0


def test_no_setting_is_misspelt(settings: Settings) -> None:
    own = {"SITES_DIR", "ARCHIVE_DIR", "CONTACT_URL", "OFFLINE"}
    own |= {"PRIVATE_ADDRESSES_ALLOWED", "NOTIFY_URLS"}
    by_the_way = {"EXTRACTOR_VERSION", "SETTINGS_MODULE"}
    project = SETTINGS_PRIORITIES["project"]
    named = {name for name in settings if settings.getpriority(name) == project}
    assert {name for name in named if name not in Settings()} == own | by_the_way


@pytest.mark.parametrize("scheme", ["file", "data", "ftp", "s3"])
def test_only_the_web_is_fetched(settings: Settings, scheme: str) -> None:
    handlers = settings.getwithbase("DOWNLOAD_HANDLERS")
    assert handlers[scheme] is None
    assert {name for name, handler in handlers.items() if handler} == {"http", "https"}


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "data:,x", "ftp://a.example/", "s3://bucket/x"]
)
def test_other_schemes_have_no_handler(settings: Settings, url: str) -> None:
    handlers = DownloadHandlers(Crawler(Spider, settings))
    with pytest.raises(NotSupported):
        asyncio.run(handlers.download_request_async(Request(url)))


@pytest.mark.parametrize(
    ("contact", "sent"),
    [
        ("", f"huiyi/{EXTRACTOR_VERSION}"),
        (
            "https://a.example/crawl",
            f"huiyi/{EXTRACTOR_VERSION} (+https://a.example/crawl)",
        ),
    ],
)
def test_the_user_agent_names_the_contact(
    settings: Settings, contact: str, sent: str
) -> None:
    settings.set("CONTACT_URL", contact, priority="cmdline")
    middleware = ContactUserAgentMiddleware.from_crawler(Crawler(Spider, settings))
    request = Request("http://a.example/")
    middleware.process_request(request)
    assert request.headers["User-Agent"] == sent.encode()


def test_components_load(settings: Settings) -> None:
    names: list[Any] = [
        *settings["ITEM_PIPELINES"],
        *settings["EXTENSIONS"],
        *filter(None, settings["FEED_EXPORTERS"].values()),
        settings["LOG_FORMATTER"],
        settings["DOWNLOADER"],
    ]
    assert all(load_object(name) for name in names)


def test_stages_stand_in_order(settings: Settings) -> None:
    stages = settings["ITEM_PIPELINES"]
    order = [name.split(".")[-1] for name in sorted(stages, key=stages.get)]
    assert order == ["Decode", "Clean", "Extract", "Archive"]


def test_feeds_that_run_code_are_refused(settings: Settings) -> None:
    exporters = settings.getwithbase("FEED_EXPORTERS")
    assert (exporters["pickle"], exporters["marshal"]) == (None, None)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("DOWNLOAD_DELAY=abc", "a number is wanted"),
        ("ROBOTSTXT_OBEY=perhaps", "0 or 1 is wanted"),
        ("LOG_LEVEL=loud", "is wanted"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused(
    crawl: Crawl, given: str, said: str
) -> None:
    name, _, value = given.partition("=")
    run = crawl("guancha", **{name: value})
    assert run.status == 2, run.err
    assert f"-s {given}: " in run.err
    assert said in run.err
    assert "Traceback" not in run.err
