"""The print queues of this computer, by CUPS's commands: `lpstat` lists them, `lp` submits jobs to them."""

import os
import re
import shutil
import subprocess
from urllib.parse import quote

from studypack.base.errors import PrintingError
from studypack.base.wording import suggest_closest
from studypack.printing.address import Address
from studypack.printing.ticket import PDF, JobTicket

_SECONDS = 120
"""The time limit of a command."""
_START_CUPS = "is CUPS running on this computer? A network printer needs none: --printer ipp://ADDRESS/ipp/print"


def has_cups() -> bool:
    """Whether CUPS's commands are installed, as they are on Linux and macOS."""
    return shutil.which("lp") is not None and shutil.which("lpstat") is not None


def queue_names() -> list[str]:
    """Return the queues set up here or announced in the network, in CUPS's order.

    Raises PrintingError if `lpstat` fails.
    """
    return [name for line in _run(["lpstat", "-e"], _START_CUPS).splitlines() if (name := line.strip())]


def default_queue() -> str | None:
    """Return the name of the default queue; None if there is none. Raises PrintingError if `lpstat` fails."""
    # In the C locale: "system default destination: copier", or "no system default destination".
    return _run(["lpstat", "-d"], _START_CUPS).partition(": ")[2].strip() or None


def queue_address(name: str) -> Address | None:
    """Return the address at which CUPS answers IPP requests for a queue; None if it is not known."""
    try:
        server = _run(["lpstat", "-H"], _START_CUPS).strip()
    except PrintingError:
        return None
    queue, _, _ = name.partition("/")  # after the slash: the name of a set of options (an instance)
    path = f"/printers/{quote(queue, safe='')}"
    if server.startswith("/"):
        return Address(f"ipp://localhost{path}", "localhost", 631, path, socket=server)
    host, _, port = server.rpartition(":")
    if not host or not port.isascii() or not port.isdecimal():
        return None
    return Address(f"ipp://localhost{path}", host.strip("[]"), int(port), path)


def submit(name: str, ticket: JobTicket, pdf: bytes) -> int:
    """Submit a job to a queue with `lp`. Returns its `job-id`, or 0 if `lp` does not report it.

    The PDF goes through a pipe, so that no file is left behind. Raises PrintingError with the message of `lp`.
    """
    try:
        said = _run(["lp", *lp_arguments(name, ticket)], "", pdf)
    except PrintingError as error:
        raise PrintingError(error.problems[0].message, suggest_queue(name)) from None
    found = re.search(r"\S-(\d+)(?!\S)", said)
    return int(found[1]) if found else 0


def lp_arguments(name: str, ticket: JobTicket) -> list[str]:
    """Return the arguments of `lp`, for a call without a shell. The last, "-", is standard input."""
    options = [f"sides={ticket.sides}", f"media={ticket.media.keyword}", f"document-format={PDF}", "print-scaling=none"]
    if ticket.grey:
        options.append("print-color-mode=monochrome")
    if ticket.collated:
        options.append("collate=true")
    pairs = [word for option in options for word in ("-o", option)]
    return ["-d", name, "-n", str(ticket.copies), *pairs, "-t", ticket.title, "-"]


def suggest_queue(name: str) -> str:
    """Return a hint after a job for this queue failed: a queue of a similar name, or all there are."""
    try:
        there = queue_names()
    except PrintingError:
        return _START_CUPS
    if name in there or not there:
        return "studypack printers says how it is"
    return suggest_closest(name, there, f"there are: {', '.join(there)}")


def _run(words: list[str], hint: str, data: bytes = b"") -> str:
    """Run a command and return its standard output. Raises PrintingError, with its own message, if it fails."""
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
