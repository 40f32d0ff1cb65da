"""Records: what `dataclass(frozen=True, slots=True)` makes, at a quarter of the cost of each class.

A dataclass compiles seven methods of its own when its module is loaded, and there are two hundred classes: a tenth of
the time of a build. A record compiles `__init__` alone and shares the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

_Class = TypeVar("_Class", bound=type)


@overload
def record(cls: _Class, /) -> _Class: ...
@overload
def record(*, kw_only: bool = False) -> Callable[[_Class], _Class]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: _Class | None = None, /, *, kw_only: bool = False) -> _Class | Callable[[_Class], _Class]:
    """Decorate a class as a dataclass with slots that is compared, hashed and shown by its fields.

    That its fields are never assigned to is the type checker's to see: nothing forbids it at run time, so that
    records are made faster, too.
    """
    if cls is None:
        return lambda later: _made(later, kw_only)
    return _made(cls, kw_only)  # type: ignore[no-any-return]


def _made(cls: Any, kw_only: bool) -> Any:  # noqa: ANN401
    made: Any = dataclass(cls, repr=False, eq=False, slots=True, kw_only=kw_only)
    made._compared = _getter([each.name for each in fields(made) if each.compare])
    for name, method in _SHARED.items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gets the values of some fields, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    one = attrgetter(*names) if names else None
    return staticmethod(lambda own: (one(own),) if one else ())


def _equal(self: Any, other: Any) -> Any:  # noqa: ANN401
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self is other or self._compared(self) == self._compared(other)


def _hashed(self: Any) -> int:  # noqa: ANN401
    return hash(self._compared(self))


def _shown(self: Any) -> str:  # noqa: ANN401
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({shown})"


_SHARED = {"__eq__": _equal, "__hash__": _hashed, "__repr__": _shown}
