"""How time and memory grow with the points of a content, and with the contents of one build.

    python tests/benchmarks/growth.py [ROUNDS [POINTS …]]

Our ratio to Typst that is given its sizes: seconds, and MiB at the highest.
"""

import tempfile
from pathlib import Path

from measuring import STUDYPACK, child, compare, numbers
from peers import compiling, content_with, peer


def main() -> None:
    runs, *sizes = numbers([3, 22, 220, 2200])
    with tempfile.TemporaryDirectory() as name:
        for points in sizes:
            content = Path(name, f"{points}.yaml")
            content.write_text(content_with(points), "utf-8")
            document, _ = peer(Path(name), content, fits=False)
            print(f"{points} points")
            ours, theirs = [STUDYPACK, "build", str(content), "--out", name], compiling(document)
            compare(
                {"build": lambda _, ours=ours: child(*ours), "plain": lambda _, theirs=theirs: child(*theirs)}, runs
            )
        many = [Path(name, f"content-{number}.yaml") for number in range(100)]
        for file in many:
            file.write_text(content_with(22), "utf-8")
        ways = {
            f"{count} contents": lambda _, count=count: child(STUDYPACK, "build", *map(str, many[:count]), "-o", name)
            for count in (1, 10, 100)
        }
        print("contents of one build")
        compare(ways, 1)


if __name__ == "__main__":
    main()
