"""`python -m tests.site FOLDER`: the local twins, for a person to crawl by hand."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.site.server import LocalServer
from tests.site.twins import Twins


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "local-sites")
    twins = Twins()
    with LocalServer(twins) as server:
        twins.fill(server, folder)
        for host, twin in twins.twins.items():
            print(f"{twin.name:12} http://{host}/list.html  {len(twin.pages)} articles")
        print(
            f"\nscrapy crawlall -s SITES_DIR={folder.resolve()} "
            "-s PRIVATE_ADDRESSES_ALLOWED=1 -s DOWNLOAD_DELAY=0\n\nCtrl-C ends it."
        )
        try:
            while True:
                time.sleep(1)
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
