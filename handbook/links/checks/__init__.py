"""What is held against what: each check takes a site and yields findings."""

from collections.abc import Callable, Iterator

from handbook.links.checks.addresses import check_addresses
from handbook.links.checks.anchors import check_anchors
from handbook.links.checks.documents import check_documents
from handbook.links.checks.folder import check_folder
from handbook.links.checks.languages import check_languages
from handbook.links.checks.not_found import check_not_found
from handbook.links.checks.reach import check_reach
from handbook.links.checks.redirects import check_redirects
from handbook.links.checks.sitemap import check_sitemap
from handbook.links.checks.targets import check_targets
from handbook.links.checks.wording import check_wording
from handbook.links.finding import Finding
from handbook.links.site import Site

Check = Callable[[Site], Iterator[Finding]]
#: What looks at each link by itself takes about as long as all the rest.
THOROUGH: tuple[Check, ...] = (check_targets, check_addresses, check_wording, check_anchors)
#: What looks at the site as a whole.
OVERALL: tuple[Check, ...] = (
    check_folder,
    check_documents,
    check_not_found,
    check_redirects,
    check_sitemap,
    check_reach,
    check_languages,
)
CHECKS = THOROUGH + OVERALL
