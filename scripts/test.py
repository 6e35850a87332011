"""Runs all checks and tests, and installs what they need, a browser included.

python3 scripts/test.py                   everything
python3 scripts/test.py tests/test_way.py -k kill   these tests only (arguments go to pytest)
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from debian import install_system_packages
from environment import ROOT, enter

WORKFLOWS = ".github/workflows"
#: Programs that read copies to take away, and the packages of Debian that bring them: for EPUB, for DOCX.
READERS = {"java": "default-jre-headless", "soffice": "libreoffice-writer-nogui"}


def checks() -> Iterator[tuple[str, list[str]]]:
    """Yield what runs before the tests, cheap and clear first: a name and a command."""
    python, programs = sys.executable, Path(sys.executable).parent
    files = [str(path) for path in sorted((ROOT / WORKFLOWS).glob("*.yml"))]
    yield "style", [python, "-m", "ruff", "check", "."]
    yield "format", [python, "-m", "ruff", "format", "--check", "."]
    yield "types", [python, "-m", "mypy"]
    yield "schemas", [python, "scripts/schemas.py", "--check"]
    yield "translations", [python, "scripts/check_translations.py"]
    form = ["--builtin-schema", "vendor.github-workflows"]
    yield "workflows, form", [python, "-m", "check_jsonschema", *form, *files]
    yield "workflows, safety", [str(programs / "zizmor"), "--offline", "--no-progress", WORKFLOWS]


def main() -> int:
    """Run everything. Exit codes: 0 fine, 1 something failed, 2 could not run."""
    enter("requirements.txt", "requirements-test.txt")
    if not _chromium():
        print("A Chromium is needed for the tests. Type:  sudo apt-get install chromium", file=sys.stderr)
        print("or set HANDBOOK_CHROMIUM to the path of a Chromium or Chrome.", file=sys.stderr)
        return 2
    from handbook.copies.needs import helpful_libraries, missing_libraries

    if helpful := [*helpful_libraries(), *_readers()]:
        install_system_packages(*helpful)
    if missing := [*missing_libraries(), *_readers()]:
        print(f"Without {' '.join(missing)}, tests of copies to take away are passed over.", file=sys.stderr)
    wanted = sys.argv[1:]
    failed = [] if wanted else [name for name, command in checks() if not _check(name, command)]
    if subprocess.run([sys.executable, "-m", "pytest", *wanted], cwd=ROOT, check=False).returncode != 0:
        failed.append("tests")
    print(f"Failed: {', '.join(failed)}." if failed else "Everything passed.")
    return 1 if failed else 0


def _readers() -> list[str]:
    """Return the packages of `READERS` whose programs this system lacks."""
    return [package for program, package in READERS.items() if shutil.which(program) is None]


def _chromium() -> bool:
    """Make sure that `HANDBOOK_CHROMIUM` names a browser: the system's, or Debian's package."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    for attempt in range(2):
        found = os.environ.get("HANDBOOK_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
        if found and shutil.which(found):
            os.environ["HANDBOOK_CHROMIUM"] = found
            return True
        if attempt or not install_system_packages("chromium"):
            return False
    return False


def _check(name: str, command: list[str]) -> bool:
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    print(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name}", flush=True)
    if done.returncode != 0:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
