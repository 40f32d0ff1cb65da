"""The printers that this computer has set up, by CUPS's own programs: `lp` prints, `lpstat` knows their names."""

import os
import re
import shutil
import subprocess
from difflib import get_close_matches
from urllib.parse import quote

from studypack.base.errors import PrintingError
from studypack.printing.address import Address
from studypack.printing.ticket import PDF, Ticket

_SECONDS = 120
"""In which `lp` has taken a job, or never will."""
_IS_IT_ON = "is CUPS running on this computer? A network printer needs none: --printer ipp://ADDRESS/ipp/print"


def has_queues() -> bool:
    """Whether this computer prints through CUPS (Linux and macOS do)."""
    return shutil.which("lp") is not None and shutil.which("lpstat") is not None


def names() -> list[str]:
    """The printers set up here or announced in the network, in CUPS's order. Raises PrintingError."""
    return [name for line in _run(["lpstat", "-e"], _IS_IT_ON).splitlines() if (name := line.strip())]


def default_name() -> str | None:
    """The printer that jobs go to unless told otherwise, where one is set. Raises PrintingError."""
    # The C locale has it "system default destination: copier", or "no system default destination".
    return _run(["lpstat", "-d"], _IS_IT_ON).partition(": ")[2].strip() or None


def address_of_queue(name: str) -> Address | None:
    """Where CUPS itself, which speaks IPP, answers for one of its printers; None where it does not say."""
    try:
        server = _run(["lpstat", "-H"], _IS_IT_ON).strip()
    except PrintingError:
        return None
    queue, _, _ = name.partition("/")  # what follows names a set of the user's own options
    path = f"/printers/{quote(queue, safe='')}"
    if server.startswith("/"):
        return Address(f"ipp://localhost{path}", "localhost", 631, path, socket=server)
    host, _, port = server.rpartition(":")
    if not host or not port.isascii() or not port.isdecimal():
        return None
    return Address(f"ipp://localhost{path}", host.strip("[]"), int(port), path)


def submit(name: str, ticket: Ticket, pdf: bytes) -> int:
    """Hand a job to a printer by its name; its number there, or 0 where `lp` does not say.

    The pages go through a pipe: what was looked at is what is printed, and no file is left behind. Raises
    PrintingError with `lp`'s own words.
    """
    try:
        said = _run(["lp", *arguments(name, ticket)], "", pdf)
    except PrintingError as error:
        raise PrintingError(error.problems[0].message, instead_of(name)) from None
    found = re.search(r"\S-(\d+)(?!\S)", said)
    return int(found[1]) if found else 0


def arguments(name: str, ticket: Ticket) -> list[str]:
    """What `lp` is told, a list and never a line for a shell; "-" is its standard input."""
    options = [f"sides={ticket.sides}", f"media={ticket.media.keyword}", f"document-format={PDF}", "print-scaling=none"]
    if ticket.grey:
        options.append("print-color-mode=monochrome")
    if ticket.collated:
        options.append("collate=true")
    pairs = [word for option in options for word in ("-o", option)]
    return ["-d", name, "-n", str(ticket.copies), *pairs, "-t", ticket.title, "-"]


def instead_of(name: str) -> str:
    """A way out for whoever asked for a printer of this name, and did not get it."""
    try:
        there = names()
    except PrintingError:
        return _IS_IT_ON
    near = get_close_matches(name, there, 1)
    if name in there or not there:
        return "studypack printers says how it is"
    return f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(there)}"


def _run(words: list[str], hint: str, data: bytes = b"") -> str:
    """What a program says. Raises PrintingError, with its own words, where it fails."""
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(words, input=data, capture_output=True, check=False, timeout=_SECONDS, env=environment)
    except subprocess.TimeoutExpired:
        raise PrintingError(f"{words[0]} does not come back", hint) from None
    except (OSError, ValueError) as error:
        raise PrintingError(f"cannot start {words[0]}: {error}", hint) from None
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split()) or f"status {done.returncode}"
        raise PrintingError(said if said.startswith(words[0]) else f"{words[0]}: {said}", hint)
    return done.stdout.decode("utf-8", "replace")
