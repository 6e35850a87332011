"""Debian's packages, which need apt and root; runs on a bare Python, before anything is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def install_system_packages(*packages: str) -> bool:
    """Install Debian packages where there is apt and root; return whether all went well.

    Where one of them cannot be had, the others are installed all the same.
    """
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    print(f"Installing {', '.join(packages)} …", file=sys.stderr, flush=True)
    if _install(*packages) or (_apt("update", "-q") and _install(*packages)):
        return True
    for package in packages if len(packages) > 1 else ():
        _install(package)
    return False


def _install(*packages: str) -> bool:
    return _apt("install", "-y", "-q", "--no-install-recommends", *packages)


def _apt(*words: str) -> bool:
    command, environment = ["apt-get", *words], os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0
