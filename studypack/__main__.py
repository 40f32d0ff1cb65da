"""The program's entry point: `studypack`, and `python -m studypack`."""

import gc
import signal
import sys

# `python -m` looks for every module in the working directory first, where a yaml.py may lie that is not meant for us.
if __name__ == "__main__" and not sys.flags.safe_path:
    del sys.path[0]


def main() -> None:
    """Run the command line.

    Ctrl-C ends it at once and by the signal itself, as shells expect: an exception that is raised while modules are
    loaded ends in a traceback, or is swallowed. What must not be left half done waits in `files.defer_signals`.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # it is not under nohup
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # What is loaded stays until the end: collecting among it finds nothing, and takes a twentieth of a build.
    gc.disable()
    from studypack.cli import run  # noqa: PLC0415  (loading it takes a fifth of a second)

    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
