"""Which names of hosts do not exist: lychee tells them from lines that are down by nothing."""

from __future__ import annotations

import socket
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from urllib.request import getproxies

#: The name service says that there is no such name, in contrast to "try again" (`socket.EAI_AGAIN`). RFC 3493, 6.1
_NO_SUCH = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_AT_ONCE = 8


def unknown_names(hosts: Collection[str]) -> frozenset[str]:
    """Return those of ``hosts`` that the name service says do not exist.

    Behind a proxy nothing is said, since it is the proxy that asks for names.
    """
    if not hosts or {"http", "https", "all"} & set(getproxies()):
        return frozenset()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return frozenset(host for host, unknown in zip(hosts, pool.map(_unknown, hosts), strict=True) if unknown)


def _unknown(host: str) -> bool:
    try:
        socket.getaddrinfo(host, None)
    except socket.gaierror as error:
        return error.errno in _NO_SUCH
    except (OSError, UnicodeError):
        return False
    return False
