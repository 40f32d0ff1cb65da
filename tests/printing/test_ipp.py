"""IPP messages: the bytes of RFC 8010's own examples, and whatever else may come down a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.printing.ipp import (
    DelimiterTag,
    MalformedMessageError,
    Operation,
    ValueTag,
    decode_response,
    encode_attribute,
    encode_request,
)

# RFC 8010, appendix A.1: a Print-Job request, up to its job-name.
PRINT_JOB = bytes.fromhex(
    "0101 0002 00000001 01"
    "47 0012 617474726962757465732d63686172736574 0005 7574662d38"
    "48 001b 617474726962757465732d6e61747572616c2d6c616e6775616765 0005 656e2d7573"
    "45 000b 7072696e7465722d757269 002c"
    "6970703a2f2f7072696e7465722e6578616d706c652e636f6d2f6970702f7072696e742f70696e65747265 65"
    "42 0008 6a6f622d6e616d65 0006 666f6f626172"
    "22 0016 6970702d6174747269627574652d666964656c697479 0001 01"
    "02"
    "21 0006 636f70696573 0004 00000014"
    "44 0005 7369646573 0013 74776f2d73696465642d6c6f6e672d65646765"
    "03"
)


def test_a_request_is_that_of_the_standard():
    operation = (
        encode_attribute(ValueTag.CHARSET, "attributes-charset", "utf-8")
        + encode_attribute(ValueTag.LANGUAGE, "attributes-natural-language", "en-us")
        + encode_attribute(ValueTag.URI, "printer-uri", "ipp://printer.example.com/ipp/print/pinetree")
        + encode_attribute(ValueTag.NAME, "job-name", "foobar")
        + encode_attribute(ValueTag.BOOLEAN, "ipp-attribute-fidelity", True)
    )
    job = encode_attribute(ValueTag.INTEGER, "copies", 20) + encode_attribute(
        ValueTag.KEYWORD, "sides", "two-sided-long-edge"
    )
    sent = encode_request(Operation.PRINT_JOB, {DelimiterTag.OPERATION: operation, DelimiterTag.JOB: job}, (1, 1))
    assert sent == PRINT_JOB


def said(*fields, group=DelimiterTag.PRINTER, status=0):
    """An answer of some encoded values."""
    return b"\x02\x00" + status.to_bytes(2) + bytes(4) + bytes([group]) + b"".join(fields) + b"\x03"


def value(tag, name, octets):
    return bytes([tag]) + len(name).to_bytes(2) + name + len(octets).to_bytes(2) + octets


def test_every_kind_of_value_is_read():
    answer = decode_response(
        said(
            value(0x23, b"printer-state", (5).to_bytes(4)),
            value(0x22, b"printer-is-accepting-jobs", b"\x01"),
            value(0x33, b"copies-supported", (1).to_bytes(4) + (999).to_bytes(4)),
            value(0x44, b"sides-supported", b"one-sided"),
            value(0x44, b"", b"two-sided-long-edge"),
            value(0x41, b"printer-state-message", "Kein Papier – öffnen".encode()),
            value(0x35, b"printer-info", b"\x00\x02de\x00\x05Flur "),
            value(0x10, b"media-ready", b""),
            value(0x30, b"octets", b"\xff\x00"),
            value(0x21, b"number", (-1).to_bytes(4, signed=True)),
        )
    )
    assert answer.status == 0
    assert answer.attribute_group(DelimiterTag.PRINTER) == {
        "printer-state": [5],
        "printer-is-accepting-jobs": [1],
        "copies-supported": [(1, 999)],
        "sides-supported": ["one-sided", "two-sided-long-edge"],
        "printer-state-message": ["Kein Papier – öffnen"],
        "printer-info": ["Flur "],
        "media-ready": [None],
        "octets": [b"\xff\x00"],
        "number": [-1],
    }
    assert answer.attribute_group(DelimiterTag.JOB) == {}


def test_collections_are_passed_over_with_all_that_is_in_them():
    answer = decode_response(
        said(
            value(0x34, b"media-col-default", b""),
            value(0x4A, b"", b"media-size"),
            value(0x34, b"", b""),
            value(0x4A, b"", b"x-dimension"),
            value(0x21, b"", (21000).to_bytes(4)),
            value(0x37, b"", b""),
            value(0x37, b"", b""),
            value(0x44, b"media-supported", b"iso_a4_210x297mm"),
        )
    )
    assert answer.attribute_group(DelimiterTag.PRINTER) == {"media-supported": ["iso_a4_210x297mm"]}


@pytest.mark.parametrize(
    "garbled",
    [
        b"",
        b"\x02\x00\x00\x00",
        said()[:-1],
        said(value(0x21, b"copies", b"\x00")),
        said(value(0x33, b"copies", b"\x00")),
        said(value(0x22, b"yes", b"")),
        said(value(0x35, b"name", b"\x00\x09de")),
        said(value(0x44, b"", b"a value of nothing")),
        said(value(0x44, b"sides", b"one-sided"))[:-5],
        b"\x02\x00\x00\x00\x00\x00\x00\x00" + value(0x44, b"sides", b"one-sided") + b"\x03",
        b"<!doctype html><title>Router</title>",
    ],
)
def test_what_is_no_ipp_is_refused(garbled):
    with pytest.raises(MalformedMessageError):
        decode_response(garbled)


WHOLE = said(
    value(0x34, b"media-col-default", b""),
    value(0x4A, b"", b"x-dimension"),
    value(0x21, b"", (21000).to_bytes(4)),
    value(0x37, b"", b""),
    value(0x44, b"sides-supported", b"one-sided"),
    value(0x33, b"copies-supported", bytes(8)),
    value(0x36, b"name", b"\x00\x02de\x00\x04Flur"),
)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    try:
        decode_response(b"\x02\x00\x00\x00\x00\x00\x00\x01\x04" + data)
    except MalformedMessageError:
        return


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_any_slip_in_an_answer_is_read_or_refused(place, octet):
    try:
        decode_response(WHOLE[:place] + bytes([octet]) + WHOLE[place + 1 :])
    except MalformedMessageError:
        return


def test_an_answer_of_many_values_takes_no_longer_than_its_length():
    many = said(value(0x44, b"media-supported", b"a"), *[value(0x44, b"", b"b")] * 150_000)
    assert len(decode_response(many).attribute_group(DelimiterTag.PRINTER)["media-supported"]) == 150_001
