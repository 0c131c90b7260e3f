"""What reading an article costs beside parsing: `python -m tests.bench.article`.

Both are given the same bytes: `lxml.html.fromstring` on one side, `decode` and `clean`
on the other, apart and together. Pages are the golden ones, set between lists of links
and scripts until they have the size that such pages have.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import lxml.html

from pipelines.clean import clean
from pipelines.decode import decode
from tests.clean.golden import golden
from tests.clean.pages import documents

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
ITEM = (
    b'<li class="item"><a href="/a/%d.html" target="_blank" title="x">'
    b'<img src="/i/%d.jpg" alt=""/></a><span class="date">2021-03-05</span></li>\n'
)
SCRIPT = b'<script>var a = {"id": %d, "list": [1, 2, 3], "name": "x"};</script>\n'
SIZES = (20_000, 60_000, 110_000, 250_000)


def padded(body: bytes, size: int) -> bytes:
    """A page with as many links and scripts behind it as make up `size` bytes."""
    head, end, tail = body.rpartition(b"</body>")
    if not end:
        head, tail = body, b""
    parts, length, number = [], len(body), 0
    while length < size:
        part = ITEM % (number, number) if number % 3 else SCRIPT % number
        parts.append(part)
        length += len(part)
        number += 1
    return head + b"<ul>" + b"".join(parts) + b"</ul>" + end + tail


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def ratios(body: bytes, url: str) -> tuple[float, float, float]:
    """Decoding, cleaning and both, in times of lxml's parse."""
    page = documents((url, body)).pages.pages[0]
    decoded = documents((url, body))
    parse = best(lambda: lxml.html.fromstring(body))
    decoding = best(lambda: decode(page)) / parse
    cleaning = best(lambda: clean(decoded)) / parse
    return decoding, cleaning, decoding + cleaning


def main() -> None:
    pages = golden()
    print("   bytes   decode    clean     both   (times lxml.html.fromstring)")
    for size in SIZES:
        rows = [ratios(padded(page.body, size), page.url) for page in pages]
        columns = zip(*rows, strict=True)
        print(f"{size:8}", *(f"{statistics.median(each):8.2f}" for each in columns))


if __name__ == "__main__":
    main()
