"""Streams in the file: their length is what stands before the end of their last line, whatever byte they end in."""

import re
import zlib

import pytest

from studypack.model.options import Flags
from studypack.output.build import render
from studypack.pdf.objects import _stream


@pytest.mark.parametrize("last", [b"\r", b"\n", b"a"])
def test_a_stream_is_as_long_as_it_says(last):
    data = next(text for n in range(100_000) if zlib.compress(text := n.to_bytes(3, "big"), 9).endswith(last))
    written = _stream("", data)
    length = int(re.search(rb"/Length (\d+)", written)[1])
    content = written.partition(b"stream\n")[2]
    # As validators read it: up to the end of line before the keyword, and CR LF is one end of line.
    assert len(re.match(rb"(.*?)(?:\r\n|\r|\n)endstream\n", content, re.DOTALL)[1]) == length
    assert zlib.decompress(content[:length]) == data


def test_every_stream_of_a_pack_is_as_long_as_it_says(shipped):
    (pack, _) = render(shipped, Flags(), "pack")
    streams = re.findall(rb"/Length (\d+)[^>]*>>\s*stream\r?\n(.*?)(?:\r\n|\r|\n)endstream\n", pack.data, re.DOTALL)
    assert len(streams) > 20
    assert [(int(length), len(content)) for length, content in streams if int(length) != len(content)] == []
