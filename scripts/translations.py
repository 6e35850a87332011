"""Shows what is to be translated, remembers what is right, and makes packs for translators.

python3 scripts/translations.py status                         what is to be done, with what changed in the original
python3 scripts/translations.py status --language fr in-the-field.md
python3 scripts/translations.py accept in-the-field.md         this page is right (also: a key, a file, a folder)
python3 scripts/translations.py accept --since main            what changed in the translations since then is right
python3 scripts/translations.py accept --everything            all of it is right
python3 scripts/translations.py accept --wording roles.yml     the original changed in words only: nothing to redo
python3 scripts/translations.py pack --language fr             a file for the translator, with what is to be done
python3 scripts/translations.py pack --language fr --format xliff --all
python3 scripts/translations.py unpack handbook-fr.po          checks what comes back, then writes it into the words
python3 scripts/translations.py unpack handbook-fr.po --partial   takes what is sound, lists the rest
"""

import argparse
import os
import sys
from pathlib import Path

from environment import ROOT, enter


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--handbook", type=Path, default=ROOT, help="folder that holds mkdocs.yml (this project)")
    common.add_argument("--language", metavar="CODE", help="one translation only (all)")
    common.add_argument("--date", metavar="YYYY-MM-DD", help="the day that is remembered (the handbook's)")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    commands = parser.add_subparsers(dest="command", required=True)
    status = commands.add_parser("status", parents=[common], help="what is to be done")
    accept = commands.add_parser("accept", parents=[common], help="remember that translations are right")
    accept.add_argument("--everything", action="store_true", help="all units")
    accept.add_argument("--since", metavar="REVISION", help="what is not as it was at this revision of git")
    accept.add_argument("--wording", action="store_true", help="the original changed in words only, for all languages")
    pack = commands.add_parser("pack", parents=[common], help="make a file for a translator")
    pack.add_argument("--all", action="store_true", help="also what is right")
    pack.add_argument("--format", choices=("po", "xliff"), default="po", help="format of the file (po)")
    pack.add_argument("--output", type=Path, metavar="FOLDER", default=Path(), help="where to put it (here)")
    unpack = commands.add_parser("unpack", parents=[common], help="write a file of a translator into the words")
    unpack.add_argument("file", type=Path, help="the file that came back (.po, .xlf, .xliff)")
    unpack.add_argument("--partial", action="store_true", help="take what is sound, list the rest")
    for each in (status, accept, pack):
        each.add_argument("what", nargs="*", help="pages, files, folders or keys")
    return parser


def main() -> int:
    """Read the arguments, do what they say, report.

    Exit codes: 0 done (status: nothing to do), 1 something is to be done or wrong, 2 could not run.
    """
    parser = _parser()
    arguments = parser.parse_args()
    if arguments.command == "accept":
        if sum(map(bool, (arguments.what, arguments.everything, arguments.since))) != 1:
            parser.error("say what is right: pages, files or keys; or --since REVISION; or --everything")
        if arguments.wording and arguments.language:
            parser.error("--wording speaks of the original, so it holds for all languages")
    enter("requirements.txt")
    if arguments.date:
        os.environ["HANDBOOK_DATE"] = arguments.date
    from handbook.problems import CouldNotRun, Refused
    from handbook.translations.work import commands

    try:
        said, code = getattr(commands, arguments.command)(arguments.handbook.resolve(), **_options(arguments))
    except Refused as refused:
        count = len(refused.problems)
        print(f"{refused}\n\n{count} problem{'s' if count > 1 else ''}. Nothing was written.", file=sys.stderr)
        return 1
    except CouldNotRun as error:
        print(f"Could not run: {error}. Nothing was written.", file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"Could not run: {error.filename or ''}: {error.strerror or error}. Nothing was written.", file=sys.stderr
        )
        return 2
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 2
    _print(said)
    return int(code)


def _print(lines: list[str]) -> None:
    """Print lines; a reader that has enough of them (``| head``) is no mistake."""
    try:
        print("\n".join(lines), flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _options(arguments: argparse.Namespace) -> dict[str, object]:
    given = vars(arguments)
    return {name: value for name, value in given.items() if name not in ("command", "handbook", "date")}


if __name__ == "__main__":
    raise SystemExit(main())
