"""Asks whether the addresses of others that the built site leads to still answer. Needs a network connection.

python3 scripts/check_external_links.py                 the site in site/
python3 scripts/check_external_links.py FOLDER          any static site
python3 scripts/check_external_links.py --json -        as JSON; --issue FILE: Markdown, for an issue
"""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from environment import ROOT, enter
from output import write

if TYPE_CHECKING:
    from handbook.links.external import Outcome


def main() -> int:
    """Ask and report. Exit codes: 0 fine, 1 something is to be done, 2 could not run, or not for all."""
    arguments = _arguments()
    enter("requirements.txt", "requirements-links.txt")
    from handbook.links.external.issue import report_failure
    from handbook.links.external.report import report_schema
    from handbook.problems import CouldNotRun, Refused

    try:
        _write(arguments.schema, report_schema)
        if arguments.schema == "-":
            return 0
        outcome = _check(arguments)
        _report(outcome, arguments)
    except (CouldNotRun, Refused) as error:
        reason = f"{error}."
    except OSError as error:
        reason = f"{error.filename or ''}: {error.strerror or error}."
    except KeyboardInterrupt:
        reason = "It was stopped."
    else:
        return outcome.status
    print(f"Could not run: {reason}", file=sys.stderr)
    _write(arguments.issue, lambda: report_failure(reason))
    return 2


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site", help="folder of the built site (site/)")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings, with the exceptions (links.yml)")
    parser.add_argument(
        "--date", type=date.fromisoformat, default=date.today(), help="day for which exceptions hold (today)"
    )
    parser.add_argument(
        "--cache", type=Path, default=ROOT / "build" / "external-links", help="folder that remembers what held"
    )
    parser.add_argument("--limit", type=float, default=3600, metavar="SECONDS", help="time for everything (3600)")
    parser.add_argument("--timeout", type=int, default=20, metavar="SECONDS", help="time for one answer (20)")
    parser.add_argument("--retries", type=int, default=2, metavar="N", help="how often silence is asked again (2)")
    parser.add_argument("--archive", action="store_true", help="ask the web archive for copies of what is gone")
    parser.add_argument("--json", metavar="FILE", help="write the report as JSON; - prints it instead")
    parser.add_argument("--schema", metavar="FILE", help="write the JSON Schema of --json; - prints it, and ends")
    parser.add_argument("--issue", metavar="FILE", help="write the report as Markdown; - prints it instead")
    return parser.parse_args()


def _check(arguments: argparse.Namespace) -> "Outcome":
    from handbook.links.config import Config, read_config
    from handbook.links.external import Asking, check_external, find_lychee
    from handbook.links.run import read_site

    file = arguments.config or ROOT / "links.yml"
    config = read_config(file) if arguments.config or file.exists() else Config()
    site = read_site(arguments.site, config.options())
    known = {name: getattr(arguments, name) for name in ("limit", "timeout", "retries", "archive")}
    asking = Asking(find_lychee(), arguments.cache.absolute(), **known)
    return check_external(site, asking, arguments.date, config.external, file.name)


def _report(outcome: "Outcome", arguments: argparse.Namespace) -> None:
    """Write the reports that were asked for; the text for people goes to the terminal unless one of them does."""
    from handbook.links.external.issue import report_issue
    from handbook.links.external.report import report_json, report_text

    if "-" not in (arguments.json, arguments.issue):
        _write("-", lambda: report_text(outcome))
    _write(arguments.json, lambda: report_json(outcome))
    _write(arguments.issue, lambda: report_issue(outcome))


def _write(file: str | None, made: Callable[[], str]) -> None:
    if file:
        write(file, made())


if __name__ == "__main__":
    raise SystemExit(main())
