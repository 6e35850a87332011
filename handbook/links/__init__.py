"""Do all links of a static site hold? Of any site: nothing here knows an engine, a union or a handbook.

    from handbook.links import Options, check_links
    for finding in check_links(Path("site"), Options(address="https://handbook.example.org/")):
        print(finding)

A folder is read file by file into documents (`read`), which are held against each other (`checks`); what is
found has a code, which is a page in `defects`. `handbook.links.external` asks the addresses of others.
"""

from handbook.links.defects import Defect, defects
from handbook.links.finding import Finding
from handbook.links.options import Options
from handbook.links.run import check_links

__all__ = ["Defect", "Finding", "Options", "check_links", "defects"]
