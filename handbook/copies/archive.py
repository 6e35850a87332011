"""Zip archives that are the same, byte for byte, for the same files.

Python compresses with zlib; libdeflate finds shorter ways to say the same, which every program unpacks as well.
"""

from __future__ import annotations

import datetime
import struct
import zlib
from collections.abc import Collection, Mapping

from deflate import deflate_compress

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION, _UNIX, _UTF8, _DEFLATED = 20, 3 << 8, 0x800, 8
#: What anybody may read and its owner change.
_MODE = 0o100644 << 16
#: How hard libdeflate tries.
_SMALLEST = 12


def archive(files: Mapping[str, bytes], date: datetime.date, stored: Collection[str] = ()) -> bytes:
    """Return a zip of ``files`` in their order, all of ``date``; those ``stored`` are not compressed.

    Form: APPNOTE.TXT of PKWARE, 6.3.10, without what files larger than 4 GB need.
    """
    day = ((date.year - 1980) << 9) | (date.month << 5) | date.day
    whole, index = bytearray(), bytearray()
    for name, content in files.items():
        packed = content if name in stored else deflate_compress(content, _SMALLEST)
        method = 0 if name in stored else _DEFLATED
        said = name.encode()
        told = struct.pack(
            "<5H3L2H", _VERSION, _UTF8, method, 0, day, zlib.crc32(content), len(packed), len(content), len(said), 0
        )
        index += (
            _CENTRAL
            + struct.pack("<H", _UNIX | _VERSION)
            + told
            + struct.pack("<3H2L", 0, 0, 0, _MODE, len(whole))
            + said
        )
        whole += _LOCAL + told + said + packed
    count = len(files)
    return bytes(whole + index + _END + struct.pack("<4H2LH", 0, 0, count, count, len(index), len(whole), 0))
