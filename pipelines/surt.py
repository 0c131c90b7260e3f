"""Sort-friendly keys of addresses, as CDX indexes have them and viewers look them up.

After the canonicaliser of the Internet Archive's Wayback Machine, which pywb uses too.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes, urlsplit

# What stays as it is: printable ASCII but %, # and the blank.
PLAIN = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
DEFAULT_PORTS = {"http": 80, "https": 443}
WWW = re.compile(r"^www\d*\.")
SLASHES = re.compile(r"/{2,}")
# Sessions in an address: the same page under another name.
SESSION = re.compile(
    r"(?:^|&)(?:sid=[0-9a-z]{32}|jsessionid=[0-9a-z]{32}|phpsessid=[0-9a-z]{32}|"
    r"aspsessionid[a-z]{8}=[a-z]{24})(?=&|$)"
)


def surt(url: str) -> str:
    """`cn,gov,luyang)/xw?a=1&b=2`: host reversed, lower case, without www, default
    port, last slash and sessions; the query sorted."""
    parts = urlsplit(url.strip())
    host = WWW.sub("", (parts.hostname or "").rstrip("."))
    is_default = parts.port == DEFAULT_PORTS.get(parts.scheme)
    port = "" if parts.port is None or is_default else f":{parts.port}"
    labels = [host] if host.replace(".", "").isdigit() else host.split(".")[::-1]
    path = SLASHES.sub("/", _escaped(parts.path)).rstrip("/") or "/"
    query = SESSION.sub("", _escaped(parts.query)).strip("&")
    tail = f"?{'&'.join(sorted(query.split('&')))}" if query else ""
    return f"{','.join(labels)}{port}){path}{tail}"


def _escaped(part: str) -> str:
    """Escaped once and no more than needed, lower case."""
    plain = unquote_to_bytes(part)
    while (further := unquote_to_bytes(plain)) != plain:
        plain = further
    return quote(plain, safe=PLAIN).lower()
