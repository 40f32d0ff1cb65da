"""A printer's address as people type it."""

import pytest

from studypack.base.errors import UsageError
from studypack.printing.address import is_address, parse_address


@pytest.mark.parametrize(
    ("typed", "uri", "host", "port", "path"),
    [
        ("ipp://copier.local", "ipp://copier.local:631/ipp/print", "copier.local", 631, "/ipp/print"),
        ("ipp://copier.local/", "ipp://copier.local:631/ipp/print", "copier.local", 631, "/ipp/print"),
        ("IPP://Copier:8631/printers/x", "ipp://copier:8631/printers/x", "copier", 8631, "/printers/x"),
        ("ipps://10.0.0.7/ipp/print?a=b", "ipps://10.0.0.7:631/ipp/print?a=b", "10.0.0.7", 631, "/ipp/print?a=b"),
        ("ipp://[fe80::1]:80/x", "ipp://[fe80::1]:80/x", "fe80::1", 80, "/x"),
    ],
)
def test_an_address_is_read(typed, uri, host, port, path):
    found = parse_address(typed)
    assert (found.uri, found.host, found.port, found.path) == (uri, host, port, path)
    assert found.encrypted == typed.lower().startswith("ipps")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("http://copier.local", "'http://' is no address of a printer"),
        ("ipp://", "names no computer"),
        ("ipp:///ipp/print", "names no computer"),
        ("ipp://copier:x/", "no port from 0 to 65535"),
        ("ipp://copier:99999/", "no port from 0 to 65535"),
        ("ipp://[::1/ipp", "is no address"),
        ("ipp://my copier/ipp", "a space"),
        ("ipp://copier/a\r\nHost: b", "U+000D"),
        ("ipp://kopierer-büro/ipp", "U+00FC"),
        ("ipp://bob:secret@copier/ipp", "seen by everyone"),
    ],
)
def test_what_is_no_address_is_told_with_a_way_out(typed, said):
    with pytest.raises(UsageError) as caught:
        parse_address(typed)
    [problem] = caught.value.problems
    assert said in problem.message
    assert problem.hint
    assert "secret" not in problem.message


def test_a_name_is_no_address():
    assert not is_address("staff-room")
    assert not is_address("staff/draft")
    assert is_address("ipp://x")
