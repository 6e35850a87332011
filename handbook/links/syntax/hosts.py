"""Which hosts only some can reach: one's own computer, and what stands in one house.

https://www.rfc-editor.org/rfc/rfc6761 (localhost), rfc6762 (.local), rfc8375 (.home.arpa); .internal: ICANN, 2024.
"""

from __future__ import annotations

import ipaddress
import re
from functools import cache

_INNER = ("local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa")


@cache
def private(host: str) -> str:
    """Return for whom alone a host (in small letters) is there, as words of a sentence, or ``""`` if for everybody."""
    name = host.rstrip(".")
    if name in ("localhost", "0.0.0.0", "ip6-localhost") or name.endswith(".localhost"):  # noqa: S104
        return "the computer of whoever reads it"
    if re.fullmatch(r"[\d.]+|[0-9a-f:.%]*:[0-9a-f:.%]*", name):
        return _number(name)
    if "." not in name or name.endswith(tuple(f".{one}" for one in _INNER)):
        return "one house or network"
    return ""


def _number(name: str) -> str:
    try:
        number = ipaddress.ip_address(name)
    except ValueError:
        return ""
    if number.is_loopback or number.is_unspecified:
        return "the computer of whoever reads it"
    documented = any(number in each for each in _EXAMPLES if each.version == number.version)
    return "one house or network" if (number.is_private or number.is_link_local) and not documented else ""


#: Kept for examples. https://www.rfc-editor.org/rfc/rfc5737, https://www.rfc-editor.org/rfc/rfc3849
_EXAMPLES = tuple(map(ipaddress.ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")))
