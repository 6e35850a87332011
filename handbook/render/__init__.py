"""Step 3: a page's macro calls become plain Markdown, with the same anchors in all languages."""
