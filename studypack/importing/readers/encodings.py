"""From bytes to text, in any encoding that can be told."""

import codecs
import re

from studypack.base import limits
from studypack.base.errors import ContentError, Problem
from studypack.reading.decode import too_large

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks; that of UTF-32 begins with one of UTF-16."""
_FEW_CONTROLS = 2
"""The control characters that any text may have, pasted unseen."""
_SAMPLE = 20_000
_USUAL = frozenset("‘’“”–—…•£€°½¼·«»§²³×÷éèêëáàâäãåíìîïóòôöõøúùûüñçßæœÉÈÁÀÂÄÅÓÖØÚÜÑÇÆŒ¿¡\u00a0")
"""What teachers of the west type besides ASCII."""
_AMISS = re.compile(
    r"(?<=[a-zß-ÿ])[À-ÖØ-ÞŒŠŽŸĂĄĆČĎĐĘĚŁŃŇŐŘŚŞŤŢŮŰŹŻ](?=[a-zß-ÿ])"
    r"|(?<=[^\W\d_])[^\x00-\x7f\w\s’‘“”–—…](?=[^\W\d_])|[\x7f-\x9f]"
)
"""What stands in no text of an encoding: a capital between small letters, a sign within a word, no apostrophe."""
_EIGHT_BITS = ("cp1252", "mac_roman", "cp850")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,30})", re.IGNORECASE)
_MARKED = re.compile(r"<!\[[^<>\[\]]{0,300}\]>|<!\[CDATA\[|\]\]>")
"""Marked sections: those of Word, such as <![if !supportLists]>, and of XML. The parser fails at others."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x7f]")


def decode_notes(data: bytes, source: str) -> str:
    """Return the text of a file, with line feeds as ends of lines.

    Raises ContentError if it is too large, empty, or no text.
    """
    if len(data) > limits.BYTES:
        raise too_large(len(data), source)
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if len(_CONTROLS.findall(text)) > max(_FEW_CONTROLS, len(text) // 50):
        hint = "open it in the program that made it, and save it as text (.txt) or as a Word document (.docx)"
        raise ContentError([Problem("this is not a file of text", hint, source=source)])
    return text


def decode_page(data: bytes, source: str) -> str:
    """Return the text of a web page without comments, in the encoding that it names, if that fits.

    Raises ContentError as `decode_notes` does.
    """
    if named := _CHARSET.search(data[:4000]):
        try:
            data = data.decode(named[1].decode("ascii")).encode("utf-8")
        except (LookupError, UnicodeError):
            return _without_comments(decode_notes(data, source))
    return _without_comments(decode_notes(data, source))


def _without_comments(text: str) -> str:
    """The text without comments; signs that open what is never closed become plain text, as browsers show them."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 2)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    rest = text[at:].replace("<!--", "&lt;!--")
    whole = _MARKED.sub("", "".join([*kept, rest])).replace("<![", "&lt;![")
    end = whole.rfind(">") + 1
    return whole[:end] + whole[end:].replace("<", "&lt;")


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return data.decode(name, "replace")
    if name := _without_mark(data):
        return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mended(data) or _eight_bits(data)


def _without_mark(data: bytes) -> str:
    """UTF-32 or UTF-16 without a mark: in most texts half of the bytes and more are zero, every second one."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    zeros = [sample[at::4].count(0) for at in range(4)]
    quarter = len(sample) // 4
    if quarter and zeros[2:] == [quarter, quarter]:
        return "utf-32-le"
    if quarter and zeros[:2] == [quarter, quarter]:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if max(even, odd) * 20 < len(sample):
        return ""
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else ""


def _mended(data: bytes) -> str:
    """UTF-8 with a few bytes of Windows in it, or cut in the middle of a letter; empty if it is something else."""
    text = data.decode("utf-8", "surrogateescape")
    strays = sum("\udc80" <= char <= "\udcff" for char in text)
    right = sum(char > "\x7f" for char in text) - strays
    if strays > right:
        return ""
    return re.sub("[\udc80-\udcff]", lambda at: bytes([ord(at[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _eight_bits(data: bytes) -> str:
    """The text in the one of the encodings that makes the most usual letters of it."""
    texts = [data.decode(name, "replace") for name in _EIGHT_BITS]
    return max(texts, key=_likelihood)


def _likelihood(text: str) -> int:
    odd = [char for char in text[: 20 * _SAMPLE] if char > "\x7f"]
    usual = sum(1 if char in _USUAL else -2 if char.isalpha() else -4 for char in odd)
    return usual - 5 * len(_AMISS.findall(text[: 20 * _SAMPLE]))
