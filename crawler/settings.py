"""Plain constants that wire the project; no logic."""

BOT_NAME = "huiyi"
SPIDER_MODULES = ["crawler.spiders"]
