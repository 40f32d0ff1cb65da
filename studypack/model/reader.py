"""How the values of a content are read: by a function of ours, and never written again."""

from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from studypack.base.record import record


@record
class Reader:
    """Reads a value in place of pydantic; stands in the annotation of a type, as its PlainValidator does.

    That makes a schema of the function's result, too, in case it is to be written: half of the time that it takes to
    load the models.
    """

    func: Callable[..., object]
    """Takes the value, and the ValidationInfo if it has a second parameter.

    Raises ValueError or PydanticCustomError.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        if self.func.__code__.co_argcount > 1:
            return core_schema.with_info_plain_validator_function(self.func)
        return core_schema.no_info_plain_validator_function(self.func)
