"""The ground of every kind: frozen, strict about keys, and aware of its own key."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr
from pydantic_core import PydanticCustomError

KEY = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


def kebab(name: str) -> str:
    """Return a Python name as a key: ``course_of_action`` -> ``course-of-action``."""
    return name.replace("_", "-")


def _key(value: Any) -> Any:
    if isinstance(value, str) and not re.match(KEY, value):
        raise PydanticCustomError("key_form", "the key has another form", {"key": value})
    return value


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else (value,) if isinstance(value, str) else value


Kept = TypeVar("Kept")
Key = Annotated[str, BeforeValidator(_key), Field(pattern=KEY)]
#: Records by key, in the order of the reference language.
Named = Annotated[dict[Key, Kept], AfterValidator(MappingProxyType)]
#: One word or a list of words.
Words = Annotated[tuple[str, ...], BeforeValidator(_tuple)]


class Record(BaseModel):
    """Something with an identity: its ``key`` is its key path, the same in every language."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=kebab, validate_default=True)
    kind: ClassVar[str] = ""
    _key: str = PrivateAttr("")
    _kind: str = PrivateAttr("")

    @property
    def key(self) -> str:
        """Return the key path, such as ``programme.field.means.regional-calls``."""
        return self._key

    @property
    def own_kind(self) -> str:
        """Return the kind of content, such as ``means``; a part has its parent's."""
        return self._kind

    def placed(self, key: str, kind: str) -> None:
        """Tell the record its key path and kind; called once, when the model is joined."""
        self._key, self._kind = key, kind
