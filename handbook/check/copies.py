"""The copies to take away are what pages say of them: the words of a link tell the size that its file has."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.copies.edition import FOLDER
from handbook.finish.offline import in_words
from handbook.links.document import Document
from handbook.links.site import Site
from handbook.problems import Problem, shown
from handbook.read.settings import Language
from handbook.stage import Staged


def check_copies(staged: Staged, site: Site) -> Iterator[Problem]:
    """Yield a problem for each link to a copy that says another size than that of its file."""
    for language in staged.settings.languages:
        for name, document in site.documents.items():
            if name.startswith(f"{language.code}/"):
                yield from _sizes(site, document, language)


def _sizes(site: Site, document: Document, language: Language) -> Iterator[Problem]:
    folders = (f"{FOLDER}/", f"{language.code}/{FOLDER}/")
    for link in site.links(document):
        if not link.file or link.file in site.documents:  # a page of that name is none
            continue
        if link.reference.kind == "link" and link.file.startswith(folders):
            size = in_words((site.folder.root / link.file).stat().st_size, language.locale)
            words = link.reference.words or ""
            if " ".join(size.split()) not in " ".join(words.split()):
                wrong = f"the link to {link.file} does not say how large it is"
                yield Problem(f"site/{document.name}", link.reference.line, wrong, size, shown(words), "Build again.")
