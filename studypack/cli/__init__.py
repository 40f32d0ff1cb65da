"""The command line: each command parses, calls one function, and says what was made."""

import os
import sys
from contextlib import suppress
from errno import EDQUOT, EFBIG, EIO, ENOSPC
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from studypack import __version__
from studypack.base.errors import Problem, render
from studypack.cli.usage import Program

app = typer.Typer(
    name="studypack",
    cls=Program,
    help=(
        "Turn structured notes into a study pack worth printing: a table of two sides, a timeline, "
        "worksheets, a model evaluation, flashcards, and the key.\n\n"
        "One YAML file is one topic. Start with [bold]studypack new[/bold], make the PDF with "
        "[bold]studypack build[/bold], send it to a printer with [bold]studypack print[/bold]."
    ),
    epilog=(
        "Example: studypack build content/anglo-soviet-relations.yaml --paper letter\n\n"
        "Exit status: 0, done; 1, something is wrong with the content, a file or the printer; "
        "2, with the command line; 130, Ctrl-C."
    ),
    rich_markup_mode="rich",
    # A mistake of ours keeps its plain traceback; a user's mistake never gets that far.
    pretty_exceptions_enable=False,
)

_SIZES = ("COLUMNS", "LINES", "TERMINAL_WIDTH")
_MOST_DIGITS = 4
"""Of a terminal's size in characters; a help text of 100 million columns fills the memory."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"studypack {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Hold what comes before a command."""


def run() -> None:
    """The command line, with the words that this process was started with. Ends the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # An old code page has not all the letters of a problem's source line; the rest must still be told.
            stream.reconfigure(errors="replace")
    _forget_odd_sizes()
    if _is_nowhere():
        sys.exit("error: the folder that you are in is no longer there\n  = help: change to another: cd ~")
    try:
        app()
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.filename is not None:
            sys.exit(render(_out_of_reach(error)))
        # The files that a command writes tell of themselves: what has no name is the stream that it tells them on.
        if error.errno not in (ENOSPC, EDQUOT, EFBIG, EIO):
            raise
        _end_without_words((error.strerror or "it is full").lower())


def _forget_odd_sizes() -> None:
    """Take what is no size of a terminal out of the environment, where Typer and Rich would believe it."""
    for name in _SIZES:
        value = os.environ.get(name, "")
        if value and not (len(value) <= _MOST_DIGITS and value.isascii() and value.isdecimal() and int(value)):
            del os.environ[name]


def _is_nowhere() -> bool:
    """Whether the working directory was deleted: no path of the command line would lead anywhere."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _out_of_reach(error: OSError) -> Problem:
    """A file or folder that no command could foresee: a ./content of another user, a disk that fails."""
    reason = (error.strerror or type(error).__name__).lower()
    hint = "ask for the right to use it, or work in a folder of your own" if isinstance(error, PermissionError) else ""
    return Problem(f"cannot open {os.fsdecode(error.filename)}: {reason}", hint or "check the name and the disk")


def _end_without_words(reason: str) -> None:
    """End with status 1 where standard output takes no more, to a file on a full disk for example."""
    with suppress(OSError):
        print(f"error: cannot write to the standard output: {reason}", file=sys.stderr)
    # What still waits in the buffers would fail once more on the way out.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    sys.exit(1)
