"""lychee's cache: what it must forget, so that a second run finds what the first one found.

lychee keeps the status alone. An address that leads elsewhere would be plainly good the next time.
"""

from __future__ import annotations

import csv
from collections.abc import Collection
from pathlib import Path

#: How lychee names its cache, in the folder where it runs: rows of address, status and time.
CACHE = ".lycheecache"


def forget(cache: Path, addresses: Collection[str]) -> None:
    """Take ``addresses`` out of the file ``cache``, if it exists."""
    try:
        with cache.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.reader(file) if row and row[0] not in addresses]
    except FileNotFoundError:
        return
    with cache.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
