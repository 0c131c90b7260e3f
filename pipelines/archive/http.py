"""HTTP/1.1 messages as bytes (RFC 9112): heads, chunks and content codings."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Headers = tuple[tuple[bytes, bytes], ...]

MAX_ENTITY = 16 * 1024 * 1024
"""As DOWNLOAD_MAXSIZE: a body that unpacks to more is a bomb, and no article."""


class HttpError(ValueError):
    """Bytes that are no HTTP response, or whose body cannot be unpacked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A response as received, its head taken apart."""

    head: bytes
    """Status line and header fields with the empty line behind them."""
    status: int
    headers: Headers
    """Names and values in order and as sent."""
    payload: bytes
    """What follows the head: still chunked and compressed."""

    def field(self, name: bytes) -> bytes:
        """The first value of a header field; empty where there is none."""
        lowered = name.lower()
        values = (value for key, value in self.headers if key.lower() == lowered)
        return next(values, b"")


def parse_response(raw: bytes) -> Message:
    """Raises HttpError where the bytes do not begin as a response."""
    head, payload = _split(raw)
    lines = head.replace(b"\r\n", b"\n").split(b"\n")
    parts = lines[0].split(b" ", 2)
    if not lines[0].startswith(b"HTTP/") or len(parts) < 2 or not parts[1].isdigit():
        raise HttpError(f"no status line: {lines[0][:40]!r}")
    status = int(parts[1])
    if 100 <= status < 200 and payload.startswith(b"HTTP/"):
        # 100 Continue, 103 Early Hints: the response itself follows (RFC 9110, 15.2).
        return parse_response(payload)
    return Message(
        head=head,
        status=status,
        headers=tuple(_fields(lines[1:])),
        payload=payload,
    )


GZIPPED = b"\x1f\x8b"


def _split(raw: bytes) -> tuple[bytes, bytes]:
    """Head and payload; servers that end lines with LF alone exist."""
    end = raw.find(b"\r\n\r\n")
    bare = raw.find(b"\n\n", 0, end if end >= 0 else None)
    if end < 0 and bare < 0:
        raise HttpError("the header does not end")
    end = bare + 2 if bare >= 0 else end + 4
    return raw[:end], raw[end:]


def _fields(lines: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """A line without a colon is passed over, as browsers do."""
    unfolded: list[bytes] = []
    for line in lines:
        if line[:1] in {b" ", b"\t"} and unfolded:
            unfolded[-1] += b" " + line.strip()
        else:
            unfolded.append(line)
    for line in unfolded:
        name, colon, value = line.partition(b":")
        if colon:
            yield name, value.strip()


def body_of(message: Message) -> bytes:
    """The payload without its transfer coding, content coding kept."""
    if b"chunked" in message.field(b"Transfer-Encoding").lower():
        return _dechunked(message.payload)
    return message.payload


def entity_of(message: Message, limit: int = MAX_ENTITY) -> bytes:
    """The body after transfer and content decoding, at most `limit` bytes.

    Raises HttpError for a coding that is unknown or broken, and for a body that
    unpacks to more.
    """
    body = body_of(message)
    codings = message.field(b"Content-Encoding").lower().split(b",")
    for coding in reversed([each.strip() for each in codings]):
        body = _decoded(body, coding, limit)
    if len(body) > limit:
        raise HttpError(f"more than {limit} bytes")
    return body


def _dechunked(payload: bytes) -> bytes:
    """Chunks joined; as it is where an archiver has joined them already."""
    pieces: list[bytes] = []
    at = 0
    while at < len(payload):
        end = payload.find(b"\n", at)
        size = payload[at:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            return b"".join(pieces) if pieces else payload
        if not length:
            break
        pieces.append(payload[end + 1 : end + 1 + length])
        at = end + 1 + length + 2
    return b"".join(pieces)


def _decoded(body: bytes, coding: bytes, limit: int) -> bytes:
    if coding in {b"", b"identity", b"none", b"utf-8"}:
        return body
    if coding in {b"gzip", b"x-gzip"}:
        # A server that says gzip and sends plain text is read as browsers read it.
        return inflated(body, limit) if body.startswith(GZIPPED) else body
    if coding == b"deflate":
        raw = not body or body[0] & 0x0F != 8
        return _inflated(body, -15 if raw else 15, limit)
    raise HttpError(f"unknown content coding {coding.decode('latin-1')!r}")


def inflated(body: bytes, limit: int = MAX_ENTITY) -> bytes:
    """What a gzip file holds, at most `limit` bytes. Raises HttpError as `entity_of`."""
    return _inflated(body, 31, limit)


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    pieces: list[bytes] = []
    rest, size = body, 0
    while rest:
        unpacker = zlib.decompressobj(window)
        try:
            pieces.append(unpacker.decompress(rest, limit - size + 1))
        except zlib.error as error:
            raise HttpError(f"broken content coding: {error}") from error
        size += len(pieces[-1])
        if size > limit:
            raise HttpError(f"unpacks to more than {limit} bytes")
        if not unpacker.eof:
            raise HttpError("the content coding breaks off")
        # gzip allows several members; what follows them is padding.
        rest = unpacker.unused_data
        if not rest.startswith(GZIPPED):
            break
    return b"".join(pieces)
