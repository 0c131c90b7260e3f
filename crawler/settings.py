"""Plain constants that wire the project; no logic. Each may be set with -s."""

from pipelines.version import EXTRACTOR_VERSION

BOT_NAME = "huiyi"
SPIDER_MODULES = ["crawler.spiders"]
# `scrapy list` and `scrapy crawl` know the declared sites.
SPIDER_LOADER_CLASS = "crawler.loader.SiteLoader"
COMMANDS_MODULE = "crawler.commands"

# Where sites are declared; a relative folder starts at scrapy.cfg's.
SITES_DIR = "seeds"
# Where records are written; a relative folder starts at the current one.
ARCHIVE_DIR = "archive"
# An archive that a crawl is served from instead of the network.
OFFLINE = ""

ITEM_PIPELINES = {
    "pipelines.stages.Decode": 100,
    "pipelines.stages.Clean": 200,
    "pipelines.stages.Extract": 300,
    "pipelines.stages.Archive": 400,
}
# Scrapy makes as many tasks for each response, whatever it yields; no stage waits for
# anything, so that more than one at a time gains nothing.
CONCURRENT_ITEMS = 1
# Without it an item from start() holds Ctrl-C for ever.
DOWNLOADER = "crawler.downloader.ClosingDownloader"
EXTENSIONS = {
    "crawler.keeper.ArchiveKeeper": 0,
    "crawler.hours.HoursGuard": 0,
}

FEED_EXPORTERS = {
    "json": "crawler.exporters.JsonMeetingExporter",
    "jsonl": "crawler.exporters.JsonLinesMeetingExporter",
    "jsonlines": "crawler.exporters.JsonLinesMeetingExporter",
    "jl": "crawler.exporters.JsonLinesMeetingExporter",
    "csv": "crawler.exporters.CsvMeetingExporter",
    "xml": "crawler.exporters.XmlMeetingExporter",
    # Not for strangers: reading one runs the code in it.
    "pickle": None,
    "marshal": None,
}
FEED_STORAGES = {
    "": "crawler.feeds.WholeFileStorage",
    "file": "crawler.feeds.WholeFileStorage",
}
# For Excel, which takes UTF-8 for the local code page: FEED_EXPORT_ENCODING=utf-8-sig
FEED_EXPORT_ENCODING = "utf-8"

# The summary says how a run went; -L INFO shows Scrapy's own account.
LOG_LEVEL = "WARNING"
# Items hold whole pages, which no log line should.
LOG_FORMATTER = "crawler.logformatter.AddressLogFormatter"

# Where a run that needs a person tells of it: addresses as Apprise has them
# (mailto://…, json://…); needs `pip install huiyi[notify]`.
NOTIFY_URLS: list[str] = []

# --- Who we are ---

# An address where a webmaster finds out who crawls and how to reach them.
CONTACT_URL = ""
USER_AGENT = f"huiyi/{EXTRACTOR_VERSION}"
# The name that robots.txt rules are looked up by: without version and contact.
ROBOTSTXT_USER_AGENT = "huiyi"
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": None,
    "crawler.user_agent.ContactUserAgentMiddleware": 500,
    # Exact hosts, redirects included; Scrapy's admits subdomains and has exemptions.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.hosts.HostsMiddleware": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.robots.PoliteRobotsMiddleware": 100,
    # With a line in the log for each retry and redirect.
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.attempts.LoggedRetryMiddleware": 550,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.attempts.LoggedRedirectMiddleware": 600,
    "crawler.archive.ArchiveMiddleware": 950,
}
# What pipelines/archive/http.py unpacks, whatever else is installed here.
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9",
    "Accept-Encoding": "gzip, deflate",
}

# --- Politeness: these are small offices' web servers ---

# RFC 9309; Scrapy alone does not obey.
ROBOTSTXT_OBEY = True
# The delay follows the server's own latency, one request at a time a host.
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 2.0
AUTOTHROTTLE_MAX_DELAY = 60.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
# A steady beat is what a firewall looks for.
DOWNLOAD_DELAY_JITTER = 0.5

# The log has the outcome of every request; an error is what a person must mend.
RETRY_GIVE_UP_LOG_LEVEL = "WARNING"

# --- Limits: a page is data from a stranger ---

# No article is larger; Scrapy alone takes a gibibyte.
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024
DOWNLOAD_WARNSIZE = 4 * 1024 * 1024
# Seconds for a whole response: a dripping one must not hold a slot.
DOWNLOAD_TIMEOUT = 30
# Real chains are http → https → www → path; Scrapy alone follows twenty.
REDIRECT_MAX_TIMES = 5
# A page may ask for anything; only the web is fetched. Otherwise a redirect could
# read this machine's files or reach its cloud credentials.
DOWNLOAD_HANDLERS = {
    "http": "crawler.wire.WireDownloadHandler",
    "https": "crawler.wire.WireDownloadHandler",
    "file": None,
    "data": None,
    "ftp": None,
    "s3": None,
}
# Names, literals and odd number forms that lead to this machine or its network are
# refused at the connection; tests crawl a server of their own.
PRIVATE_ADDRESSES_ALLOWED = False
# A page that sends its reader on in its markup: an article could hide behind it, and
# no outcome would say so.
METAREFRESH_ENABLED = False
# A session would make the archive depend on what was fetched before, and cookies
# make tldextract fetch its list of suffixes from the network.
COOKIES_ENABLED = False
# A proxy named in the environment would see every request and resolve our hosts.
HTTPPROXY_ENABLED = False
# Scrapy alone accepts any certificate; a forged page would enter the archive.
DOWNLOAD_VERIFY_CERTIFICATES = True

# --- Nothing listens ---

# A port where anyone on the machine runs Python in the crawler.
TELNETCONSOLE_ENABLED = False
# As telnet: a way in that an unattended crawl does not need.
REMOTE_CONTROL_ENABLED = False
