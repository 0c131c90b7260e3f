"""Pages that a browser saved as MHTML (RFC 2557)."""

from __future__ import annotations

from dataclasses import dataclass
from email import policy
from email.parser import BytesParser

MHTML_ENDING = ".mhtml"


class MhtmlError(ValueError):
    """A file that holds no HTML part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPart:
    """The page inside an MHTML file."""

    body: bytes
    url: str | None
    """Address that the browser saved it from."""
    charset: str | None
    """Of the part: the browser wrote it anew, whatever its markup declares."""


def read_mhtml(content: bytes) -> SavedPart:
    """The first HTML part of the file; MhtmlError where it has none."""
    message = BytesParser(policy=policy.compat32).parsebytes(content)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            assert isinstance(body, bytes)
            address = message["Snapshot-Content-Location"] or part["Content-Location"]
            url = str(address).strip() if address else None
            return SavedPart(
                body=body,
                url=url if url and url.startswith(("http://", "https://")) else None,
                charset=part.get_content_charset(),
            )
    raise MhtmlError("no HTML part in it")
