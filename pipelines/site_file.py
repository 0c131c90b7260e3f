"""The strict loader of `seeds/<site>/site.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import yaml
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from pipelines.families.names import FAMILY_NAMES
from pipelines.lexicon.gazetteer import gazetteer
from pipelines.sites import Assertions, Layout, Select, Site, Start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

SITE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
AREA = re.compile(r"CN|[1-9]\d{5}")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+(?::\d{1,5})?")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
HOURS = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d")


# What `scrapy crawl` and the archive call something else.
RESERVED = frozenset({"replay", "undeclared"})


class SiteError(ValueError):
    """A declaration that cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declarations:
    """What stands under a folder of sites."""

    sites: dict[str, Site]
    """Those that load, by name."""
    broken: dict[str, SiteError]
    """Those that do not, by folder."""


def load_sites(folder: Path) -> dict[str, Site]:
    """Every site declared under `folder`, by name; SiteError where one is broken.

    For whoever asks which site a page is of: without one of them, its pages would
    be taken for those of no site.
    """
    declarations = load_declarations(folder)
    for error in declarations.broken.values():
        raise error
    return declarations.sites


def load_declarations(folder: Path) -> Declarations:
    """Every site declared under `folder`, and what is wrong with the others.

    Broken is a site with an unknown or repeated key, a value of the wrong form, a
    selector or pattern that does not compile, a folder of another name, or a host
    that another site declares too; the error names file and line. Raises SiteError
    where there is no such folder.
    """
    if not folder.is_dir():
        raise SiteError(f"{folder}: no such folder; set SITES_DIR")
    sites: dict[str, Site] = {}
    broken: dict[str, SiteError] = {}
    for file in sorted(folder.glob("*/site.yml")):
        try:
            sites[file.parent.name] = load_site(file)
        except SiteError as error:
            broken[file.parent.name] = error
    for file in sorted(folder.glob("*/site.yaml")):
        broken[file.parent.name] = SiteError(f"{file}: rename it to site.yml")
    broken |= _sharing_hosts(folder, sites.values())
    sites = {name: site for name, site in sites.items() if name not in broken}
    return Declarations(sites=sites, broken=broken)


def load_site(file: Path) -> Site:
    """The site that one `site.yml` declares; SiteError as in `load_declarations`."""
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), yaml.SafeLoader)
    except UnicodeDecodeError as error:
        raise SiteError(f"{file}: not UTF-8; save it as UTF-8") from error
    except (yaml.YAMLError, OSError) as error:
        raise SiteError(f"{file}: {' '.join(str(error).split())}") from error
    site = _Reader(file).site(root)
    if site.name != file.parent.name:
        raise SiteError(f"{file}: name is {site.name!r}, folder {file.parent.name!r}")
    return site


def is_area(code: str) -> bool:
    """Whether `code` is `CN` or that of a division of some year since 1999."""
    return code == "CN" or code in gazetteer().codes


def _sharing_hosts(folder: Path, sites: Iterable[Site]) -> dict[str, SiteError]:
    """Both of two sites with one host: whose the host is nobody can tell."""
    owners: dict[str, list[str]] = {}
    for site in sites:
        for host in site.hosts:
            owners.setdefault(host, []).append(site.name)
    errors = {}
    for host, names in owners.items():
        for name in names if len(names) > 1 else ():
            others = ", ".join(str(folder / n / "site.yml") for n in names if n != name)
            file = folder / name / "site.yml"
            errors[name] = SiteError(f"{file}: host {host} is declared in {others} too")
    return errors


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns YAML nodes into records; keeps the file for its messages."""

    file: Path

    def fail(self, node: yaml.Node, message: str) -> SiteError:
        return SiteError(f"{self.file}:{node.start_mark.line + 1}: {message}")

    def site(self, root: yaml.Node | None) -> Site:
        if root is None:
            raise SiteError(f"{self.file}:1: the file is empty")
        values = self.mapping(root, _SITE_KEYS)
        for key in ("name", "title", "area"):
            if key not in values:
                raise self.fail(root, f"key {key!r} is missing")
        if "assert" in values:
            values["assertions"] = values.pop("assert")
        layouts = values.get("layouts", ())
        if list(layouts) != sorted(layouts, key=lambda layout: layout.until):
            raise self.fail(root, "layouts must stand oldest first")
        hosts = values.get("hosts", ())
        for start in values.get("start", ()):
            if (host := urlsplit(start.url).netloc.lower()) not in hosts:
                raise self.fail(root, f"start {start.url}: {host} is none of hosts")
        return Site(**values)

    def mapping(
        self, node: yaml.Node, keys: Mapping[str, Callable[[_Reader, yaml.Node], Any]]
    ) -> dict[str, Any]:
        if not isinstance(node, yaml.MappingNode):
            raise self.fail(node, "expected `key: value` lines")
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if key not in keys:
                known = ", ".join(sorted(keys))
                raise self.fail(key_node, f"unknown key {key!r}; known: {known}")
            if key in values:
                raise self.fail(key_node, f"key {key!r} is given twice")
            values[key] = keys[key](self, value_node)
        return values

    def text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self.fail(node, "expected text")
        return str(node.value)

    def quoted(self, node: yaml.Node) -> str:
        # YAML 1.1 reads a bare 010000 as the octal number 4096.
        value = self.text(node)
        if value.isdigit() and getattr(node, "style", None) not in {"'", '"'}:
            raise self.fail(node, f"put quotes around {value}")
        return value

    def number(self, node: yaml.Node) -> float:
        try:
            return float(self.text(node))
        except ValueError as error:
            raise self.fail(node, "expected a number") from error

    def share(self, node: yaml.Node) -> float:
        value = self.number(node)
        if not 0 <= value <= 1:
            raise self.fail(node, f"expected a share between 0 and 1, not {value}")
        return value

    def matching(self, pattern: re.Pattern[str], what: str, node: yaml.Node) -> str:
        value = self.quoted(node)
        if not pattern.fullmatch(value):
            raise self.fail(node, f"{value!r} is no {what}")
        return value

    def site_name(self, node: yaml.Node) -> str:
        value = self.matching(SITE_NAME, "site name", node)
        if value in RESERVED:
            raise self.fail(node, f"{value!r} means something else; take another name")
        return value

    def area(self, node: yaml.Node) -> str:
        value = self.matching(AREA, "GB/T 2260 code", node)
        if not is_area(value):
            raise self.fail(node, f"{value!r} is no GB/T 2260 code since 1999")
        return value

    def date(self, node: yaml.Node) -> str:
        value = self.matching(DATE, "date", node)
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise self.fail(node, f"{value!r} is no date") from error
        return value

    def host(self, node: yaml.Node) -> str:
        return self.matching(HOST, "lower-case host name", node)

    def url(self, node: yaml.Node) -> str:
        value = self.text(node)
        if not re.match(r"https?://[^\s/]+", value):
            raise self.fail(node, f"{value!r} is no http or https address")
        return value

    def count(self, node: yaml.Node) -> int:
        value = self.text(node)
        if not re.fullmatch(r"\d{1,6}", value):
            raise self.fail(node, f"{value!r} is no whole number")
        return int(value)

    def start(self, node: yaml.Node) -> Start:
        """A bare address, or a mapping with what its pages need."""
        if isinstance(node, yaml.ScalarNode):
            return Start(url=self.url(node))
        keys = {
            "url": _Reader.url,
            "post": _Reader.text,
            "first": _Reader.count,
            "step": _Reader.count,
            "link": _Reader.text,
        }
        values = self.mapping(node, keys)
        if "url" not in values:
            raise self.fail(node, "key 'url' is missing")
        start = Start(**values)
        if not start.is_numbered and {"first", "step"} & values.keys():
            raise self.fail(node, "first and step are for an address with {page}")
        if start.step == 0:
            raise self.fail(node, "step 0 would ask for one page without end")
        return start

    def family(self, node: yaml.Node) -> str:
        value = self.text(node)
        if value not in FAMILY_NAMES:
            known = ", ".join(sorted(FAMILY_NAMES))
            raise self.fail(node, f"unknown family {value!r}; known: {known}")
        return value

    def pattern(self, node: yaml.Node) -> str:
        value = self.text(node)
        try:
            re.compile(value)
        except re.error as error:
            raise self.fail(node, f"pattern does not compile: {error}") from error
        return value

    def selector(self, node: yaml.Node) -> str:
        value = self.text(node)
        try:
            LexborHTMLParser("<p>").css(value)
        except SelectolaxError as error:
            raise self.fail(node, f"selector {value!r} does not compile") from error
        return value

    def sequence(
        self, item: Callable[[_Reader, yaml.Node], Any], node: yaml.Node
    ) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise self.fail(node, "expected a list")
        return tuple(item(self, child) for child in node.value)

    def select(self, node: yaml.Node) -> Select:
        names = [each.name for each in fields(Select)]
        return Select(**self.mapping(node, dict.fromkeys(names, _Reader.selector)))

    def layout(self, node: yaml.Node) -> Layout:
        keys = {
            "until": _Reader.date,
            "family": _Reader.family,
            "select": _Reader.select,
        }
        values = {"family": "generic", "select": Select(), **self.mapping(node, keys)}
        if "until" not in values:
            raise self.fail(node, "key 'until' is missing")
        return Layout(**values)

    def assertions(self, node: yaml.Node) -> Assertions:
        keys = {"articles_per_week": _Reader.number, "dated": _Reader.share}
        return Assertions(**self.mapping(node, keys))


_SITE_KEYS: dict[str, Callable[[_Reader, yaml.Node], Any]] = {
    "name": _Reader.site_name,
    "title": _Reader.text,
    "area": _Reader.area,
    "hosts": lambda reader, node: reader.sequence(_Reader.host, node),
    "start": lambda reader, node: reader.sequence(_Reader.start, node),
    "article": _Reader.pattern,
    "family": _Reader.family,
    "select": _Reader.select,
    "layouts": lambda reader, node: reader.sequence(_Reader.layout, node),
    "assert": _Reader.assertions,
    "hours": lambda reader, node: reader.matching(HOURS, "time like 22:00-06:00", node),
    "notes": _Reader.text,
}
