"""Lines that are set once: WeasyPrint 70 forgets the letters of a line once measured, and sets it anew to draw it.

That saves memory where whole books are laid out at once; here it is a chapter at a time, so its lines are kept.
Lines end where they were broken, and are drawn as one paragraph, so they are measured as one as well.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text.ffi import pango  # type: ignore[import-untyped]
from weasyprint.text.line_break import Layout  # type: ignore[import-untyped]

_SET_TEXT = Layout.set_text


def keep_lines() -> None:
    """Keep what is known of every line until it is drawn; the sheets are the same bytes."""
    Layout.deactivate, Layout.reactivate, Layout.set_text = _kept, _drawn, _set


def _kept(_line: Any) -> None:
    """Forget nothing."""


def _drawn(line: Any, _style: Any) -> None:
    """Take a line as it was measured, with the gaps that fill it, and never break it again."""
    if line.justification_spacing:
        line.set_text(line.text, justify=True)
    pango.pango_layout_set_width(line.layout, -1)


def _set(line: Any, text: str, justify: bool = False) -> None:
    """Set words as they will be drawn: what is changed later is set once more."""
    pango.pango_layout_set_single_paragraph_mode(line.layout, "\n" not in text)
    _SET_TEXT(line, text, justify)
