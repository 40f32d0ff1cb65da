"""How fast a pack is made beside Typst, and how fast commands start: processor time, and our ratio to each.

    python -m pip install -e '.[bench]'
    python tests/benchmarks/against_typst.py [ROUNDS]

*Halves* fits its copy by measuring as we do, and is the fair peer; *plain* is given its sizes. Cold is a whole process;
warm a build in a process that has built before: with other words in nearly every paragraph, or with one other word.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import typst
from measuring import STUDYPACK, Costs, call, child, compare, numbers
from peers import FONTS, compiling, content_with, peer

from studypack.model.options import Flags
from studypack.output.build import read, render


def every(text: str, number: int) -> str:
    """Other words in the title and in nearly every paragraph, as many as before."""
    for word in ("Britain", "Soviet", "Moscow", "relations"):
        text = text.replace(word, word + "abcdefghij"[number % 10])
    return text


def one(text: str, number: int) -> str:
    """Another word in one paragraph."""
    return text.replace("As the Whites faltered", f"As the Whites {'abcdefghij'[number % 10]}altered")


def changing(file: Path, change: Callable[[str, int], str], make: Callable[[], object]) -> Callable[[int], Costs]:
    written = file.read_text("utf-8")

    def way(number: int) -> Costs:
        file.write_text(change(written, number), "utf-8")
        return call(make)

    return way


def main() -> None:
    (runs,) = numbers([9])
    with tempfile.TemporaryDirectory() as name:
        content = Path(name, "pack.yaml")
        content.write_text(content_with(22), "utf-8")
        peers = {kind: peer(Path(name), content, fits=kind == "halves") for kind in ("halves", "plain")}
        cold = {"build": lambda _: child(STUDYPACK, "build", str(content), "--out", name)}
        theirs = {
            kind: lambda _, document=document: child(*compiling(document)) for kind, (document, _) in peers.items()
        }
        print("cold")
        compare(cold | theirs, runs)
        for change in (every, one):
            ways = {"build": changing(content, change, lambda: render(read(content).pack, Flags(), "pack"))}
            for kind, (document, words) in peers.items():
                compiler = typst.Compiler(input=str(document), font_paths=[FONTS], ignore_system_fonts=True)
                ways[kind] = changing(words, change, compiler.compile)
            print(f"warm, {change.__name__} changed")
            compare(ways, runs)
        broken = Path(name, "broken.yaml")
        broken.write_text(content_with(22) + "\nsumary: x\n", "utf-8")
        commands = {each: [each] for each in ("--help", "schema")} | {"check": ["check", str(content)]}
        starts = {"plain": theirs["plain"], "python": lambda _: child(sys.executable, "-c", "")}
        for command_name, command in commands.items():
            starts[command_name] = lambda _, command=command: child(STUDYPACK, *command)
        starts["check, a mistake"] = lambda _: child(STUDYPACK, "check", str(broken), status=1)
        print("starts: how plain stands to them")
        compare(starts, runs)


if __name__ == "__main__":
    main()
