"""The YAML of a pack in what was pasted: in a fence, between sentences, or alone."""

import re
from collections.abc import Iterator, Sequence

from studypack.model.content import Pack
from studypack.model.fields import keys_of

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ \t]*[\w+-]*[ \t]*")
_KEY = re.compile(rf"""["']?({"|".join(keys_of(Pack))})["']?\s*:(?=\s|$)""")
_OF_YAML = re.compile(r"\s|$|-(?:\s|$)|#|---$|\.\.\.$")
"""What a line that begins no key may begin with."""
_HOLDS_LINES = re.compile(r".*:\s*(?:[\[{|>].*)?$")
"""A key with lines under it, which notes that begin with "title: The war" have not."""
_TITLE = re.compile(r"""^["']?title["']?\s*:[ \t]*["']?(.*?)["']?[ \t]*,?$""", re.MULTILINE)
_FEWEST_KEYS = 2
"""Of a pack, which tell it from a sentence with a colon."""


def yaml_in(text: str) -> str:
    """Return the YAML of a pack that stands in a text, its words unchanged; empty if there is none.

    A chat assistant puts it into a fence, or into several where it had to go on, and writes before and after it; who
    copies the answer often loses the fence. A fence that nobody closed goes on to the end.
    """
    lines = re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))
    fences = list(_fences(lines))
    first = next((number for number, fence in enumerate(fences) if _is_pack(fence)), None)
    found = _joined(fences[first:]) if first is not None else _without_sentences(lines)
    return "\n".join(found).strip("\n") + "\n" if found else ""


def title_in(text: str) -> str:
    """Return the title in the text of a pack, whether it can be read or not; empty if it has none."""
    return found[1] if (found := _TITLE.search(text)) else ""


def is_fence(line: str) -> bool:
    """Return whether a line begins or ends a fence."""
    return bool(_FENCE.fullmatch(line))


def _fences(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines in each fence, without its indent. A fence that is indented more deeply belongs to the YAML."""
    opened, inside = None, list[str]()
    for line in lines:
        fence = _FENCE.fullmatch(line)
        if opened is None:
            opened, inside = fence, []
        elif fence and fence["indent"] == opened["indent"] and line.strip().startswith(opened["fence"]):
            yield inside
            opened = None
        else:
            inside.append(line.removeprefix(opened["indent"]))
    if opened:
        yield inside


def _joined(fences: Sequence[list[str]]) -> list[str]:
    """The first fence, and those that go on with it: with a key that is not there yet, or in the middle of one."""
    found = list(fences[0])
    for fence in fences[1:]:
        keys, begin = _keys(fence), next((line for line in fence if line.strip()), "")
        goes_on = begin.startswith((" ", "\t")) and not begin.strip().startswith("#")
        if goes_on or (_KEY.match(begin) and not set(keys) & set(_keys(found))):
            found += fence
    return found


def _keys(lines: Sequence[str]) -> list[str]:
    """The keys of a pack at the left edge."""
    return [key[1] for line in lines if (key := _KEY.match(line))]


def _is_pack(lines: Sequence[str]) -> bool:
    """Whether some lines are a pack, or as much of one as an assistant wrote; JSON is YAML, too."""
    whole = "\n".join(lines).strip()
    keys = _keys(lines) if not whole.startswith("{") else _KEY.findall(whole)
    return len(set(keys)) >= _FEWEST_KEYS


def _without_sentences(lines: Sequence[str]) -> list[str]:
    """The lines of a pack that stands in no fence, from its first key to the last line that may belong to it.

    Empty if there is none, or no title in it.
    """
    keys = [number for number, line in enumerate(lines) if _KEY.match(line)] or [len(lines)]
    begin = keys[0]
    while begin and lines[begin - 1].startswith(("#", "---", "%YAML")):
        begin -= 1
    end = min(keys[-1] + 1, len(lines))
    while end < len(lines) and _OF_YAML.match(lines[end]):
        end += 1
    found = list(lines[begin:end])
    holds_lines = any(_KEY.match(line) and _HOLDS_LINES.match(line) for line in found)
    return found if holds_lines and _is_pack(found) and "title" in _keys(found) else []
