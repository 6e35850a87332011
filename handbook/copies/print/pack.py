"""A PDF as a file: as small as objects in streams make it, and the same bytes for the same objects."""

from __future__ import annotations

import io

import pikepdf


def packed(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes of a PDF; what tells it from other files follows from its content."""
    target = io.BytesIO()
    streams = pikepdf.ObjectStreamMode.generate
    pdf.save(target, deterministic_id=True, object_stream_mode=streams, fix_metadata_version=False)
    return target.getvalue()
