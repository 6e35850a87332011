"""The ground of every kind: frozen, strict about keys, and aware of its own key."""

from __future__ import annotations

import copyreg
import re
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr
from pydantic_core import PydanticCustomError

KEY = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
#: A language's code as BCP 47 writes it (``fr``, ``pt-BR``).
CODE = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"


def kebab(name: str) -> str:
    """Return a Python name as a key: ``course_of_action`` -> ``course-of-action``."""
    return name.replace("_", "-")


def written_as(pattern: str, expected: str) -> BeforeValidator:
    """Return a check of the form of words; ``expected`` describes ``pattern`` to a person."""

    def check(value: Any) -> Any:
        if isinstance(value, str) and not re.fullmatch(pattern, value):
            raise PydanticCustomError("form", "another form", {"expected": expected})
        return value

    return BeforeValidator(check)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else (value,) if isinstance(value, str) else value


def _frozen(named: dict[str, Any]) -> MappingProxyType[str, Any]:
    return MappingProxyType(named)


# Python's pickles do not know this type by themselves.
copyreg.pickle(MappingProxyType, lambda named: (_frozen, (dict(named),)))

Kept = TypeVar("Kept")
Key = Annotated[str, written_as(KEY, "small English letters, digits and hyphens (new-colleagues)"), Field(pattern=KEY)]
#: Records by key, in the order of the reference language.
Named = Annotated[dict[Key, Kept], AfterValidator(MappingProxyType)]
#: One word or a list of words.
Words = Annotated[tuple[str, ...], BeforeValidator(_tuple, json_schema_input_type=str | tuple[str, ...])]
_Code = Annotated[str, Field(pattern=CODE), written_as(CODE, "the code of a language (en, pt-BR)")]
#: The codes of one or more languages.
Codes = Annotated[tuple[_Code, ...], BeforeValidator(_tuple, json_schema_input_type=str | tuple[_Code, ...])]
#: A fact in a few characters, such as a number as it is printed (``II``).
Short = Annotated[str, Field(min_length=1)]


class Record(BaseModel):
    """Something with an identity: its ``key`` is its key path, the same in every language."""

    # Validators are built when first used: the checks of translations read shapes only.
    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=kebab, validate_default=True, defer_build=True
    )
    kind: ClassVar[str] = ""
    #: Whether each language has its own fields here, as the plurals of a language differ.
    own_fields: ClassVar[bool] = False
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
