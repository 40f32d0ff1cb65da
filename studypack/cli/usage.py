"""Mistakes on the command line, told as all other mistakes are: what is wrong, and a way out."""

import os
import re
import sys
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Any

import typer
from typer.core import TyperGroup

from studypack.base.errors import Problem, StudypackError, UsageError
from studypack.base.wording import shell_quoted, suggest_closest
from studypack.cli.commands import COMMANDS, listed, loaded
from studypack.cli.telling import status_told
from studypack.model import old_spellings

_LONG_DASHES = "‐‑–—−"
"""Which a word processor makes of hyphens."""


class Program(TyperGroup):
    """The commands of the program. Only that which is asked for is loaded."""

    def __init__(self, **more: Any) -> None:  # noqa: ANN401
        super().__init__(**more | {"commands": {name: listed(name) for name in COMMANDS}})

    def load(self, *names: str) -> None:
        """Let the commands of these names be run, and have their options."""
        self.commands.update({name: loaded(name) for name in names if name in COMMANDS})

    def main(self, args: Sequence[str] | None = None, **more: Any) -> int:  # type: ignore[override]  # noqa: ANN401
        """Run a command and end with its status: 0 done, 1 it could not be done, 2 the command line is wrong.

        With `standalone_mode=False` it returns the status instead, as any click program does.
        """
        words = list(sys.argv[1:] if args is None else args)
        ends = more.pop("standalone_mode", True)
        try:
            status = super().main(words or ["--help"], standalone_mode=False, **more) or 0
        except typer.TyperException as error:
            status = status_told(UsageError([self._problem(error, words)]))
        except typer.Abort:
            typer.echo(err=True)  # ends the line of the question at which somebody pressed Ctrl-C
            status = 130
        except StudypackError as error:  # also from an import: the installed libraries are not those that are needed
            status = status_told(error)
        status = status if words else 2
        if ends:
            sys.exit(status)
        return status

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401  (Typer's own types are private)
        """The command that the words begin with. Raises UsageError where there is none, or a word is no value."""
        self.load(args[0])
        if not ctx.resilient_parsing:  # a shell completes half a line
            command = self.get_command(ctx, args[0])
            if command is None:
                raise UsageError(f"there is no command '{args[0]}'", self._instead(args[0]))
            _refuse_no_values(command, args[1:])
            _refuse_spaces(command, args[1:])
        return super().resolve_command(ctx, args)

    def _instead(self, word: str) -> str:
        """What may be meant by a word that is no command."""
        if near := suggest_closest(word, self.commands):
            return near
        if word.casefold().endswith((".yaml", ".yml", ".pdf")):
            command = "print" if word.casefold().endswith(".pdf") else "build"
            return f"say what to do with it: studypack {command} {shell_quoted(word)}"
        return f"there are: {', '.join(self.commands)}"

    def _problem(self, error: typer.TyperException, words: Sequence[str]) -> Problem:
        """What Typer found wrong, in our words."""
        named = [word for word in words if word in self.commands][:1]
        self.load(*named)
        command: Any = self.commands[named[0]] if named else self
        option, param = getattr(error, "option_name", ""), getattr(error, "param", None)
        if option and (known := _options(command).get(option)):
            if known.is_flag:
                return Problem(f"{option} takes no value", f"write it alone: {option}")
            return _no_value(option, known)
        if option:
            return Problem(f"there is no option {option}", self._other_option(option, command, words))
        from pydantic import ValidationError

        if isinstance(error.__cause__, ValidationError) and param is not None:
            return _bad_value(max(param.opts, key=len), param, str(error.__cause__.errors()[0]["input"]))
        example = re.findall("Example: (.*)", command.epilog)[0]
        if param is not None and not error.message:
            return Problem(f"{param.metavar or param.name} is missing", f"for example: {example}")
        extra = re.search(r"extra argument\(s\) \((.*)\)", error.message)
        message = f"'{extra[1]}' is too much for this command" if extra else error.message
        return Problem(message, f"for example: {example}")

    def _other_option(self, option: str, command: Any, words: Sequence[str]) -> str:  # noqa: ANN401
        """What may be meant by an option that a command does not have."""
        self.load(*COMMANDS)
        own = _options(command)
        typed = next((word for word in words if word.startswith(option)), option)
        if others := [name for name, other in self.commands.items() if option in _options(other)]:
            return f"it is an option of {', '.join(others)}"
        if near := suggest_closest(f"--{typed.lstrip('-').partition('=')[0]}", own, cutoff=0.7):
            return near
        return f"studypack {f'{command.name} ' if command is not self else ''}--help lists the options"


def _options(command: Any) -> dict[str, Any]:  # noqa: ANN401
    """The options of a command by each of their names."""
    return {name: param for param in command.params for name in (*param.opts, *param.secondary_opts) if name[:1] == "-"}


def _refuse_no_values(command: Any, words: Sequence[str]) -> None:  # noqa: ANN401
    """Raise UsageError for a word that is empty, or that is an option where an option's value is to stand."""
    options = _options(command)
    for before, word in pairwise(("", *words)):
        if word == "--":
            return
        option = options.get(before)
        option = None if option is None or option.is_flag else option
        if option and (not word.strip() or word[:2] == "--"):
            raise UsageError([_no_value(before, option)])
        if word[-1:] == "=" and (option := options.get(word[:-1])) and not option.is_flag:
            raise UsageError([_no_value(word[:-1], option)])
        if not word:
            raise UsageError("one of the words of the command is empty", "leave it out, or give it a name")
        if word[0] in _LONG_DASHES and f"--{word.lstrip(_LONG_DASHES + '-').partition('=')[0]}" in options:
            raise UsageError(
                f"{word} begins with a long dash", f"type two hyphens: --{word.lstrip(_LONG_DASHES + '-')}"
            )
    if words and (option := options.get(words[-1])) and not option.is_flag:
        raise UsageError([_no_value(words[-1], option)])


def _refuse_spaces(command: Any, words: Sequence[str]) -> None:  # noqa: ANN401
    """Raise UsageError where spaces part the value of --sections, --skip or --set: what follows them names no file."""
    options = _options(command)
    for number, word in enumerate(words):
        if word == "--":
            return
        name, equals, value = word.partition("=")
        option = options.get(name)
        if option is None or option.name not in _JOINED:
            continue
        first, *after = [value, *words[number + 1 :]] if equals else words[number + 1 :]
        after = list(takewhile(lambda each: each[:1] != "-" and not os.path.lexists(each), after))
        if meant := _JOINED[option.name](first, after):
            raise UsageError(f"the value of {name} is parted by a space", f"write it without: {name} {meant}")


def _as_list(first: str, after: Sequence[str]) -> str:
    """The names of sections with commas between them; empty where no more of them come after the first word."""
    if not after:
        return ""
    from studypack.output.resolve import section_names

    known = {"", *section_names(), *old_spellings.SECTIONS}
    more = list(takewhile(lambda each: known.issuperset(each.lower().split(",")), after))
    return ",".join(name for word in (first, *more) for name in word.split(",") if name) if more else ""


def _as_setting(first: str, after: Sequence[str]) -> str:
    """KEY=VALUE of what was typed with spaces; empty where the first word has both."""
    key, _, value = first.partition("=")
    rest = [word for each in after[:2] if (word := each.strip("="))]
    return f"{key}={rest[0]}" if rest and not value and "." in key else ""


_JOINED = {"sections": _as_list, "skip": _as_list, "set_": _as_setting}


def _no_value(option: str, param: Any) -> Problem:  # noqa: ANN401
    return Problem(f"{option} needs a value", f"{_values(param)}; or leave it out")


def _bad_value(option: str, param: Any, value: str) -> Problem:  # noqa: ANN401
    choices = [str(each.value) for each in param.type_descriptor.choices or ()]
    return Problem(f"{option} cannot be '{value}'", suggest_closest(value, choices, _values(param)))


def _values(param: Any) -> str:  # noqa: ANN401
    """What an option can be set to."""
    if choices := param.type_descriptor.choices:
        return f"it can be: {', '.join(str(each.value) for each in choices)}"
    if param.max is not None:
        return f"it is a whole number from {param.min} to {param.max}"
    says = re.sub(r"\[/?bold\]", "", param.help or "").rstrip(".")
    return f"{says[:1].lower()}{says[1:]}"
