"""An error that a page or a macro raised, said at the line where a person can mend it."""

from __future__ import annotations

from jinja2 import TemplateNotFound, TemplateSyntaxError

from handbook.problems import Problem, near
from handbook.render.environment import MACROS
from handbook.render.queries import Unknown

_LACKING = "was not provided"


def problem_of(error: Exception, file: str, names: list[str]) -> Problem:
    """Return the problem behind ``error``, at the line of the page ``file`` or of a macro.

    What a page asks for is the page's mistake, also if a macro finds it out. ``names`` are what can be called.
    """
    frames = _frames(error)
    page = (file, next((line for name, line in frames if name == file), 0))
    macros = [frame for frame in frames if frame[0].startswith(f"{MACROS}/")]
    if str(error).endswith(_LACKING):
        macros = macros[:-1]  # the mistake is the caller's
    place = macros[-1] if macros else page
    if isinstance(error, Unknown):
        return Problem(*(place if error.own else page), error.wrong, todo=error.todo or "Add it there.")
    if isinstance(error, TemplateNotFound):
        return Problem(*place, f"there is no file {MACROS}/{error.name}", todo=near(str(error.name), _files(names)))
    if isinstance(error, TemplateSyntaxError):
        place = (_relative(error.filename or error.name or file), error.lineno)
    kind = "macro" if place[0].startswith(f"{MACROS}/") else "page"
    said = _in_words(" ".join(str(getattr(error, "message", None) or error).split()))
    guess = near(said.split("'")[1], names) if said.count("'") >= 2 else ""
    return Problem(*place, said.rstrip("."), todo=guess or f"Compare with another {kind} that works.")


def _in_words(said: str) -> str:
    if said.endswith("is undefined") and said.startswith("'"):
        return f"{said.removesuffix(' is undefined')} is not known here"
    if said.endswith(_LACKING):
        return f"a macro call lacks something: {said}"
    return f"a macro or a Jinja mark is not well formed: {said}"


def _files(names: list[str]) -> list[str]:
    return [f"{name}.jinja" for name in names]


def _frames(error: Exception) -> list[tuple[str, int]]:
    """Return the places in pages and macros that an error passed through, outermost first."""
    found = []
    trace = error.__traceback__
    while trace is not None:
        line, template = trace.tb_lineno, trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:  # then the line is one of the Python that Jinja made of it
            line = template.get_corresponding_lineno(line)
        found.append((_relative(trace.tb_frame.f_code.co_filename), line))
        trace = trace.tb_next
    return found


def _relative(file: str) -> str:
    """Return the path of a macro from the handbook's folder; any other path as it is."""
    file = file.replace("\\", "/")
    return f"{MACROS}/{file.rpartition('/')[2]}" if file.endswith(".jinja") else file
