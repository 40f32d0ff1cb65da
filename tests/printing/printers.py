"""Real printers for the tests: CUPS's own reference printer, and a CUPS of our own, each on a free port."""

import os
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from needs import NEED_ALL

PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
PROGRAMS = ("ippeveprinter", "dbus-daemon", "cupsd", "lp", "lpstat", "lpadmin")
FILTERS = ("/usr/lib/cups/filter/pdftopdf", "/usr/libexec/cups/filter/pdftopdf")
PACKAGES = "cups-ipp-utils cups-client cups-daemon cups-filters-core-drivers dbus"
SECONDS = 20

RECEIVE = """\
#!/bin/sh
# What ippeveprinter calls for every job: the file is $1, what was asked of it is in IPP_…
cp "$1" "$RECEIVED/$IPP_JOB_ID.pdf"
env > "$RECEIVED/$IPP_JOB_ID.env"
"""
JAM = """\
#!/bin/sh
echo "ERROR: Paper jam in tray 2" >&2
exit 1
"""


def need_printers():
    """Skip where there is nothing to print with; where that must not be, in .ci/run, fail."""
    missing = [name for name in PROGRAMS if not shutil.which(name, path=PATH)]
    if not any(Path(path).exists() for path in FILTERS):
        missing.append("pdftopdf")
    if missing:
        said = f"no {', '.join(missing)}: NO REAL PRINTER WAS TRIED. On Debian: apt-get install {PACKAGES}"
        if os.environ.get(NEED_ALL):
            pytest.fail(said)
        pytest.skip(said)


def until(ready, what):
    """What `ready` returns, once it returns something."""
    deadline = time.monotonic() + SECONDS
    while not (result := ready()):
        assert time.monotonic() < deadline, f"no {what} within {SECONDS} seconds"
        time.sleep(0.02)
    return result


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _open(port):
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


@dataclass
class Shop:
    """A folder, and the programs that run in it until it closes; it ends no others."""

    folder: Path
    running: list[subprocess.Popen] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)

    def start(self, *words, **environment):
        program = [shutil.which(words[0], path=PATH), *map(str, words[1:])]
        environment = {**os.environ, "PATH": PATH, **self.environment, **environment}
        with (self.folder / "log").open("ab") as log:
            self.running.append(
                subprocess.Popen(program, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)
            )
        return self.running[-1]

    def end(self, program):
        self.running.remove(program)
        program.terminate()
        try:
            program.wait(SECONDS)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()

    def close(self):
        for program in reversed(self.running.copy()):
            self.end(program)

    def open_bus(self):
        """ippeveprinter 2.4.2 dies without a bus to announce itself on; this one leads nowhere."""
        address = f"unix:path={self.folder}/bus"
        self.start("dbus-daemon", "--session", f"--address={address}", "--nofork", "--nopidfile")
        until((self.folder / "bus").exists, "bus")
        self.environment["DBUS_SYSTEM_BUS_ADDRESS"] = address

    def printer(self, name, *options, formats="application/pdf", command=RECEIVE):
        """A real printer of that name; options as ippeveprinter has them: -2 for both sides."""
        folder = self.folder / name
        (folder / "spool").mkdir(parents=True)
        script = folder / "command"
        script.write_text(command)
        script.chmod(0o755)
        port = _free_port()
        said = (
            "-r",
            "off",
            "-n",
            "localhost",
            "-p",
            port,
            "-d",
            folder / "spool",
            "-K",
            folder,
            "-f",
            formats,
            "-c",
            script,
        )
        program = self.start("ippeveprinter", *said, *options, name, RECEIVED=str(folder))
        until(lambda: _open(port), name)
        return RealPrinter(f"ipp://localhost:{port}/ipp/print", folder, program)

    def cups(self):
        """A CUPS of its own, with nobody's printers: what CUPS_SERVER is to be."""
        port, root = _free_port(), self.folder / "cups"
        for room in ("ServerRoot", "RequestRoot", "CacheDir", "StateDir", "TempDir"):
            (root / room).mkdir(parents=True)
        files = [f"{room} {root}/{room}" for room in ("ServerRoot", "RequestRoot", "CacheDir", "StateDir", "TempDir")]
        files += [f"{log} {root}/{log}" for log in ("ErrorLog", "AccessLog", "PageLog")]
        (root / "files").write_text("\n".join(files) + "\n")
        (root / "conf").write_text(CUPSD.format(port=port))
        self.start("cupsd", "-f", "-c", root / "conf", "-s", root / "files")
        until(lambda: _open(port), "cupsd")
        return f"127.0.0.1:{port}"


CUPSD = """\
Listen 127.0.0.1:{port}
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Allow all
</Location>
<Policy default>
  <Limit All>
    AuthType None
    Allow all
  </Limit>
</Policy>
"""


@dataclass
class RealPrinter:
    """An ippeveprinter, and what it received."""

    uri: str
    folder: Path
    program: subprocess.Popen

    def received(self):
        """Every job so far, in their order: what was asked, and the bytes."""
        jobs = sorted(int(path.stem) for path in self.folder.glob("*.env"))
        return [(_asked(self.folder / f"{job}.env"), (self.folder / f"{job}.pdf").read_bytes()) for job in jobs]


def _asked(path):
    lines = path.read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line.startswith("IPP_") and "=" in line)
