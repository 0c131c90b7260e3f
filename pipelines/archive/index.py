"""A cache of the logs by address: rebuilt wherever it disagrees with them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.archive.errors import ArchiveError
from pipelines.archive.layout import runs_of
from pipelines.archive.log import LogLine, Outcome, read_log
from pipelines.archive.stored import kept_at
from pipelines.records.page import ArchivePlace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipelines.archive.layout import RunPaths
    from pipelines.records.capture import Kept

SCHEMA = """
CREATE TABLE IF NOT EXISTS logs (file TEXT PRIMARY KEY, size INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS lines (
    log TEXT NOT NULL, site TEXT NOT NULL, run TEXT NOT NULL, method TEXT NOT NULL,
    url TEXT NOT NULL, time TEXT NOT NULL, outcome TEXT NOT NULL, status INTEGER,
    file TEXT, "offset" INTEGER, digest TEXT, article_id TEXT, content_hash TEXT,
    reason TEXT, page INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS by_url ON lines (site, url, method, time);
CREATE INDEX IF NOT EXISTS by_digest ON lines (digest);
"""
# Outcomes whose place holds a body, or leads to one.
WITH_BODY = (
    Outcome.STORED,
    Outcome.UNREADABLE,
    Outcome.DUPLICATE,
    Outcome.CAPTURED,
    Outcome.REVISITED,
)
# Outcomes that end a request with something that the site sent.
ANSWERS = (*WITH_BODY, Outcome.REDIRECTED, Outcome.FAILED, Outcome.REFUSED)
VERSION = 2
"""Of the tables: an index of another one is made again."""
REDIRECTS = 5
"""As REDIRECT_MAX_TIMES: longer chains were never followed to their end."""
ARTICLES = (Outcome.STORED, Outcome.UNREADABLE, Outcome.DUPLICATE, Outcome.REVISITED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One line of a log, as the index has it."""

    run: str
    place: ArchivePlace
    """Where the body is."""
    article_id: str | None
    content_hash: str | None


class Index:
    """Answers for one site; making it reads what is new in the site's logs."""

    def __init__(self, root: Path, site: str) -> None:
        """Raises ArchiveError where the index can be neither read nor rebuilt."""
        self._root, self._site = root, site
        self._files: dict[str, bool] = {}
        file = root / "index.sqlite"
        root.mkdir(parents=True, exist_ok=True)
        try:
            self._base = _opened(file)
            self._sync()
        except sqlite3.DatabaseError:
            # It is a cache: what is damaged is made again.
            try:
                for part in root.glob("index.sqlite*"):
                    part.unlink(missing_ok=True)
                self._base = _opened(file)
                self._sync()
            except (sqlite3.DatabaseError, OSError) as error:
                raise ArchiveError(f"cannot write {file}: {error}") from error

    def close(self) -> None:
        self._base.close()

    def looks(self, url: str) -> tuple[Seen, ...]:
        """Every look at an article, the last one first; none for a new one, nor for
        one whose WARC is gone: the site may still have it."""
        seen = self._seen(url, "GET", ARTICLES)
        return tuple(each for each in seen if self._is_there(each.place.file))

    def _is_there(self, file: str) -> bool:
        if file not in self._files:
            self._files[file] = (self._root / file).exists()
        return self._files[file]

    def is_known(self, url: str) -> bool:
        """Whether the archive has the article, be it behind redirects."""
        for _ in range(REDIRECTS):
            if self.looks(url):
                return True
            rows = self._base.execute(
                "SELECT reason FROM lines WHERE site = ? AND url = ? AND outcome = ? "
                "ORDER BY time DESC",
                (self._site, url, Outcome.REDIRECTED),
            )
            if (row := rows.fetchone()) is None:
                return False
            url = row[0]
        return False

    def answer(self, url: str, method: str = "GET", run: str = "") -> Kept | None:
        """What the site answered last, be it a page, a redirect or a 404; null where
        the archive has nothing of it. `run`: in that one. Raises as `kept`."""
        return self._kept(url, method, ANSWERS, run)

    def kept(self, url: str, method: str = "GET") -> Kept | None:
        """The last capture itself, out of its WARC.

        Null where the archive never had it. Raises WarcError for a damaged record,
        MissingOriginal for a revisit that leads nowhere.
        """
        return self._kept(url, method, WITH_BODY)

    def _kept(
        self, url: str, method: str, outcomes: tuple[Outcome, ...], run: str = ""
    ) -> Kept | None:
        rows = self._seen(url, method, outcomes)
        seen = next((row for row in rows if run in {"", row.run}), None)
        return None if seen is None else kept_at(self._root, seen.place)

    def articles(self, run: str = "") -> Iterator[tuple[str, str, str]]:
        """Address of the first page, first and last look of every article.

        A look that found it gone counts as well. `run`: only what that one saw.
        """
        yield from self._base.execute(
            "SELECT url, min(time), max(time) FROM lines WHERE site = ?1 AND page = 0 "
            "AND (?2 = '' OR run = ?2) AND ((offset IS NOT NULL AND outcome IN "
            "('stored', 'unreadable', 'duplicate', 'revisited')) OR "
            "(outcome = 'failed' AND status IN (404, 410))) AND url IN "
            "(SELECT url FROM lines WHERE site = ?1 AND offset IS NOT NULL AND "
            "outcome IN ('stored', 'unreadable', 'duplicate')) AND url NOT IN "
            "(SELECT url FROM lines WHERE site = ?1 AND outcome = 'captured') "
            "GROUP BY url ORDER BY url",
            (self._site, run),
        )

    def owed(self) -> Iterator[tuple[str, str]]:
        """Address and first attempt of whatever was asked for and never came: all of
        its attempts failed, and none with the word that it is gone (404, 410)."""
        yield from self._base.execute(
            "SELECT url, min(time) FROM lines WHERE site = ? AND method = 'GET' "
            "AND outcome != 'retried' GROUP BY url HAVING sum(outcome != 'failed' "
            "AND outcome != 'duplicate' OR status IN (404, 410)) = 0 "
            "AND sum(outcome = 'failed') > 0 ORDER BY url",
            (self._site,),
        )

    def _seen(
        self, url: str, method: str, outcomes: tuple[Outcome, ...]
    ) -> Iterator[Seen]:
        marks = ",".join("?" * len(outcomes))
        rows = self._base.execute(
            "SELECT run, file, offset, digest, article_id, "  # noqa: S608 (only question marks are put in)
            "content_hash FROM lines WHERE "
            f"site = ? AND url = ? AND method = ? AND outcome IN ({marks}) "
            "AND offset IS NOT NULL ORDER BY time DESC",
            (self._site, url, method, *outcomes),
        )
        for run, file, offset, digest, *article in rows:
            place = ArchivePlace(file=file, offset=offset, digest=digest)
            yield Seen(
                run=run,
                place=place,
                article_id=article[0],
                content_hash=article[1],
            )

    def _sync(self) -> None:
        runs = runs_of(self._root, self._site)
        known = dict(
            self._base.execute(
                "SELECT file, size FROM logs WHERE file LIKE ?",
                (f"runs/{self._site}/%",),
            )
        )
        present = {run.name(run.log): run for run in runs}
        with self._base:
            for gone in known.keys() - present.keys():
                self._forget(gone)
            for name, run in present.items():
                if known.get(name) != run.log.stat().st_size:
                    self._forget(name)
                    self._read(name, run)

    def _forget(self, log: str) -> None:
        self._base.execute("DELETE FROM lines WHERE log = ?", (log,))
        self._base.execute("DELETE FROM logs WHERE file = ?", (log,))

    def _read(self, name: str, run: RunPaths) -> None:
        size = 0
        for read in read_log(run.log):
            size = read.end
            if read.line is not None and read.line.url is not None:
                self._base.executemany(
                    "INSERT INTO lines VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                    [(name, *row) for row in _rows(run, read.line)],
                )
        self._base.execute("INSERT INTO logs VALUES (?, ?)", (name, size))


def _rows(run: RunPaths, line: LogLine) -> Iterator[tuple[object, ...]]:
    places = (line.original,) if line.original else line.archive or (None,)
    rows = zip((line.url, *line.further), places, strict=False)
    for page, (url, place) in enumerate(rows):
        yield (
            run.site,
            run.run,
            line.method,
            url,
            line.time,
            line.outcome,
            line.status,
            place.file if place else None,
            place.offset if place else None,
            place.digest if place else None,
            line.article_id,
            line.content_hash,
            line.reason,
            page,
        )


def _opened(file: Path) -> sqlite3.Connection:
    # Sites are crawled by processes of their own, which share this one file.
    base = sqlite3.connect(file, timeout=60)
    try:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = OFF")
        with closing(base.cursor()) as cursor:
            _make(cursor)
    except sqlite3.DatabaseError:
        base.close()
        raise
    return base


def _make(cursor: sqlite3.Cursor) -> None:
    """The tables of a new index. Raises sqlite3.DatabaseError for an older one's."""
    (version,) = cursor.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return
    (tables,) = cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if version or tables:
        raise sqlite3.DatabaseError("an index of another version")
    cursor.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
