"""XML without the dangers of XML: no network, no document types, no entities of others.

https://owasp.org/www-community/vulnerabilities/XML_External_Entity_(XXE)_Processing
"""

from __future__ import annotations

from lxml import etree

from handbook.links.document import Document, Fault

#: libxml2 counts no further.
_LAST_LINE = 65535


def parsed(data: bytes, document: Document) -> etree._Element | None:
    """Return the root of an XML file, read as far as it goes; what is wrong with it is a fault of ``document``."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        recover=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except etree.XMLSyntaxError:
        root = None
    errors = parser.error_log.filter_from_errors()
    if root is None or errors:
        first = errors[0] if errors else None
        found = first.message if first is not None else "it is empty"
        document.faults.append(Fault("damaged", first.line if first is not None else 0, {"found": found}))
    return root


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace, ``""`` for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def line_of(element: etree._Element) -> int:
    """Return the line on which the tag of an element ends, 0 where libxml2 does not know it or stopped counting."""
    line: object = element.sourceline
    return line if isinstance(line, int) and line < _LAST_LINE else 0
