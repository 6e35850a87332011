"""The sitemap lists every page in every language in which it is written, with its twins."""

from __future__ import annotations

from xml.etree import ElementTree

from conftest import Tree

from handbook.way import build_site

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ROOT = "https://lamps.example/book/"


def sitemap(tree: Tree) -> dict[str, dict[str, str]]:
    """Each address with its alternates."""
    root = ElementTree.parse(tree.root / "site/sitemap.xml").getroot()
    assert root.tag == f"{MAP}urlset"
    found = {
        url.findtext(f"{MAP}loc", ""): {
            link.get("hreflang", ""): link.get("href", "")
            for link in url.findall(LINK)
            if link.get("rel") == "alternate"
        }
        for url in root
    }
    assert len(found) == len(root)
    return found


def test_every_page_is_listed_in_every_language_with_its_twins(built: Tree) -> None:
    home = {"en": f"{ROOT}en/", "fr": f"{ROOT}fr/", "x-default": ROOT}
    light = {"en": f"{ROOT}en/light/", "fr": f"{ROOT}fr/light/", "x-default": f"{ROOT}en/light/"}
    assert sitemap(built) == {
        ROOT: home,
        f"{ROOT}en/": home,
        f"{ROOT}en/light/": light,
        f"{ROOT}fr/": home,
        f"{ROOT}fr/light/": light,
    }


def test_every_address_is_the_canonical_one_of_a_page(built: Tree) -> None:
    for address, alternates in sitemap(built).items():
        page = built.read(f"site/{address.removeprefix(ROOT)}index.html")
        assert f'<link rel="canonical" href="{address}">' in page
        for code, twin in alternates.items():
            assert f'<link rel="alternate" hreflang="{code}" href="{twin}">' in page


def test_a_page_that_falls_back_is_not_listed(tiny: Tree) -> None:
    tiny.remove("docs_fr/light.md")
    build_site(tiny.root, tiny.root / "site", allow_missing=True)
    found = sitemap(tiny)
    assert f"{ROOT}fr/light/" not in found
    assert found[f"{ROOT}en/light/"] == {"en": f"{ROOT}en/light/", "x-default": f"{ROOT}en/light/"}


def test_there_is_one_sitemap_and_robots_find_it(built: Tree) -> None:
    site = built.root / "site"
    assert [path.relative_to(site).as_posix() for path in site.rglob("sitemap*")] == ["sitemap.xml"]
    assert f"Sitemap: {ROOT}sitemap.xml" in built.read("site/robots.txt").splitlines()


def test_addresses_are_escaped(tiny: Tree) -> None:
    tiny.replace("mkdocs.yml", ROOT, "https://lamps.example/a&b/")
    build_site(tiny.root, tiny.root / "site")
    assert "https://lamps.example/a&b/en/light/" in sitemap(tiny)
