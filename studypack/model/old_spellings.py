"""Former names of sections and options: old files, commands and links still work, and their users are told."""

from studypack.base.errors import Problem, Severity

SECTIONS = {"cloze": "worksheets"}
"""The former names of sections, and of the keys for their modes, with the names of today."""
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
"""The former names of options, with those of today."""

MODES = {("timeline", "years"): "span"}
"""The former names of modes, by their section's name of today, with those of today."""


def section(name: str) -> str:
    """Return a section's name of today."""
    return SECTIONS.get(name, name)


def choice(key: str, value: str) -> tuple[str, str]:
    """Return the key and value of today: ("duplex", "yes") for ("sides", "two")."""
    return _CHOICES.get((key, value.strip().lower()), (mode(key) if "." in key else key, value))


def mode(key: str) -> str:
    """Return the name of today of a mode with its section: timeline.span for timeline.years."""
    name, dot, own = key.partition(".")
    name = section(name)
    return name + dot + MODES.get((name, own), own)


def advice(old: str, new: str, source: str, now: str) -> Problem:
    """Return the warning that a command uses an old name; `now` is what to type instead."""
    return Problem(f"'{old}' is the old name of '{new}'", f"write {now}", Severity.WARNING, source)
