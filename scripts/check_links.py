"""Checks the links of a built site, in every language: pages, anchors, pictures, downloads, addresses.

python3 scripts/check_links.py                            checks site/, and says what is wrong, where, what to do
python3 scripts/check_links.py FOLDER                     checks any static site
python3 scripts/check_links.py --html report.html         writes a report with a click to each place
python3 scripts/check_links.py --sources                  checks what the words alone tell, before they are built
"""

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from environment import ROOT, enter
from output import ended, show, write

if TYPE_CHECKING:
    from handbook.links.options import Options
    from handbook.links.place import Origin
    from handbook.links.reports.report import Report

FORMATS = {"json": "as JSON", "junit": "as JUnit XML", "html": "in HTML", "summary": "in Markdown"}


def main() -> int:
    """Read the arguments, check, report. Exit codes: 0 no errors, 1 errors, 2 could not run."""
    arguments = _arguments()
    enter("requirements.txt")
    return ended(lambda: _run(arguments), refused=2)  # what is refused is the configuration, not the site


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("site", metavar="SITE", type=Path, nargs="?", help="folder of the built site (site/ of this project)")
    add("--address", metavar="URL", help="address the site will have (its canonical addresses tell it)")
    add("--config", metavar="FILE", type=Path, help="what is known of the site (links.yml of the handbook)")
    add("--handbook", metavar="FOLDER", type=Path, help="the site's words (this project, for its own site)")
    add("--sources", action="store_true", help="check the words before they are built, instead of a site")
    add("--strict", action="store_true", help="warnings are errors")
    add("--all", action="store_true", help="show every finding and every place, not only the first ones")
    add("--notes", action="store_true", help="show what is only good to know too")
    for name, what in FORMATS.items():
        add(f"--{name}", metavar="FILE", help=f"write the report {what}; - prints it instead")
    add("--schema", metavar="FILE", help="write the JSON Schema of --json; - prints it instead")
    add("--annotations", action="store_true", help="print the findings as annotations of GitHub")
    add("--source-link", metavar="URL", help="where a click leads, such as vscode://file/{path}:{line}")
    return parser.parse_args()


def _run(arguments: argparse.Namespace) -> int:
    if arguments.schema:
        from handbook.links.reports.data import report_schema

        write(arguments.schema, report_schema())
        if arguments.site is None and not arguments.sources:
            return 0
    report = _found_in_sources(arguments) if arguments.sources else _found_in_site(arguments)
    _tell(report, arguments)
    return 1 if report.failed else 0


def _found_in_site(arguments: argparse.Namespace) -> "Report":
    from handbook.links.reports.of_site import report_of_site

    folder = arguments.site or ROOT / "site"
    return report_of_site(folder, _options(arguments), _origin(arguments, folder), arguments.strict)


def _found_in_sources(arguments: argparse.Namespace) -> "Report":
    """Return what the words of a handbook alone tell."""
    from handbook.check.report import report_of_words

    return report_of_words(arguments.handbook or ROOT, arguments.strict)


def _origin(arguments: argparse.Namespace, folder: Path) -> "Origin | None":
    """Return what knows the source of a published line, where the words of the site (`_handbook`) are at hand."""
    if not (handbook := _handbook(arguments)):
        return None
    from handbook.check.report import origin_of

    return origin_of(handbook, folder)


def _handbook(arguments: argparse.Namespace) -> Path | None:
    """Return the folder of the words of the site, or None: what was named, or this project for its own site."""
    own = arguments.site is None or arguments.site.resolve() == (ROOT / "site").resolve()
    return arguments.handbook or (ROOT if own else None)


def _options(arguments: argparse.Namespace) -> "Options":
    """Return what is known of the site: from the handbook or the configuration, then from the arguments."""
    from handbook.links.options import Options

    options = Options()
    if arguments.config:
        from handbook.links.config import read_config

        options = read_config(arguments.config).options()
    elif handbook := _handbook(arguments):
        from handbook.check.report import options_of

        options = options_of(handbook)
    return replace(options, address=f"{arguments.address.rstrip('/')}/") if arguments.address else options


def _tell(report: "Report", arguments: argparse.Namespace) -> None:
    """Write what was asked for; the text for people goes to the terminal unless one of the others does."""
    from handbook.links.reports.addresses import source_link, usual_template
    from handbook.links.reports.formats import made
    from handbook.links.reports.text import report_text

    root = _handbook(arguments) or Path.cwd()
    link = source_link(arguments.source_link or usual_template(root, os.environ), root)
    files = {name: getattr(arguments, name) for name in FORMATS}
    if "-" not in (arguments.schema, *files.values()):
        show("\n".join(report_text(report, arguments.all, arguments.notes)))
    if arguments.annotations:
        files["annotations"] = "-"
    for name, file in files.items():
        if file and (text := made(name, report, Path(file), link, arguments.notes)):
            write(file, text, add=name == "summary")


if __name__ == "__main__":
    raise SystemExit(main())
