"""Checks the translations: complete, up to date, the same in meaning, well written.

python3 scripts/check_translations.py                     says what is to be done, in the language of LANG
python3 scripts/check_translations.py --language fr       says it in French
python3 scripts/check_translations.py --fix               mends what is mechanical, and shows it
python3 scripts/check_translations.py --baseline old.json tolerates what was found before
"""

import argparse
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from environment import ROOT, enter
from output import ended, show, write

if TYPE_CHECKING:
    from handbook.translations.gate import Judged
    from handbook.translations.messages import Catalogue


def main() -> int:
    """Read the arguments, check, report. Exit codes: 0 fine, 1 problems in the words, 2 could not run."""
    arguments = _arguments()
    enter("requirements.txt")
    return ended(lambda: _run(arguments))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--handbook", type=Path, default=ROOT, help="folder that holds mkdocs.yml (this project)")
    parser.add_argument("--language", metavar="CODE", help="language of the messages: en, fr, es (that of LANG)")
    parser.add_argument("--all", action="store_true", help="show every finding, not only the first of each kind")
    parser.add_argument("--fix", action="store_true", help="mend what is mechanical in its place, and show it")
    parser.add_argument(
        "--baseline", type=Path, metavar="FILE", help="record of old findings, which are tolerated; begun if missing"
    )
    for name, what in (("json", "as JSON"), ("junit", "as JUnit XML"), ("schema", "JSON Schema of --json")):
        parser.add_argument(f"--{name}", metavar="FILE", help=f"write the report {what}; - prints it instead")
    parser.add_argument("--summary", metavar="FILE", help="add Markdown tables to FILE, for a job page; - prints them")
    parser.add_argument("--annotations", action="store_true", help="print the findings as annotations of GitHub")
    return parser.parse_args()


def _run(arguments: argparse.Namespace) -> int:
    from handbook.problems import CouldNotRun
    from handbook.translations.fixes import fixes, write_fixes
    from handbook.translations.gate import check_handbook, judge
    from handbook.translations.messages import catalogue, catalogue_languages, choose_language
    from handbook.translations.reports.text import fixes_text

    root = arguments.handbook.resolve()
    if not (root / "mkdocs.yml").exists():
        raise CouldNotRun(f"{root}: there is no mkdocs.yml in this folder")
    words = catalogue(choose_language(arguments.language))
    if arguments.language and re.split("[-_.]", arguments.language.lower())[0] not in catalogue_languages():
        there = ", ".join(catalogue_languages())
        print(f"There are no messages in '{arguments.language}' (there are: {there})", file=sys.stderr)
    quiet = "-" in (arguments.json, arguments.junit, arguments.schema, arguments.summary)
    checked = check_handbook(root)
    if arguments.fix:
        mended = list(fixes(checked))
        write_fixes(root, mended)
        print("\n".join(fixes_text(mended, words)), file=sys.stderr if quiet else sys.stdout)
        checked = check_handbook(root) if mended else checked
    judged = judge(checked, arguments.baseline, may_create=not os.environ.get("CI"))
    _report(judged, words, arguments, quiet)
    return 1 if judged.failed else 0


def _report(judged: "Judged", words: "Catalogue", arguments: argparse.Namespace, quiet: bool) -> None:
    """Write the reports that were asked for; the text for people goes to the terminal unless one of them does."""
    from handbook.translations.reports.annotations import report_annotations
    from handbook.translations.reports.data import report_json, report_schema
    from handbook.translations.reports.junit import report_junit
    from handbook.translations.reports.summary import report_summary
    from handbook.translations.reports.text import report_record, report_text

    if not quiet:
        show("\n".join(report_text(judged, words, arguments.all)))
    if arguments.annotations:
        show("\n".join(report_annotations(judged, words)))
    formats: tuple[tuple[str | None, Callable[[], str]], ...] = (
        (arguments.json, lambda: report_json(judged, words)),
        (arguments.junit, lambda: report_junit(judged, words)),
        (arguments.summary, lambda: report_summary(judged, words)),
        (arguments.schema, report_schema),
    )
    for file, made in formats:
        if file:
            write(file, made(), add=file is arguments.summary)
    for line in report_record(judged, arguments.baseline, words):
        print(line, file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
