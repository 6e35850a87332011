"""The handbook generator: from words in YAML and Markdown to a published site.

The way has eight steps, and the rooms of this package follow their order; imports go from later
steps to earlier ones, never back:

1. ``read``     mkdocs.yml, YAML and Markdown, with line numbers
2. ``join``     facts + one language's sentences -> an immutable model (``model`` holds its kinds)
3. ``render``   a page's macro calls -> plain Markdown
4. ``stage``    a complete tree of plain Markdown for each language
5. ``build``    MkDocs, one build a language, side by side (the only step that knows the engine)
6. ``finish``   language chooser, 404 pages, sitemap, open data, search, security policy, copies for the device
7. ``check``    what will be published: links, anchors, languages
8. ``publish``  the new site takes the place of the old one in one move

``way`` reads as that list; ``problems`` and ``process`` serve all steps, ``side_by_side`` and ``apart`` share them out
among processors, ``kept`` holds what they worked out before.
``copies``, a part of step 6 that is done on request, makes of the built pages what readers take away: PDF, EPUB,
documents, one file, a folder.
``preview`` runs them again after each edit, and ``unchanged`` knows when there is nothing to run; ``measure``
holds it all beside other programs.
``next_year`` changes the words: it starts the programme of a new year and keeps the old one. ``translations``
holds them against their original; ``write`` puts words back into their files. ``links`` is a library that checks
any static site; ``reports`` tells what any check found to programs.
"""
