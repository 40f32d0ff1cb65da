"""The base of every part of a pack: closed, frozen, and able to say what its keys may hold."""

from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Any part of a pack: closed (unknown keys are errors) and never changed once validated."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        populate_by_name=True,
    )


def choices(part: type[BaseModel], key: str) -> tuple[str, ...]:
    """The few words that a key may hold, as they are written; empty where it takes something else."""
    kind = _bare(part.model_fields[key].annotation)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(choice.value) for choice in kind)
    return ("yes", "no") if kind is bool else ()


def _bare(annotation: object) -> object:
    """The type inside Annotated[…] and … | None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return next(_bare(each) for each in get_args(annotation) if each is not NoneType)
    return annotation
