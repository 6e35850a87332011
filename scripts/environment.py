"""Makes the project's own `.venv` from the locked requirements and goes on inside it.

This file, `debian.py` and the doors that import them run on a bare Python 3.11, before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from debian import install_system_packages

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
MINIMUM = (3, 11)
#: Set to `ready` where the Python that runs has everything already (a container, a distribution).
READY = "HANDBOOK_ENVIRONMENT"


def enter(*requirements: str) -> None:
    """Go on in `.venv` with the packages of the locked files ``requirements`` installed.

    Returns inside the environment; outside, makes or completes it and starts the same command anew in it.
    Ends the process with exit code 2 and a sentence if that cannot be done.
    """
    if sys.version_info < MINIMUM:
        _stop(f"Python {'.'.join(map(str, MINIMUM))} or later is needed; this is {sys.version.split()[0]}.")
    sys.path.insert(0, str(ROOT))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that has not all letters is no reason to stop
    if os.environ.get(READY) == "ready":
        return
    wanted = {_digest(name) for name in requirements}
    complete = wanted <= _installed() and _python().exists()
    if complete and Path(sys.prefix).resolve() == VENV.resolve():
        return
    if not complete:
        _install(requirements)
    os.execv(_python(), [str(_python()), *sys.argv])  # noqa: S606


def offer(requirements: str, libraries: Callable[[], list[str]]) -> None:
    """Install the packages of a locked file, and the Debian packages that ``libraries`` names, where that can be done.

    Runs inside the environment (`enter`). What cannot be had is told, and is no reason to stop.
    """
    if os.environ.get(READY) == "ready":
        return
    if _digest(requirements) not in _installed():
        print(f"Completing {VENV.name}/ with {requirements} (once) …", file=sys.stderr, flush=True)
        if not _pip(requirements):
            print(f"The packages of {requirements} could not be installed.", file=sys.stderr)
        importlib.invalidate_caches()
    if packages := libraries():
        install_system_packages(*packages)


def _digest(requirements: str) -> str:
    """Return a name for a locked file and the Python that its packages are for."""
    return hashlib.sha256(sys.version.encode() + (ROOT / requirements).read_bytes()).hexdigest()[:16]


def _stamp() -> Path:
    return VENV / "installed.txt"


def _installed() -> set[str]:
    return set(_stamp().read_text().split()) if _stamp().exists() else set()


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _install(requirements: tuple[str, ...]) -> None:
    print(f"Preparing {VENV.name}/ (once, about a minute) …", file=sys.stderr, flush=True)
    if not _python().exists() or not _works():
        shutil.rmtree(VENV, ignore_errors=True)
        _need_venv()
        _run([sys.executable, "-m", "venv", str(VENV)], "The environment could not be made.")
    if not _pip(*requirements):
        _stop("The packages could not be installed. Is there a network connection?")


def _pip(*requirements: str) -> bool:
    """Install the packages of locked files; return whether that went well."""
    files = [part for name in requirements for part in ("-r", str(ROOT / name))]
    pip = [str(_python()), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    command = [*pip, "--require-hashes", *files]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0
    if done:
        _stamp().write_text("\n".join(sorted(_installed() | set(map(_digest, requirements)))) + "\n")
    return done


def _works() -> bool:
    """Return whether the environment's Python starts and is the version that runs now."""
    ask = [str(_python()), "-c", "import sys, pip; print(sys.version)"]
    try:
        found = subprocess.run(ask, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return found.returncode == 0 and found.stdout.strip() == sys.version.strip()


def _need_venv() -> None:
    """Install Debian's package for `venv` where Python lacks it and that can be done; else name it."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not install_system_packages(package):
        _stop(f"Python's 'venv' is missing. Type:  sudo apt-get install {package}")


def _run(command: list[str], wrong: str) -> None:
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        _stop(wrong)


def _stop(said: str) -> None:
    print(said, file=sys.stderr)
    raise SystemExit(2)
