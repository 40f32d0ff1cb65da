"""What sections and choices were called before: old files, commands and links keep working, and hear the new names."""

from studypack.base.errors import Problem, Severity

SECTIONS = {"cloze": "worksheets"}
"""Of sections, and so of their modes."""
_CHOICES = {
    ("sides", "two"): ("duplex", "yes"),
    ("sides", "one"): ("duplex", "no"),
    # Only in the preview's address, which says with nothing that nothing is said:
    ("sides", ""): ("duplex", ""),
    ("imposition", ""): ("booklet", ""),
    ("imposition", "booklet"): ("booklet", "yes"),
    ("imposition", "two-up"): ("two_up", "yes"),
}
OPTIONS = {"sides": "duplex"}
"""Keys under `pack:` that stand for the whole pack."""


def section(name: str) -> str:
    """A section's name as it is now."""
    return SECTIONS.get(name, name)


def choice(key: str, value: str) -> tuple[str, str]:
    """A choice as it is now: ("sides", "two") is ("duplex", "yes"), and ("cloze.gap", …) is ("worksheets.gap", …)."""
    name, dot, mode = key.partition(".")
    return _CHOICES.get((key, value.strip().lower()), (section(name) + dot + mode if dot else key, value))


def advice(old: str, source: str, now: str) -> Problem:
    """The warning that a command uses an old name; `now` is what to type."""
    return Problem(f"'{old}' is the old name of '{section(old)}'", f"write {now}", Severity.WARNING, source)
