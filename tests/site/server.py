"""A real web server on loopback, whose answers are written byte by byte."""

from __future__ import annotations

import gzip
import hashlib
import socketserver
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from http.client import responses
from typing import Self

EPOCH = 1_609_632_000  # 2021-01-03


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request as it came."""

    method: str
    host: str
    """With the port, as the Host header has it."""
    path: str
    """With its query."""
    headers: dict[str, str]
    body: bytes = b""
    at: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One response; what it sends and how."""

    status: int = 200
    reason: bytes | None = None
    headers: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes = b""
    content_type: bytes = b"text/html; charset=utf-8"
    is_gzip: bool = False
    is_chunked: bool = False
    is_conditional: bool = True
    """Whether it has an ETag and honours If-None-Match."""
    cut_at: int | None = None
    """Bytes of the body after which the connection is shut."""
    drip: float = 0.0
    """Seconds between chunks of 1 KiB."""
    is_endless: bool = False
    is_hinted: bool = False
    """Whether 103 Early Hints come before it."""


Respond = Callable[[Asked], Answer]


@dataclass
class LocalServer:
    """Serves every address of the loopback network on one port: 127.0.0.1 is a host,
    127.0.0.2 another."""

    respond: Respond
    asked: list[Asked] = field(default_factory=list)

    def __enter__(self) -> Self:
        handler = type("Handler", (_Handler,), {"site": self})
        self._server = _Server(("0.0.0.0", 0), handler)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def host(self, number: int) -> str:
        return f"127.0.0.{number}:{self.port}"

    def paths(self, host: str | None = None) -> list[str]:
        return [a.path for a in self.asked if host is None or a.host == host]


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128


class _Handler(socketserver.StreamRequestHandler):
    site: LocalServer
    disable_nagle_algorithm = True

    def handle(self) -> None:
        try:
            while self._one():
                pass
        except (ConnectionError, TimeoutError):
            return

    def _one(self) -> bool:
        line = self.rfile.readline(65_536).decode("latin-1").split()
        if len(line) != 3:
            return False
        headers = {}
        while (row := self.rfile.readline(65_536).strip()) != b"":
            name, _, value = row.decode("latin-1").partition(":")
            headers[name.strip().lower()] = value.strip()
        body = self.rfile.read(int(headers.get("content-length", 0)))
        asked = Asked(
            method=line[0],
            host=headers.get("host", ""),
            path=line[1],
            headers=headers,
            body=body,
            at=time.monotonic(),
        )
        self.site.asked.append(asked)
        return self._send(self.site.respond(asked), headers)

    def _send(self, answer: Answer, asked: dict[str, str]) -> bool:
        body, status = answer.body, answer.status
        etag = f'"{hashlib.md5(body).hexdigest()}"'.encode()
        fields = [(b"Server", b"nginx"), *answer.headers]
        if answer.is_conditional and status == 200:
            fields += [
                (b"ETag", etag),
                (b"Last-Modified", formatdate(EPOCH, usegmt=True).encode()),
            ]
            if asked.get("if-none-match", "").encode() == etag:
                status, body = 304, b""
        if status != 304:
            fields.append((b"Content-Type", answer.content_type))
            if answer.is_gzip and "gzip" in asked.get("accept-encoding", ""):
                body = gzip.compress(body, mtime=0)
                fields.append((b"Content-Encoding", b"gzip"))
            if answer.is_chunked or answer.is_endless:
                fields.append((b"Transfer-Encoding", b"chunked"))
            else:
                fields.append((b"Content-Length", str(len(body)).encode()))
        reason = answer.reason or responses.get(status, "").encode()
        head = [b"HTTP/1.1 %d %s" % (status, reason)]
        head += [name + b": " + value for name, value in fields]
        if answer.is_hinted:
            self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")
        self.wfile.write(b"\r\n".join(head) + b"\r\n\r\n")
        return self._body(answer, body, is_empty=status == 304)

    def _body(self, answer: Answer, body: bytes, *, is_empty: bool) -> bool:
        if is_empty:
            return True
        if answer.is_endless:
            while True:
                self._chunk(body or b"x" * 65_536)
                time.sleep(answer.drip)
        if answer.cut_at is not None:
            self.wfile.write(body[: answer.cut_at])
            return False
        if answer.is_chunked:
            for at in range(0, len(body), 1024):
                self._chunk(body[at : at + 1024])
                time.sleep(answer.drip)
            self.wfile.write(b"0\r\n\r\n")
            return True
        if answer.drip:
            for at in range(0, len(body), 1024):
                self.wfile.write(body[at : at + 1024])
                time.sleep(answer.drip)
            return True
        self.wfile.write(body)
        return True

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))
