"""The Jinja environment of pages: macros by short names, sandboxed, nothing undefined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateSyntaxError, Undefined
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from handbook.model.handbook import Handbook
from handbook.model.text import Text
from handbook.read.settings import Language, Settings
from handbook.render.charts import Charts
from handbook.render.dates import written
from handbook.render.glossary import Languages
from handbook.render.numbers import number, quantity
from handbook.render.queries import Queries, Unknown
from handbook.render.sandbox import COMPILED, Asked, Sandbox
from handbook.render.sentences import Sentences
from handbook.render.views import Views
from handbook.render.years import Years
from handbook.translations.freshness import Freshness

MACROS = "macros"


@dataclass(frozen=True)
class PageEnvironment:
    """Renders the pages of one language; ``names`` are the macros that there are, ``queries`` what they may ask."""

    handbook: Handbook
    jinja: ImmutableSandboxedEnvironment
    names: tuple[str, ...]
    plain: Callable[[Text], str]
    fresh: Asked
    queries: Queries
    _loaded: dict[str, Any] = field(default_factory=dict)

    def load(self, names: Iterable[str]) -> dict[str, Any]:
        """Return macros by name, each loaded once. Raises what Jinja raises for one that is not well formed."""
        for name in names:
            if name not in self._loaded and name in self.names:
                self._loaded[name] = _macro(self.jinja, name)
        return self._loaded

    def template(self, source: str, file: str, calls: Iterable[str] | None = None) -> Template:
        """Return a page, which calls some macros or any, as a template whose errors name ``file`` and its own lines."""
        code = self.jinja.compile(source, name=file, filename=file)
        macros = self.load(self.names if calls is None else calls)
        return Template.from_code(self.jinja, code, {**self.jinja.globals, **macros})


def page_environment(
    settings: Settings,
    handbooks: Mapping[str, Handbook],
    language: Language,
    fresh: Mapping[str, Freshness] | None = None,
) -> PageEnvironment:
    """Return the environment for the handbook in ``language``.

    The other ``handbooks`` are there for tables that show several languages, ``fresh`` (by language code) for
    what is said of the translations. Each file
    ``macros/NAME.jinja`` defines one macro ``NAME`` for pages (and may define others for other macros).
    """
    root, handbook, locale = macros_root(settings.root), handbooks[language.code], language.locale
    directions = {each.code: each.direction for each in settings.languages}
    sentences = Sentences(handbook, directions, locale)
    queries = Queries(handbook, sentences)
    views = Views(handbook, sentences, settings.date)
    asked_fresh = Asked(fresh or {})
    languages = Languages(handbooks, settings.languages, asked_fresh)
    asked = (queries, views, Charts(sentences), languages, Years(handbook, sentences))
    jinja = Sandbox(
        loader=FileSystemLoader(root / MACROS),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        finalize=_printable,
        bytecode_cache=COMPILED,
    )
    jinja.globals.update({name: ask for one in asked for name, ask in _questions(one).items()})
    jinja.globals.update({"handbook": handbook, "today": settings.date.isoformat()})
    jinja.filters["sentence"] = lambda words: sentences.printed(_present(words))
    jinja.filters["plain"] = sentences.plain
    jinja.filters["date"] = lambda when: written(when, locale, queries.label)
    jinja.filters["number"] = lambda value: number(value, locale)
    jinja.filters["quantity"] = lambda value, unit: quantity(value, unit, handbook, locale)
    jinja.filters["cell"] = lambda words: str(words).replace("|", "\\|")
    jinja.filters["inside"] = _inside
    jinja.filters["capital"] = _capital
    return PageEnvironment(handbook, jinja, tuple(macro_names(root)), sentences.plain, asked_fresh, queries)


def _macro(jinja: ImmutableSandboxedEnvironment, name: str) -> Any:
    file = f"{name}.jinja"
    module = jinja.get_template(file).module
    if not hasattr(module, name):
        raise TemplateSyntaxError(f"it defines no macro '{name}'", 1, file, file)
    return getattr(module, name)


def macro_names(root: Path) -> list[str]:
    """Return the names of the macros that pages can call."""
    return sorted(path.stem for path in (root / MACROS).glob("*.jinja") if not path.stem.startswith("_"))


def _questions(asked: Any) -> dict[str, Callable[..., Any]]:
    """Return what macros may ask ``asked``: its public methods."""
    names = [name for name in dir(type(asked)) if not name.startswith("_") and callable(getattr(asked, name))]
    return {name: getattr(asked, name) for name in names}


def macros_root(root: Path) -> Path:
    """Return the folder that holds ``macros/``: the handbook's own, else the generator's."""
    return root if (root / MACROS).is_dir() else Path(__file__).parents[2]


def _printable(value: Any) -> Any:
    """Return what a page prints; raise `Unknown` for what is not words, such as a macro without its brackets."""
    if isinstance(value, str | int | float | Undefined):
        return value
    if isinstance(value, Macro):
        raise Unknown(f"the macro '{value.name}' is named without brackets", f"Write {{{{ {value.name}(…) }}}}.")
    raise Unknown(f"this is a whole {type(value).__name__}, not words", "Call a macro, or name one of its sentences.")


def _present(words: Any) -> Any:
    """Return words; raise `Unknown` where there are none: a page named a key of another kind, or a macro is wrong."""
    if isinstance(words, Undefined):
        name = str(words._undefined_name)
        todo = "Name the key of something that has one."
        raise Unknown(f"what is called here has no '{name}'", todo, own=name not in ("title", "name", "text"))
    return words


def _inside(markdown: str, spaces: int = 4) -> str:
    """Indent every line of a block that stands inside another one."""
    return "\n".join(" " * spaces + line if line.strip() else "" for line in str(markdown).split("\n"))


def _capital(words: str) -> str:
    """Return words with a capital first letter, for a heading or a list."""
    return words[:1].upper() + words[1:]
