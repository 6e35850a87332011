"""Every page states what a browser may do with it; what the policy forbids is never published."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from pathlib import Path

import pytest
from conftest import Tree

from handbook.finish.security import policy_for
from handbook.problems import Refused
from handbook.way import build_site


def policies(site: Path) -> set[str]:
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    named = [re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html) for html in pages]
    assert all(len(each) == 1 for each in named)
    return {each[0] for each in named}


def test_every_page_and_the_headers_state_one_policy(built: Tree) -> None:
    site = built.root / "site"
    (policy,) = policies(site)
    assert policy.startswith("default-src 'none'; script-src 'self'")
    assert "unsafe-inline" not in policy
    headers = (site / "_headers").read_text(encoding="utf-8").split("\n")
    assert headers[0] == "/*"
    assert headers[1] == f"  Content-Security-Policy: {policy}; frame-ancestors 'none'"
    told = {line.split(":")[0].strip() for line in headers[1:] if line}
    assert {"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "X-Frame-Options"} <= told


def test_the_policy_stands_before_anything_is_loaded(built: Tree) -> None:
    for path in (built.root / "site").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        loads = [found.start() for found in re.finditer(r"<(?:link|script)\b", html)]
        assert html.index("Content-Security-Policy") < min(loads, default=len(html))
        assert html.index("Content-Security-Policy") < 1024


def test_a_script_in_a_page_is_known_by_its_hash_and_data_is_not() -> None:
    script = "document.title = 'é';"
    page = f"<script>{script}</script><script type='application/json'>{{}}</script><script src='x.js'></script>"
    mark = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert re.findall(r"'sha256-([^']*)'", policy_for([page, page])) == [mark]


FORBIDDEN = {
    "a style attribute": '<p style="color: red">x</p>',
    "a style element": "<style>p { color: red }</style>",
    "an event attribute": '<p onclick="alert()">x</p>',
    "a javascript: address": '<a href="javascript:alert()">x</a>',
}


@pytest.mark.parametrize(("said", "html"), FORBIDDEN.items(), ids=FORBIDDEN)
def test_what_the_policy_forbids_is_refused(tiny: Tree, said: str, html: str) -> None:
    shown = tiny.read("mkdocs.yml").split("custom_dir: ")[1].split(",")[0]
    own = tiny.root / "look"
    shutil.copytree(shown, own)
    main = own / "main.html"
    words = main.read_text(encoding="utf-8")
    main.write_text(words.replace("{{ page.content }}", f"{{{{ page.content }}}}{html}"), encoding="utf-8")
    tiny.replace("mkdocs.yml", shown, str(own))
    with pytest.raises(Refused) as refused:
        build_site(tiny.root, tiny.root / "site")
    told = [problem.wrong for problem in refused.value.problems if said in problem.wrong]
    assert told == [f"{said} is in the page and in 3 more, which its policy forbids"]  # once, however many pages
    assert not (tiny.root / "site").exists()


def test_links_out_of_the_site_tell_nothing_of_their_reader(tiny: Tree) -> None:
    for folder in ("docs", "docs_fr"):
        tiny.append(f"{folder}/index.md", "\n[Lamps](https://lamps.example.org/)\n")
    build_site(tiny.root, tiny.root / "site")
    html = tiny.read("site/en/index.html")
    assert '<a rel="noopener noreferrer" href="https://lamps.example.org/">Lamps</a>' in html
    assert '<meta name="referrer" content="no-referrer">' in html


ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    '"><svg onload=alert(1)>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ ''.__class__ }}",
    "{% import os %}",
)


@pytest.mark.parametrize("words", ATTACKS)
@pytest.mark.parametrize("file", ["docs/index.md", "docs/data/programme/light.yml"])
def test_words_bring_no_program_into_a_page(tiny: Tree, file: str, words: str) -> None:
    if file.endswith(".md"):
        tiny.append(file, f"\n{words}\n")
    else:
        tiny.replace(file, "Ask the [[lamp-board]] for 40 lamps.", f"Ask the [[lamp-board]] {words}")
    try:
        build_site(tiny.root, tiny.root / "site", allow_missing=True)
    except Refused:
        return
    for path in (tiny.root / "site" / "en").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not re.search(r"<script>|<svg onload|onerror=alert|href=\"(?:javascript|data):", html), path
