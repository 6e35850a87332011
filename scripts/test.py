"""Runs all checks and tests, and installs what they need, a browser included.

python3 scripts/test.py                   everything
python3 scripts/test.py tests/test_way.py -k kill   these tests only (arguments go to pytest)
"""

import os
import shutil
import subprocess
import sys

from environment import ROOT, enter, install_system_packages

#: What runs before the tests, cheap and clear first.
CHECKS = (
    ("style", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
    ("types", ["-m", "mypy"]),
    ("schemas", ["scripts/schemas.py", "--check"]),
    ("workflows, form", ["-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]),
    ("workflows, safety", ["-m", "zizmor", "--offline", "--quiet", ".github/workflows"]),
)


def main() -> int:
    """Run everything. Exit codes: 0 fine, 1 something failed, 2 could not run."""
    enter("requirements.txt", "requirements-test.txt")
    if not _chromium():
        print("A Chromium is needed for the tests. Type:  sudo apt-get install chromium", file=sys.stderr)
        print("or set HANDBOOK_CHROMIUM to the path of a Chromium or Chrome.", file=sys.stderr)
        return 2
    wanted = sys.argv[1:]
    failed = [] if wanted else [name for name, words in CHECKS if not _check(name, words)]
    if subprocess.run([sys.executable, "-m", "pytest", *wanted], cwd=ROOT, check=False).returncode != 0:
        failed.append("tests")
    print(f"Failed: {', '.join(failed)}." if failed else "Everything passed.")
    return 1 if failed else 0


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


def _check(name: str, words: list[str]) -> bool:
    files = [str(path) for path in (ROOT / ".github" / "workflows").glob("*.yml")] if "schema" in words[-1] else []
    files = files if "check_jsonschema" in words else []
    done = subprocess.run([sys.executable, *words, *files], cwd=ROOT, check=False, capture_output=True, text=True)
    print(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name}", flush=True)
    if done.returncode != 0:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
