"""Templates as Jinja compiled them, kept: to compile the theme's takes as long as to print a hundred pages."""

from __future__ import annotations

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from handbook.kept import Shelf, mark_of


class Compiled(BytecodeCache):
    """What the templates of an environment were compiled to, on a ``shelf``.

    Jinja itself knows a template by its name and its source, but not by the options under which it is compiled.
    """

    def __init__(self, shelf: Shelf, env: Environment) -> None:
        signs = [value for name, value in sorted(vars(env).items()) if name.endswith(("_string", "_prefix", "_blocks"))]
        self.shelf, self.options = shelf, mark_of(type(env), signs, sorted(env.extensions), env.autoescape)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket`` if its template was compiled before."""
        mark = self._mark(bucket)
        if mark in self.shelf:
            bucket.bytecode_from_string(self.shelf.known(mark))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.shelf.put(self._mark(bucket), bucket.bytecode_to_string())

    def _mark(self, bucket: Bucket) -> str:
        return mark_of(self.options, bucket.key, bucket.checksum)
