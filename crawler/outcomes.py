"""What became of a site's requests: one line in the log each, with what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.exceptions import CloseSpider, IgnoreRequest

from crawler.failures import outcome_of
from crawler.keeper import ARCHIVE_FAILED
from crawler.recorder import KEPT, Recorder
from pipelines.archive.http import parse_response
from pipelines.archive.log import Outcome
from pipelines.archive.warc_pages import retrieved
from pipelines.records.issue import Issue, Stage
from pipelines.records.observation import Observation

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

    from pipelines.archive.index import Index
    from pipelines.records.capture import Kept

GONE = frozenset({404, 410})


class Outcomes:
    """Of requests that no article was read from; the articles' are the pipelines'."""

    index: Index
    """What the archive knew when the run began."""

    def __init__(self, recorder: Recorder, site: str) -> None:
        self._recorder, self._site = recorder, site

    def open(self) -> None:
        """As `Recorder.open`."""
        self._recorder.open()

    def listed(
        self, request: Request, response: Response, issues: tuple[Issue, ...]
    ) -> None:
        """A list page was read for its links."""
        kept: Kept | None = request.meta.get(KEPT)
        again = kept is not None and kept.is_revisit
        outcome = Outcome.REVISITED if again else Outcome.CAPTURED
        self._log(request, outcome, status=response.status, issues=issues)

    def unchanged(self, request: Request, response: Response) -> None:
        """An article was looked at again and is what the archive has."""
        self._log(
            request,
            Outcome.REVISITED,
            status=response.status,
            seen=self._look(request),
        )

    def failed(
        self, request: Request, error: BaseException, *, code: str | None = None
    ) -> bool:
        """A request ended with `error`; `code`: of the Issue that it is.

        Whether that is an answer: an article that the archive knows is gone.
        """
        outcome, reason, status = outcome_of(error)
        issues = (self.issue(code, reason, request.url),) if code else ()
        gone = self._look(request) if status in GONE else None
        self._log(
            request,
            outcome,
            reason=reason,
            status=status,
            issues=issues,
            seen=gone,
        )
        return gone is not None

    def unusable(
        self,
        request: Request,
        response: Response,
        reason: str,
        code: str = "unreadable_response",
    ) -> None:
        """Something came that cannot be read."""
        self._log(
            request,
            Outcome.FAILED,
            reason=reason,
            status=response.status,
            issues=(self.issue(code, reason, response.url),),
        )

    def refused(self, request: Request, response: Response, reason: str) -> None:
        """Something came that is not taken."""
        self._log(request, Outcome.REFUSED, reason=reason, status=response.status)

    def doubled(self, request: Request) -> None:
        """The address was asked for before in this run."""
        self._log(request, Outcome.DUPLICATE, reason="asked for before")

    def issue(self, code: str, value: str, url: str) -> Issue:
        """What was not understood while crawling."""
        return Issue(
            stage=Stage.CRAWL, code=code, value=value[:200], url=url, site=self._site
        )

    def _log(self, request: Request, outcome: Outcome, **facts: Any) -> None:
        """As `Recorder.log`; a callback's way to end the run it is told by."""
        try:
            self._recorder.log(request, outcome, **facts)
        except IgnoreRequest as error:
            raise CloseSpider(ARCHIVE_FAILED) from error

    def _look(self, request: Request) -> Observation | None:
        """The Observation of an address that the archive has an article of."""
        looks = self.index.looks(request.url)
        # A look that found it unchanged names no article: the one before does.
        before = next((each for each in looks if each.article_id), None)
        kept: Kept | None = request.meta.get(KEPT)
        if before is None or kept is None:
            return None
        status = parse_response(kept.capture.response).status
        return Observation(
            url=request.url,
            site=self._site,
            article_id=before.article_id,
            seen_at=retrieved(kept.capture.captured_at),
            http_status=status,
            content_hash=None if status in GONE else before.content_hash,
            archive=(kept.place,),
        )
