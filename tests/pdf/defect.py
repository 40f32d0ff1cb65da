"""What single defects are put into a sound file with, and the list of them; some check must see each.

Every function changes an open file and is one slip that a writer of PDF can make; its docstring says which, where the
name does not.
"""

import re

from pikepdf import Array, Dictionary, Name

VALIDATOR, CONSISTENCY, ORDER, HEARING = "validator", "consistency", "reading order", "hearing"
"""Who sees a defect: the validator of the standards, our own checks of a file, the text that was placed, the laws by ear."""
DEFECTS = {}
"""Each defect, with all who see it."""


def defect(*seen_by):
    """Puts a function on the list."""

    def listed(function):
        DEFECTS[function] = set(seen_by)
        return function

    return listed


def every(pdf, kind):
    """All elements of a kind, from the top down."""
    waiting, found = [pdf.Root.StructTreeRoot.K], []
    while waiting:
        own = waiting.pop(0)
        if Name(f"/{kind}") == own.S:
            found.append(own)
        kids = own.get("/K", [])
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                waiting.append(kid)
    return found


def first(pdf, kind):
    return every(pdf, kind)[0]


def rewrite(stream, pattern, into, count=1):
    """Change a stream where it matches a pattern."""
    data = stream.read_bytes()
    changed = re.sub(pattern, into, data, count=count, flags=re.S)
    assert changed != data, pattern
    stream.write(changed)


def with_links(pdf):
    return next(page for page in pdf.pages if "/Annots" in page.obj)


def fonts(pdf):
    return [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == Name.Font]
