"""Run as a program: runs the installed `studypack` and notes what it asks of the system (PEP 578).

    python overhear.py REPORT PROGRAM PLANTED WORDS…

PLANTED is a JSON list of code that is run afterwards, to see that each is heard, too. The report is JSON: how many events there were, and
those that matter, each with its paths made absolute. What C libraries do among themselves raises no events.
"""

# ruff: noqa: PTH100, PTH120, PTH123
# Whoever overhears had better do as little as possible: no pathlib here.

import json
import os
import runpy
import sys
from collections import Counter

report, program, planted, *words = sys.argv[1:]
counted: Counter[str] = Counter()
noted: list[tuple[str, list[str], bool]] = []

PROCESSES = ("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "pty.")
NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "telnetlib.", "webbrowser.")
LISTED = ("os.listdir", "os.scandir", "os.walk", "glob.")
CHANGED = (
    "os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.chmod", "os.chown", "os.truncate",
    "os.utime", "os.setxattr", "os.removexattr", "shutil.", "tempfile.",
)  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def paths(arguments: tuple[object, ...]) -> list[str]:
    return [os.path.abspath(os.fsdecode(each)) for each in arguments if isinstance(each, str | bytes | os.PathLike)]


def hear(event: str, arguments: tuple[object, ...]) -> None:
    counted[event] += 1
    if event == "open":
        path, mode, flags = arguments
        if not isinstance(path, int):
            writes = bool(set(mode or "") & set("wax+")) or bool((flags or 0) & WRITING)
            noted.append(("open", paths((path,)), writes))
    elif event.startswith(CHANGED):
        noted.append((event, paths(arguments), True))
    elif event.startswith(LISTED):
        noted.append((event, paths((arguments[0] or ".",) if arguments else (".",)), False))
    elif event.startswith((*PROCESSES, *NETWORK, "ctypes.dlopen")):
        noted.append((event, [str(each) for each in arguments], False))


# As the program itself is started: its own folder comes first, and the working directory is nowhere.
sys.path[0] = os.path.dirname(program)
sys.argv = [program, *words]
sys.addaudithook(hear)
try:
    runpy.run_path(program, run_name="__main__")
except SystemExit as end:
    status = end.code
heard, events = list(noted), dict(counted)
answers = []
for code in json.loads(planted):
    before = len(noted)
    exec(code)
    answers.append(noted[before:])
files = {name: getattr(module, "__file__", None) for name, module in list(sys.modules.items())}
told = {
    "status": status or 0,
    "events": events,
    "path": [os.path.abspath(each) for each in sys.path],
    "noted": heard,
    "planted": answers,
    "modules": {name: os.path.abspath(file) for name, file in files.items() if isinstance(file, str)},
}
with open(report, "w", encoding="utf-8") as file:
    json.dump(told, file)
