"""The policy of one file: it may use what stands in it, and ask for nothing.

https://www.w3.org/TR/CSP3/: a style and a script in the page are known by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256


def policy(style: str, scripts: Iterable[str]) -> str:
    """Return the policy under which a page with this style and these scripts works."""
    rules = {
        "default-src": "'none'",
        "style-src": _known(style),
        "script-src": " ".join(map(_known, scripts)),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _known(words: str) -> str:
    return f"'sha256-{b64encode(sha256(words.encode()).digest()).decode('ascii')}'"
