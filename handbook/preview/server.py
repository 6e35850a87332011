"""Serves the preview on the loopback address; each page carries the script that waits for news."""

from __future__ import annotations

import json
import sys
import threading
from contextlib import closing
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from handbook.kept import mark_of
from handbook.preview.news import NEWS, PROGRAM, SCRIPT_FILE, Shown, script
from handbook.preview.preview import Preview
from handbook.problems import CouldNotRun
from handbook.stage import Tell

_WAIT = b"<!doctype html><title>\xe2\x80\xa6</title><body><p>The first build is not finished.</p></body>"
_HTML = "text/html; charset=utf-8"


def server(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Return a server of a preview. Raises `CouldNotRun` if the port cannot be used."""
    try:
        made = _Server(("127.0.0.1", port), partial(_Handler, directory=str(preview.site), preview=preview))
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or error
        raise CouldNotRun(f"port {port} cannot be used ({why}); choose another with --port") from None
    made.daemon_threads = True
    return made


def serve(root: Path, port: int, tell: Tell) -> None:
    """Serve the handbook in ``root`` on the loopback address until interrupted, following every edit.

    Raises `CouldNotRun` if the port is taken.
    """
    site = root / "build" / "preview" / "site"
    site.mkdir(parents=True, exist_ok=True)
    with closing(Preview(root, site, tell)) as preview:
        web = server(preview, port)
        threading.Thread(target=web.serve_forever, daemon=True).start()
        tell(f"Open http://127.0.0.1:{web.server_port}/ (stop with Ctrl+C)")
        preview.follow()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away before it had its answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else the system holds an answer back until its head was acknowledged, which takes 40 milliseconds.
    disable_nagle_algorithm = True

    def __init__(self, *arguments: object, preview: Preview, **options: object) -> None:
        self.preview = preview
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with news, a page as it is now, or a file of the site."""
        asked = urlsplit(self.path)
        address = _address(asked.path)
        if asked.path == NEWS:
            self._tell({name: values[0] for name, values in parse_qs(asked.query).items()})
        elif asked.path == SCRIPT_FILE:
            self._send(PROGRAM.read_bytes(), "text/javascript; charset=utf-8")
        elif (page := self.preview.shown(address)).html is not None:
            self._page(page)
        elif (file := self.preview.file(address)) is not None:
            self._send(file.read_bytes(), self.guess_type(file))
        elif not Path(self.translate_path(self.path)).exists() and not (self.preview.site / "index.html").exists():
            self._page(self.preview.shown(address)._replace(html=_WAIT))
        else:
            super().do_GET()

    def _page(self, page: Shown) -> None:
        before, end, after = (page.html or b"").rpartition(b"</body>")
        self._send(before + script(page).encode() + end + after, _HTML)

    def _tell(self, known: dict[str, str]) -> None:
        """Answer once what is shown, or what is wrong with it, is not what the browser knows."""
        address, preview = _address(known.get("page", "/")), self.preview

        def now() -> tuple[str, str]:
            return preview.shown(address).mark, mark_of(preview.problems(address))[:12]

        wrong_before = known.get("told") or mark_of("")[:12]
        preview.news.once(lambda: now() != (known.get("mark", ""), wrong_before))
        page, problems = preview.shown(address), preview.problems(address)
        html = (page.html or b"").decode() if page.mark != known.get("mark") else ""
        wrong = {"told": mark_of(problems)[:12], "problems": problems}
        answer = {"mark": page.mark, "frame": page.frame, "html": html, **wrong}
        self._send(json.dumps(answer).encode(), "application/json")

    def end_headers(self) -> None:
        """Let the browser ask again for whatever it has."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: a request is no news."""


def _address(path: str) -> str:
    """Return the address of a page below the site's root; one with steps upwards is none."""
    address = unquote(path).lstrip("/").removesuffix("index.html")
    return "" if ".." in address.split("/") else address
