"""IPP messages as bytes: encode requests and decode responses (RFC 8010; RFC 8011 has the semantics).

No library serves: of the clients on PyPI, pycups does not build everywhere; pyipp and aioipp drop `print-color-mode`;
ippx 0.1 drops the unsupported attributes of a response, has no limit on its length and time, and needs httpx.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from studypack.base.record import record

AttributeValue = int | str | bytes | tuple[int, int] | None
"""An integer (enums and booleans too), a text, octets, a range, or None for an out-of-band value such as unknown."""


class Operation(IntEnum):
    """The operation of a request (RFC 8011, 5.4.15)."""

    PRINT_JOB = 0x0002
    VALIDATE_JOB = 0x0004
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B


class DelimiterTag(IntEnum):
    """The tag that begins an attribute group, or ends them all (RFC 8010, 3.5.1)."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    UNSUPPORTED = 0x05


class ValueTag(IntEnum):
    """The syntax of a value (RFC 8010, 3.5.2). Only tags that are sent, or decoded in a way of their own."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RANGE = 0x33
    COLLECTION = 0x34
    TEXT_WITH_LANGUAGE = 0x35
    NAME_WITH_LANGUAGE = 0x36
    END_COLLECTION = 0x37
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


_LAST_DELIMITER = 0x0F
_OUT_OF_BAND_TAGS = range(0x10, 0x20)
_FIRST_STRING_TAG = 0x40


class MalformedMessageError(ValueError):
    """The bytes are not an IPP message."""


@record
class Response:
    """A decoded response."""

    status: int
    """The status code; up to 0x00FF the request succeeded (RFC 8011, appendix B)."""
    groups: Sequence[tuple[int, Mapping[str, Sequence[AttributeValue]]]]
    """The attribute groups in the order sent, each with its delimiter tag."""

    def attribute_group(self, delimiter: DelimiterTag) -> Mapping[str, Sequence[AttributeValue]]:
        """Return the first attribute group with a delimiter tag; empty if there is none."""
        return next((attributes for kind, attributes in self.groups if kind == delimiter), {})


def encode_attribute(tag: ValueTag, name: str, *values: int | str) -> bytes:
    """Encode an attribute with one or more values of one syntax (RFC 8010, 3.1.4 and 3.1.5)."""
    encoded = bytearray()
    for number, value in enumerate(values):
        label = b"" if number else name.encode("ascii")
        octets = _encoded_value(tag, value)
        encoded += bytes([tag]) + _two_octets(len(label)) + label + _two_octets(len(octets)) + octets
    return bytes(encoded)


def encode_request(
    operation: Operation, groups: Mapping[DelimiterTag, bytes], version: tuple[int, int] = (2, 0)
) -> bytes:
    """Encode a request with its groups of encoded attributes. The document, if any, is sent after its last byte."""
    head = bytes(version) + _two_octets(operation) + (1).to_bytes(4)
    return head + b"".join(bytes([kind]) + encoded for kind, encoded in groups.items()) + bytes([DelimiterTag.END])


def decode_response(data: bytes) -> Response:
    """Decode a response. Collections are skipped, because no attribute that we request is one.

    Raises MalformedMessageError if the bytes do not follow RFC 8010.
    """
    cursor = _ByteReader(data)
    cursor.take(2)
    status = cursor.number(2)
    cursor.take(4)
    groups: list[tuple[int, dict[str, list[AttributeValue]]]] = []
    last = ""
    for tag, name, octets in _tagged_values(cursor):
        if tag <= _LAST_DELIMITER:
            groups.append((tag, {}))
            last = ""
            continue
        if not groups or not (last := name or last):
            raise MalformedMessageError("a value that belongs to no attribute")
        groups[-1][1].setdefault(last, []).append(_decoded_value(tag, octets))
    return Response(status, groups)


def _tagged_values(cursor: "_ByteReader") -> Iterator[tuple[int, str, bytes]]:
    """Yield every delimiter tag, as (tag, "", b""), and every value outside a collection, as (tag, name, octets)."""
    depth = 0
    while (tag := cursor.number(1)) != DelimiterTag.END:
        if tag <= _LAST_DELIMITER:
            depth = 0
            yield tag, "", b""
            continue
        name = cursor.take(cursor.number(2)).decode("utf-8", "replace")
        octets = cursor.take(cursor.number(2))
        depth += tag == ValueTag.COLLECTION
        if not depth:
            yield tag, name, octets
        depth = max(0, depth - (tag == ValueTag.END_COLLECTION))


class _ByteReader:
    """Reads bytes from front to back. Raises MalformedMessageError at their end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) < count:
            raise MalformedMessageError("the message is cut short")
        self._at += count
        return taken

    def number(self, octets: int) -> int:
        return int.from_bytes(self.take(octets))


def _two_octets(number: int) -> bytes:
    return number.to_bytes(2)


def _encoded_value(tag: ValueTag, value: int | str) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "replace")
    return value.to_bytes(1) if tag is ValueTag.BOOLEAN else value.to_bytes(4, signed=True)


def _decoded_value(tag: int, octets: bytes) -> AttributeValue:
    if tag in _OUT_OF_BAND_TAGS:
        return None
    if tag in (ValueTag.INTEGER, ValueTag.ENUM, ValueTag.BOOLEAN):
        if len(octets) != (1 if tag == ValueTag.BOOLEAN else 4):
            raise MalformedMessageError("a number of the wrong length")
        return int.from_bytes(octets, signed=True)
    if tag == ValueTag.RANGE:
        if len(octets) != 8:
            raise MalformedMessageError("a range of the wrong length")
        return int.from_bytes(octets[:4], signed=True), int.from_bytes(octets[4:], signed=True)
    if tag in (ValueTag.TEXT_WITH_LANGUAGE, ValueTag.NAME_WITH_LANGUAGE):
        cursor = _ByteReader(octets)
        cursor.take(cursor.number(2))
        return cursor.take(cursor.number(2)).decode("utf-8", "replace")
    return octets.decode("utf-8", "replace") if tag >= _FIRST_STRING_TAG else octets
