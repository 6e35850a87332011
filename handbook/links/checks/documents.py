"""What the readers of files found by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.links.finding import Finding
from handbook.links.site import Site


def check_documents(site: Site) -> Iterator[Finding]:
    """Yield a finding for each fault of a file."""
    for document in site.documents.values():
        for fault in document.faults:
            address = fault.facts.get("address", "")
            yield Finding(fault.code, document.name, fault.line, address, facts=fault.facts)
