"""What goes over the wire, byte by byte, for every attempt at an address.

Private names of Scrapy and Twisted are used: no public place sees the reason phrase,
the order and case of header fields, chunks and compressed bytes. Tests pin them.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _ResultT,
    _ScrapyAgent,
)
from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred, fail

from crawler.recorder import Recorder
from pipelines.records.capture import Truncation

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.interfaces import IAddress
    from twisted.web._newclient import HTTP11ClientProtocol
    from twisted.web._newclient import Request as TxRequest
    from twisted.web.client import Response as TxResponse
    from twisted.web.iweb import IResponse


class PrivateAddressError(Exception):
    """A name led to this machine or its network; nothing was sent there."""


MAX_HEAD = 512 * 1024
"""Bytes of a header: browsers stop at half of it."""


class Wire:
    """The bytes of one attempt, both ways."""

    def __init__(self) -> None:
        self.sent = bytearray()
        self.received = bytearray()
        self.address: str | None = None
        self.has_head = False


class _Tee:
    """A transport that keeps what is written to it."""

    def __init__(self, transport: Any, wire: Wire) -> None:
        self._transport, self._wire = transport, wire

    def write(self, data: bytes) -> None:
        self._wire.sent += data
        self._transport.write(data)

    def writeSequence(self, pieces: list[bytes]) -> None:
        self.write(b"".join(pieces))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class _WireProtocol(_LenientHTTP11ClientProtocol):
    """Keeps the bytes of the request that it serves."""

    wire: Wire | None = None
    may_be_private = False

    def request(self, request: TxRequest) -> Deferred[IResponse]:
        assert self.transport is not None
        transport: Any = self.transport
        peer = transport.getPeer().host
        if not self.may_be_private and not ipaddress.ip_address(peer).is_global:
            # The address that is connected: names, literals and odd number forms alike.
            transport.abortConnection()
            return fail(PrivateAddressError(f"{peer} is no address of the web"))
        wire = self.wire = Wire()
        wire.address = peer
        write = request.writeTo
        request.writeTo = lambda transport: write(_Tee(transport, wire))  # type: ignore[method-assign,no-untyped-call]
        return super().request(request).addCallback(_with_wire, wire)

    def dataReceived(self, data: bytes) -> None:
        if self.wire is not None:
            self.wire.received += data
            if not self.wire.has_head and len(self.wire.received) > MAX_HEAD:
                # A header without end: nothing else bounds it.
                transport: Any = self.transport
                transport.abortConnection()
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]


def _with_wire(response: IResponse, wire: Wire) -> IResponse:
    wire.has_head = True
    response.wire = wire
    return response


class _WireFactory(_LenientHTTP11ClientFactory):
    may_be_private = False

    def buildProtocol(self, addr: IAddress | None) -> HTTP11ClientProtocol:
        protocol = _WireProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
        protocol.may_be_private = self.may_be_private
        return protocol


class _LocalWireFactory(_WireFactory):
    """For a server on this machine, where a setting allows it."""

    may_be_private = True


class _WireAgent(_ScrapyAgent):
    wire: Wire | None = None

    def _cb_bodyready(
        self, txresponse: TxResponse, request: Request
    ) -> _ResultT | Deferred[_ResultT]:
        self.wire = getattr(txresponse, "wire", None)
        return super()._cb_bodyready(txresponse, request)


class WireDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's own, recording each attempt: retries and broken answers too."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        allowed = crawler.settings.getbool("PRIVATE_ADDRESSES_ALLOWED")
        self._pool._factory = _LocalWireFactory if allowed else _WireFactory
        self._recorder = Recorder(crawler)

    async def download_request(self, request: Request) -> Response:
        agent = _WireAgent(
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )
        try:
            with wrap_twisted_exceptions():
                download = agent.download_request(request)
                response = await maybe_deferred_to_future(download)
        except Exception as error:
            self._keep(request, agent.wire, _truncation(error))
            raise
        cut = Truncation.DISCONNECT if "dataloss" in response.flags else None
        self._keep(request, agent.wire, cut)
        return response

    def _keep(
        self, request: Request, wire: Wire | None, truncated: Truncation | None
    ) -> None:
        if wire is not None and wire.received:
            self._recorder.keep(
                request,
                sent=bytes(wire.sent),
                received=bytes(wire.received),
                truncated=truncated,
                ip_address=wire.address,
            )


def _truncation(error: Exception) -> Truncation:
    if isinstance(error, DownloadTimeoutError):
        return Truncation.TIME
    if isinstance(error, DownloadCancelledError):
        return Truncation.LENGTH
    return Truncation.DISCONNECT
