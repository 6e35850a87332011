"""The tiny handbook of the other tests has no problems, and builds."""

from conftest import Tree

from handbook.way import build_site


def test_the_tiny_handbook_has_no_problems(tiny: Tree) -> None:
    assert tiny.problems() == []


def test_the_tiny_handbook_builds(tiny: Tree) -> None:
    done = build_site(tiny.root, tiny.root / "site")
    assert done.languages == ("en", "fr")
    assert "Joint Lamp Board" in tiny.read("site/en/light/index.html")
    assert "Comité paritaire des lampes" in tiny.read("site/fr/light/index.html")
