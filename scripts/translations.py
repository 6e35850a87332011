"""Shows what is to be translated, remembers what is right, and makes packs for translators.

python3 scripts/translations.py status                         what is to be done, with what changed in the original
python3 scripts/translations.py status --language fr in-the-field.md
python3 scripts/translations.py accept in-the-field.md         this page is right (also: a key, a file, a folder)
python3 scripts/translations.py accept --since main            what changed in the translations since then is right
python3 scripts/translations.py accept --everything            all of it is right
python3 scripts/translations.py accept --wording roles.yml     the original changed in words only: nothing to redo
python3 scripts/translations.py pack --language fr             a file for the translator, with what is to be done
python3 scripts/translations.py unpack handbook-fr.po          checks what comes back, then writes it into the words
python3 scripts/translations.py unpack handbook-fr.po --partial   takes what is sound, lists the rest

It speaks the language of LANG: English, French or Spanish; --messages chooses another. Comments in a pack
are in the language of the translation, or in that of --messages.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from environment import ROOT, enter
from output import show

if TYPE_CHECKING:
    from handbook.translations.messages import Catalogue


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--handbook", type=Path, default=ROOT, help="folder that holds mkdocs.yml (this project)")
    common.add_argument("--language", metavar="CODE", help="one translation only (all)")
    common.add_argument("--messages", metavar="CODE", help="language of the messages: en, fr, es (that of LANG)")
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
    arguments = _parser().parse_args()
    enter("requirements.txt")
    from handbook.problems import CouldNotRun, Refused
    from handbook.translations.messages.problems import problem_text, wrong_text

    words = _words(arguments.messages)
    nothing = words.word("not-written") if arguments.command != "status" else ""
    try:
        return _run(arguments, words)
    except Refused as refused:
        said = [problem_text(problem, words) for problem in refused.problems]
        _say([*said, "", f"{words.counted('problems', len(said))} {nothing}".rstrip()])
        return 1
    except CouldNotRun as error:
        wrong = wrong_text(str(error), words)
    except OSError as error:
        wrong = ": ".join(filter(None, [error.filename, wrong_text(error.strerror or str(error), words)]))
    except KeyboardInterrupt:
        _say(["", words.word("stopped")])
        return 2
    _say([f"{words.word('could-not-run', wrong=wrong)} {nothing}".rstrip()])
    return 2


def _words(asked: str | None) -> "Catalogue":
    """Return the messages in the language that is asked for, or in English after saying so."""
    from handbook.translations.messages import catalogue, catalogue_languages, choose_language

    words = catalogue(choose_language(asked), "work")
    if asked and words.code != asked.replace("_", "-").partition("-")[0].lower():
        _say([words.word("no-messages", code=asked, codes=", ".join(catalogue_languages()))])
    return words


def _run(arguments: argparse.Namespace, words: "Catalogue") -> int:
    from handbook.problems import CouldNotRun
    from handbook.translations.work import commands
    from handbook.translations.work.lines import fitted_to

    if arguments.command == "accept":
        ways = sum(map(bool, (arguments.what, arguments.everything, arguments.since)))
        if ways != 1 or (arguments.wording and arguments.language):
            _say([words.word("say-what" if ways != 1 else "wording-all")])
            return 2
    root = arguments.handbook.resolve()
    if not (root / "mkdocs.yml").exists():
        raise CouldNotRun(f"{root} holds no handbook: mkdocs.yml is missing there")
    if arguments.date:
        os.environ["HANDBOOK_DATE"] = arguments.date
    said, code = getattr(commands, arguments.command)(root, words, **_options(arguments, words))
    show("\n".join(fitted_to(sys.stdout, said)))
    return int(code)


def _say(lines: list[str]) -> None:
    """Print lines that are no result: mistakes, remarks."""
    from handbook.translations.work.lines import fitted_to

    print("\n".join(fitted_to(sys.stderr, lines)), file=sys.stderr)


def _options(arguments: argparse.Namespace, words: "Catalogue") -> dict[str, object]:
    """Return what a command is given by name; comments of a pack in a language that was asked for."""
    general = ("command", "handbook", "date", "messages")
    comments = {"comments": words} if arguments.command == "pack" and arguments.messages else {}
    return comments | {name: value for name, value in vars(arguments).items() if name not in general}


if __name__ == "__main__":
    raise SystemExit(main())
