"""Makes the project's own `.venv` from the locked requirements and goes on inside it.

This file and the doors that import it run on a bare Python 3.11, before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

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
        _install(requirements, wanted)
    os.execv(_python(), [str(_python()), *sys.argv])  # noqa: S606


def _digest(requirements: str) -> str:
    """Return a name for a locked file and the Python that its packages are for."""
    return hashlib.sha256(sys.version.encode() + (ROOT / requirements).read_bytes()).hexdigest()[:16]


def _stamp() -> Path:
    return VENV / "installed.txt"


def _installed() -> set[str]:
    return set(_stamp().read_text().split()) if _stamp().exists() else set()


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _install(requirements: tuple[str, ...], wanted: set[str]) -> None:
    print(f"Preparing {VENV.name}/ (once, about a minute) …", file=sys.stderr, flush=True)
    if not _python().exists() or not _works():
        shutil.rmtree(VENV, ignore_errors=True)
        _need_venv()
        _run([sys.executable, "-m", "venv", str(VENV)], "The environment could not be made.")
    files = [part for name in requirements for part in ("-r", str(ROOT / name))]
    pip = [str(_python()), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    _run([*pip, "--require-hashes", *files], "The packages could not be installed. Is there a network connection?")
    _stamp().write_text("\n".join(sorted(_installed() | wanted)) + "\n")


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


def install_system_packages(*packages: str) -> bool:
    """Install Debian packages where there is apt and root; return whether that went well."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    print(f"Installing {', '.join(packages)} …", file=sys.stderr, flush=True)
    install = ["install", "-y", "-q", "--no-install-recommends", *packages]
    return _apt(*install) or (_apt("update", "-q") and _apt(*install))


def _apt(*words: str) -> bool:
    command, environment = ["apt-get", *words], os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0


def _run(command: list[str], wrong: str) -> None:
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        _stop(wrong)


def _stop(said: str) -> None:
    print(said, file=sys.stderr)
    raise SystemExit(2)
