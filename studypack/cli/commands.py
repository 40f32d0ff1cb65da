"""The commands, in the order in which they are listed: the list is told without loading one of them."""

from pkgutil import resolve_name
from typing import NamedTuple

import typer
from typer.core import TyperCommand


class Listed(NamedTuple):
    """A command as the list of all has it."""

    function: str
    """Where it is: its module in this folder, and its name there."""
    summary: str
    """What it does, as its own help begins."""
    epilog: str
    """Examples."""


COMMANDS = {
    "build": Listed(
        "build:build",
        "Make the PDF pack, and the answers beside it.",
        "Example: studypack build --sections table,timeline --paper a5\n\nExample: studypack build --verify",
    ),
    "preview": Listed(
        "preview:preview",
        "Look at the pages before they are printed: as one picture, or in the browser while you write.",
        "Example: studypack preview content/anglo-soviet-relations.yaml --serve --open\n\n"
        "Example: studypack preview --gallery",
    ),
    "print": Listed(
        "printing:print_",
        "Send the pack to a printer, as many copies as there are pupils.",
        "Example: studypack print --copies 30 --sections table,worksheets",
    ),
    "printers": Listed(
        "printing:printers",
        "List the printers of this computer: which is the default, and how each of them is.",
        "Example: studypack printers",
    ),
    "check": Listed(
        "check:check",
        "Read the content and tell every problem, then give advice. Prints nothing on paper.",
        "Example: studypack check content/*.yaml --strict\n\nExample: studypack check pack.yaml --against notes.docx",
    ),
    "sections": Listed(
        "sections:sections",
        "List what can be printed, what the content has something for, and how many pages each takes.",
        "Example: studypack sections content/anglo-soviet-relations.yaml",
    ),
    "explain": Listed(
        "explain:explain",
        "Say what a key of the content, an option or a mode means, what it takes, and what is an example of it.",
        "Example: studypack explain points.date",
    ),
    "words": Listed(
        "words:words",
        "List the program's own words on the pages, with their keys: the content may have others for them.",
        "Example: studypack words fr",
    ),
    "new": Listed(
        "new:new",
        "Write a starter file with comments, which builds as it is.",
        'Example: studypack new "The Weimar Republic" --template history',
    ),
    "import": Listed(
        "importing:import_",
        "Make a draft of a pack from rough notes, which builds as it is, with every guess marked.",
        "Example: studypack import notes.docx",
    ),
    "prompt": Listed(
        "prompt:prompt",
        "Print a text to paste into any chat assistant, which then writes the pack: the format, the rules and the "
        "notes.",
        "Example: studypack prompt notes.docx > prompt.txt",
    ),
    "schema": Listed(
        "schema:schema",
        "Print the JSON Schema of the content, for editors that complete and check while you type.",
        "Example: studypack schema --out content/studypack.schema.json",
    ),
}


def listed(name: str) -> TyperCommand:
    """Return a command for the list of all: it has its summary, and cannot be run."""
    return TyperCommand(name, help=COMMANDS[name].summary, epilog=COMMANDS[name].epilog)


def loaded(name: str) -> TyperCommand:
    """Return the command itself."""
    alone = typer.Typer(add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False)
    function = resolve_name(f"studypack.cli.{COMMANDS[name].function}")
    alone.command(name, epilog=COMMANDS[name].epilog)(function)
    command = typer.main.get_command(alone)
    assert isinstance(command, TyperCommand)
    return command
