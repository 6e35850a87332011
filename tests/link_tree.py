"""A site of a few files, written for one test, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from handbook.links import Finding, Options
from handbook.links.checks.anchors import check_anchors
from handbook.links.checks.documents import check_documents
from handbook.links.checks.folder import check_folder
from handbook.links.checks.reach import check_reach
from handbook.links.checks.redirects import check_redirects
from handbook.links.checks.sitemap import check_sitemap
from handbook.links.checks.targets import check_targets
from handbook.links.run import read_site

HOST = "https://lamps.example/book/"
CHECKS = (check_folder, check_documents, check_targets, check_anchors, check_redirects, check_sitemap, check_reach)


def plant(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def found(root: Path, files: Mapping[str, str | bytes], address: str = HOST) -> list[Finding]:
    site = read_site(plant(root, files), Options(address=address))
    return [finding for check in CHECKS for finding in check(site)]


def codes(root: Path, files: Mapping[str, str | bytes], address: str = HOST) -> list[str]:
    return sorted(finding.code for finding in found(root, files, address))


def page(body: str = "", head: str = "", title: str = "A page") -> str:
    return f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head><body>{body}</body></html>'
