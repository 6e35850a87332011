"""What a browser may do with a page: a policy that holds on any host, and the headers of those that read them.

https://www.w3.org/TR/CSP3/; `_headers` as Netlify and Cloudflare Pages read it; security.txt as RFC 9116 says.
A host that knows no headers (GitHub Pages) has the policy in each page, where `frame-ancestors` has no effect.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from handbook.problems import Problem, refuse, shown
from handbook.stage import Staged

_ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_CHARSET = re.compile(r"<meta charset=\"?utf-8\"?\s*/?>", re.IGNORECASE)
_SCRIPT = re.compile(r"<script(?P<told>[^>]*)>(?P<body>.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"type=[\"']?application/(?:ld\+)?json", re.IGNORECASE)
#: What the policy forbids, and a template or an extension might bring back: each after a mark without which it
#: is not there, since a mark is found much faster.
_FORBIDDEN = {
    "a style attribute": (
        re.compile(r"=[\"'](?<=\sstyle=.)", re.IGNORECASE),
        re.compile(r"<[a-z][^<>]*\sstyle=[\"'][^<>]*>", re.IGNORECASE),
    ),
    "a style element": (re.compile(r"<style", re.IGNORECASE), re.compile(r"<style[\s>]", re.IGNORECASE)),
    "an event attribute": (
        re.compile(r"\son[a-z]+=[\"']", re.IGNORECASE),
        re.compile(r"<[a-z][^<>]*\son[a-z]+=[\"'][^<>]*>", re.IGNORECASE),
    ),
    "a javascript: address": (
        re.compile(r"=[\"']?\s*javascript:", re.IGNORECASE),
        re.compile(r"(?:href|src|action)=[\"']?\s*javascript:", re.IGNORECASE),
    ),
}
_OUT = re.compile(r"<a(?=[^>]*\shref=\"https?://)(?![^>]*\srel=)")
_VALID = timedelta(days=365)


def secure(staged: Staged, site: Path) -> None:
    """Give each page of ``site`` its policy, and the site ``_headers`` and ``.well-known/security.txt``.

    Raises `Refused` where a page holds what the policy forbids.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    refuse(list(_forbidden({path.relative_to(site).as_posix(): html for path, html in pages.items()})))
    policy = policy_for(pages.values())
    told = f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">'
    for path, html in pages.items():
        html = _CHARSET.sub(lambda found: f"{found[0]}{told}", html, count=1)
        path.write_text(_OUT.sub('<a rel="noopener noreferrer"', html), encoding="utf-8", newline="\n")
    headers = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"} | _HEADERS
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    (site / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    _write_contact(staged, site)


def policy_for(pages: Iterable[str]) -> str:
    """Return the policy under which these pages work: scripts in a page are known by their hash."""
    hashes = sorted({_hash(found["body"]) for html in pages for found in _SCRIPT.finditer(html) if _runs(found)})
    scripts = " ".join([_ALLOWED["script-src"], *(f"'sha256-{one}'" for one in hashes)])
    return "; ".join(f"{name} {value}" for name, value in (_ALLOWED | {"script-src": scripts}).items())


def _runs(script: re.Match[str]) -> bool:
    return " src=" not in script["told"] and not _DATA.search(script["told"])


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")


def _forbidden(pages: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each kind of thing that the policy forbids, at the first page that holds it."""
    for what, (mark, whole) in _FORBIDDEN.items():
        marked = {name: html for name, html in pages.items() if mark.search(html)}
        found = {name: there for name, html in marked.items() if (there := whole.search(html))}
        for name, there in list(found.items())[:1]:
            line = pages[name].count("\n", 0, there.start()) + 1
            more = f" and in {len(found) - 1} more" if len(found) > 1 else ""
            wrong = f"{what} is in the page{more}, which its policy forbids"
            todo = "Take it out of the template or the macro; styles belong in a style sheet, scripts in a file."
            yield Problem(f"site/{name}", line, wrong, found=shown(there[0]), todo=todo)
    for name, html in pages.items():
        if not _CHARSET.search(html):
            yield Problem(f"site/{name}", 1, "the page does not begin with its character set", '<meta charset="utf-8">')


def _write_contact(staged: Staged, site: Path) -> None:
    """Write where a weakness is told: the page of contacts of the reference language, if the handbook has one."""
    reference = staged.settings.reference.code
    page = f"{reference}/contacts/"
    if not (site / page / "index.html").is_file():
        return
    root = f"{staged.settings.site_url.rstrip('/')}/"
    languages = ", ".join(language.code for language in staged.settings.languages)
    lines = [
        f"Contact: {root}{page}",
        f"Expires: {(staged.settings.date + _VALID).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {languages}",
        f"Canonical: {root}.well-known/security.txt",
    ]
    folder = site / ".well-known"
    folder.mkdir(exist_ok=True)
    (folder / "security.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
