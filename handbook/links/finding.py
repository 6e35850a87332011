"""Something that is wrong with a link, or with what links rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Finding:
    """One defect at one place of the published files.

    ``code`` is a page of ``handbook/links/defects``, which also says how bad it is. ``file`` is a path in the
    site's folder, ``line`` counts from 1 (0: the whole file). ``address`` is the target as it was written,
    ``words`` the text of the link, ``instead`` what exists and was probably meant. ``facts`` fill the sentences
    of the defect's page.
    """

    code: str
    file: str
    line: int = 0
    address: str = ""
    words: str = ""
    instead: str = ""
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)
