"""A declaration proposed from a column page and samples of its articles."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import yaml

from crawler.shapes import article_links, pattern
from pipelines import extract
from pipelines.clean import clean
from pipelines.decode import decode
from pipelines.families.names import FAMILY_NAMES
from pipelines.records.document import Documents
from pipelines.records.page import Pages
from pipelines.site_file import SITE_NAME, SiteError, load_site
from pipelines.sites import UNDECLARED, Site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.records.article import Article
    from pipelines.records.page import Page

TITLE = re.compile(r"<title[^>]*>([^<]*)</title>", re.IGNORECASE)
GENERIC_LABELS = {"www", "news", "com", "cn", "gov", "net", "org"}


class ProposalError(ValueError):
    """A column page that nothing can be proposed from; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What `site.yml` will say."""

    name: str
    title: str
    area: str
    host: str
    start: str
    article: str
    family: str
    notes: str


def propose(
    column: Page, samples: Sequence[Page], *, name: str | None, area: str | None
) -> Proposal:
    """Raises ProposalError where the page lists no articles, or none could be read."""
    markup = decode(column).text
    links = article_links(markup, column.url)
    if not links:
        raise ProposalError(
            f"{column.url}: no three headlines with addresses of one shape; is it a "
            "column page? Its list may be made by a script"
        )
    articles = [each for page in samples if (each := _article(page, UNDECLARED))]
    if not articles:
        raise ProposalError(
            f"{column.url}: none of its {len(samples)} samples was read"
        )
    family = Counter(each.family for each in articles).most_common(1)[0][0]
    host = urlsplit(column.url).netloc.lower()
    chosen = name or _name(host)
    if not SITE_NAME.fullmatch(chosen):
        raise ProposalError(f"{chosen!r} is no site's name; give --name")
    title = TITLE.search(markup)
    return Proposal(
        name=chosen,
        title=" ".join(title[1].split()) if title and title[1].strip() else chosen,
        area=area or "CN",
        host=host,
        start=column.url,
        article=pattern(links),
        family=family if family in FAMILY_NAMES else "generic",
        notes=(
            "Proposed by scrapy addsite; "
            + ("" if area else "area is not known and stands as CN; ")
            + "look over title and article."
        ),
    )


def save(folder: Path, proposal: Proposal, samples: Sequence[Page]) -> None:
    """Write `site.yml` and the samples, once the declaration has proved to load.

    Raises ProposalError where it does not; nothing is written then.
    """
    with TemporaryDirectory() as trial:
        file = Path(trial) / folder.name / "site.yml"
        file.parent.mkdir()
        file.write_text(_yaml(proposal), encoding="utf-8")
        try:
            load_site(file)
        except SiteError as error:
            reason = str(error).partition("site.yml:")[2].strip() or str(error)
            raise ProposalError(
                f"{proposal.name} cannot be declared: {reason}"
            ) from error
    pages = folder / "pages"
    pages.mkdir(parents=True)
    (folder / "site.yml").write_text(_yaml(proposal), encoding="utf-8")
    notes = []
    for number, page in enumerate(samples):
        file = pages / f"{number:03}.html"
        file.write_bytes(page.body)
        notes.append(
            {"file": file.name, "url": page.url, "retrieved_at": page.retrieved_at}
        )
    lines = "".join(json.dumps(note, ensure_ascii=False) + "\n" for note in notes)
    (pages / "pages.jsonl").write_text(lines, encoding="utf-8")


def shown(proposal: Proposal, samples: Sequence[Page]) -> list[str]:
    """The declaration, and what was read from the samples with it."""
    site = Site(
        name=proposal.name,
        title=proposal.title,
        area=proposal.area,
        hosts=(proposal.host,),
        family=proposal.family,
    )
    rows = [_yaml(proposal)]
    for page in samples:
        result = extract([page], site)
        article = result.article
        rows.append(page.url)
        if article is None:
            rows.append("    no article: " + ", ".join(i.code for i in result.issues))
            continue
        rows += [
            f"    title      {article.title}",
            f"    published  {article.published_at}  publisher  {article.publisher}",
            f"    text       {len(article.text)} characters: {article.text[:40]!r}",
            f"    meetings   {', '.join(m.name for m in result.meetings) or 'none'}",
        ]
    return rows


def _article(page: Page, site: Site) -> Article | None:
    pages = Pages(site=site, pages=(page,))
    return clean(Documents(pages=pages, documents=(decode(page),))).article


def _name(host: str) -> str:
    """The label of the host that tells most of whom it belongs to."""
    labels = host.split(":", maxsplit=1)[0].split(".")
    if all(label.isdigit() for label in labels):
        return "site-" + "-".join(labels)
    telling = [label for label in labels if label not in GENERIC_LABELS]
    return max(telling or labels, key=len)


def _yaml(proposal: Proposal) -> str:
    values = {
        "name": proposal.name,
        "title": proposal.title,
        "hosts": [proposal.host],
        "start": [proposal.start],
        "article": proposal.article,
        "family": proposal.family,
        "notes": proposal.notes,
    }
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=88)
    # Quoted always: YAML 1.1 reads 010000 as octal.
    return text.replace("hosts:", f"area: '{proposal.area}'\nhosts:", 1)
