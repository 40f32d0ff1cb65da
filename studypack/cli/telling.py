"""What every command tells in one way: mistakes and sizes."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from studypack.base.errors import Problem, StudypackError, UsageError, mask_controls, render_all


def status_told(error: StudypackError) -> int:
    """Tell a user's mistake in full. Returns the status to end with: 2 if it is in the command line, else 1."""
    typer.echo(render_all(error.problems), err=True)
    return 2 if isinstance(error, UsageError) else 1


@contextmanager
def mistakes_told() -> Iterator[None]:
    """A user's mistake is told in full and ends the command."""
    try:
        yield
    except StudypackError as error:
        raise typer.Exit(status_told(error)) from None


def say(*lines: str) -> None:
    """Lines on standard output: whatever a command says that may hold a name of a file or a title goes through here.

    What a terminal could obey is masked: a file's name may hold escapes.
    """
    typer.echo("\n".join(map(mask_controls, lines)))


def tell(problem: Problem) -> None:
    """A problem that stops nothing, on the error stream."""
    typer.echo(render_all([problem]), err=True)


def size(data: int) -> str:
    """Bytes as whole kilobytes."""
    return f"{max(1, round(data / 1024))} KB"
