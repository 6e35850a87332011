"""A small server on the loopback address that answers in every way that servers do, and counts what it is asked."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

#: Signed by itself, for the name wrong.example; good for a hundred years and for nothing but this test.
CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgl8qmdzKJmxx+2v/j
tt+fxC4r2gAuCDQK974n0aQSJJOhRANCAAR3uS85gyv18D7vwGqR6YNFHY5uZMDK
eP9o9LwNBiDRSHiZyroyG6HH5juSA0ibGxDWH0F8Bp8lMqteDS5NERxD
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBoTCCAUegAwIBAgIUYNZhKbQhxfRgxiNkTwd2PNGi+UcwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNd3JvbmcuZXhhbXBsZTAgFw0yNjExMjIxMjM1MThaGA8yMTI2
MTAyOTEyMzUxOFowGDEWMBQGA1UEAwwNd3JvbmcuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABHe5LzmDK/XwPu/AapHpg0Udjm5kwMp4/2j0vA0GINFI
eJnKujIbocfmO5IDSJsbENYfQXwGnyUyq14NLk0RHEOjbTBrMB0GA1UdDgQWBBR4
DAIi/pIv4NckNk/UkMmr5GXXzzAfBgNVHSMEGDAWgBR4DAIi/pIv4NckNk/UkMmr
5GXXzzAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDXdyb25nLmV4YW1wbGUw
CgYIKoZIzj0EAwIDSAAwRQIgDsZziO24NI7CBS61MhV07sopSdaMCPdzAmy3cc9x
1+ECIQCnVzUJdKadzzSL3G6F7IhlTUZ+mYWsJQ5ycHNClc1eHg==
-----END CERTIFICATE-----
"""
_SECONDS_OF_A_HANG = 8


class Server(ThreadingHTTPServer):
    """``asked`` counts the requests for each path, ``most`` is how many slow ones were under way at once."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: Counter[str] = Counter()
        self.most = self.busy = 0
        self.lock = threading.Lock()
        self.base = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """Say nothing: those who ask break off as they like."""


class Handler(BaseHTTPRequestHandler):
    """``/301/302/ok`` leads by those redirects to ``/ok``; ``/404`` and the like answer with that status."""

    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        self.answer(405)

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.asked[self.path] += 1
        self.reply(self.path.lstrip("/").partition("?")[0])

    def reply(self, path: str) -> None:
        first, _, rest = path.partition("/")
        if special := getattr(self, f"reply_{first}", None):
            special(rest)
        elif first in ("301", "302", "303", "307", "308") and rest:
            place = self.server.base.replace("127.0.0.1", "localhost") if rest == "front" else self.server.base
            self.answer(int(first), {"Location": f"{place}/{'' if rest == 'front' else rest}"})
        elif first.isdigit():
            self.answer(int(first), {"Retry-After": "1"} if rest == "later" else {})
        else:
            self.answer(200)

    def answer(self, status: int, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": "0"}.items():
            self.send_header(name, value)
        self.end_headers()

    def reply_round(self, rest: str) -> None:
        self.answer(301, {"Location": f"{self.server.base}/round/{'b' if rest == 'a' else 'a'}"})

    def reply_deep(self, rest: str) -> None:
        self.answer(302, {"Location": f"{self.server.base}/deep/{int(rest) + 1}"})

    def reply_slow(self, rest: str) -> None:
        with self.server.lock:
            self.server.busy += 1
            self.server.most = max(self.server.most, self.server.busy)
        time.sleep(0.2)
        with self.server.lock:
            self.server.busy -= 1
        self.answer(200)

    def reply_hang(self, rest: str) -> None:
        time.sleep(_SECONDS_OF_A_HANG)
        self.close_connection = True

    def reply_reset(self, rest: str) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def reply_empty(self, rest: str) -> None:
        self.close_connection = True

    def reply_garbage(self, rest: str) -> None:
        self.wfile.write(b"this is no HTTP\r\n\r\n")
        self.close_connection = True

    def reply_huge(self, rest: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()
        with suppress(OSError):
            while True:
                self.wfile.write(b"x" * 65536)

    def reply_flaky(self, rest: str) -> None:
        if self.server.asked[self.path] == 1:
            self.reply_empty(rest)
        else:
            self.answer(200)


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Server]:
    """Serve until the block ends; over TLS with a wrong certificate, written to the file ``certificate``, if given."""
    server = Server()
    if certificate is not None:
        certificate.write_text(CERTIFICATE)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
