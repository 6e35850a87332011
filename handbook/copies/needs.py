"""What some copies need besides the packages of the build, and what their look depends on.

This module runs on a bare Python, so that a door can ask it before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

#: The file of packages that only copies need, beside the program.
REQUIREMENTS = "requirements-copies.txt"
#: System libraries that WeasyPrint loads, by file, and the packages of Debian and Ubuntu that bring them:
#: https://doc.courtbouillon.org/weasyprint/stable/first_steps.html
LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
}
#: One more, which cuts fonts down faster. Ubuntu 22.04 and Debian 11 have no such package, so nothing waits for it:
#: https://github.com/Kozea/WeasyPrint/pull/2713
FASTER = {"libharfbuzz-subset.so.0": "libharfbuzz-subset0"}
_HOW = "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"
_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/Library/Fonts")


def missing_libraries() -> list[str]:
    """Return the packages of Debian and Ubuntu whose libraries this system lacks; elsewhere none is known by name."""
    return _missing(LIBRARIES)


def helpful_libraries() -> list[str]:
    """Return the packages to install: those of `missing_libraries`, if any, and what copies can do without."""
    return _missing(LIBRARIES | FASTER) if missing_libraries() else []


def _missing(libraries: Mapping[str, str]) -> list[str]:
    return [package for file, package in libraries.items() if sys.platform == "linux" and not _loads(file)]


def what_to_do(reason: str) -> str:
    """Return what a person does so that nothing is left out for this reason."""
    packages = " ".join(missing_libraries())
    if packages:
        return f"On Debian and Ubuntu, type: sudo apt-get install {packages}. {_elsewhere()}"
    if "library" in reason:
        return _elsewhere()
    return f"Run the build with a network connection once, so that it can install {REQUIREMENTS}."


def _elsewhere() -> str:
    names = ", ".join(file.partition(".so")[0] for file in LIBRARIES)
    return f"On any other system, install Pango and HarfBuzz ({names}): {_HOW}"


def surroundings() -> Iterator[str]:
    """Yield what the bytes of a copy may depend on outside the program: versions of libraries, fonts of the system."""
    for file, version in (("libpango-1.0.so.0", "pango_version_string"), ("libharfbuzz.so.0", "hb_version_string")):
        if sys.platform == "linux" and _loads(file):
            ask = getattr(ctypes.CDLL(file), version)
            ask.restype = ctypes.c_char_p
            yield f"{file} {ask().decode('ascii', 'replace')}"
    yield from (file for file in FASTER if sys.platform == "linux" and _loads(file))
    for folder in _FONTS:
        for inner, folders, names in os.walk(Path(folder).expanduser()):
            folders.sort()
            for name in sorted(names):
                path = Path(inner, name)
                yield f"{path} {path.stat().st_size if path.exists() else 0}"


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
