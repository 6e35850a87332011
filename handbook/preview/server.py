"""Serves the preview on the loopback address; each page carries the script that waits for news."""

from __future__ import annotations

import json
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from handbook.preview.news import NEWS, PROGRAM, SCRIPT, SCRIPT_FILE, News
from handbook.problems import CouldNotRun

_WAIT = "<!doctype html><title>…</title><body><p>The first build is not finished.</p>"
_HTML = "text/html; charset=utf-8"


def server(site: Path, port: int, news: News) -> ThreadingHTTPServer:
    """Return a server of the folder ``site``. Raises `CouldNotRun` if the port cannot be used."""
    try:
        made = _Server(("127.0.0.1", port), partial(_Handler, directory=str(site), news=news))
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or error
        raise CouldNotRun(f"port {port} cannot be used ({why}); choose another with --port") from None
    made.daemon_threads = True
    return made


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away before it had its answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, news: News, **options: object) -> None:
        self.news = news
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path, _, known = self.path.partition("?")
        file = Path(self.translate_path(path))
        page = file / "index.html" if path.endswith("/") else file
        if path == NEWS:
            self._send(json.dumps(self.news.after(known)), "application/json")
        elif path == SCRIPT_FILE:
            self._send(PROGRAM, "text/javascript; charset=utf-8")
        elif page.suffix == ".html" and page.is_file():
            self._send(page.read_text("utf-8").replace("</body>", f"{SCRIPT}</body>"), _HTML)
        elif not self.news.site and not file.exists():
            self._send(f"{_WAIT}{SCRIPT}</body>", _HTML)
        else:
            super().do_GET()

    def _send(self, text: str, kind: str) -> None:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: a request is no news."""
