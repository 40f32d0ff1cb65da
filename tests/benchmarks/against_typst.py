"""How fast a build is, beside Typst on a document of the same words in the same faces.

    python -m pip install -e '.[bench]'
    python tests/benchmarks/against_typst.py

Prints medians and ratios of one run, the two taking turns on one core. The peer is set twice: fitting its copy by
measuring, as we do, and plainly, at sizes that are given. Cold is a whole process; warm is the second and later
builds in one process, Typst's with an input that has changed.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent


def content_with(points: int) -> str:
    """The shipped content with its points repeated up to a number, each under an id of its own."""
    import yaml

    data = yaml.load((ROOT / "content" / "anglo-soviet-relations.yaml").read_text("utf-8"), yaml.BaseLoader)
    own = data["points"]
    data["points"] = []
    for number in range(points):
        point = dict(own[number % len(own)])
        if number >= len(own):
            point.pop("corrections", None)
            point["id"] = f"{point['id']}-{number}"
            point["title"] += f" ({number})"
            point["date"] = str(1917 + number % 23)
        data["points"].append(point)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def typst_data(path: Path, *, fits: bool) -> dict:
    """The same words for the peer."""
    from studypack.model.spans import Gap, paragraphs, plain
    from studypack.reading.load import load

    pack = load(path).pack

    def parts(spans):
        return [{"gap": isinstance(s, Gap), "text": s.answer if isinstance(s, Gap) else s.text} for s in spans]

    by_key = {item.key: item.point for item in pack.marked}
    sheets = []
    for sheet in pack.worksheets:
        passages = [by_key[name].text for name in sheet.points] + list(paragraphs(sheet.passage))
        bank = [part["text"] for passage in passages for part in parts(passage) if part["gap"]]
        sheets.append({"title": sheet.title, "bank": sorted(bank), "passages": [parts(p) for p in passages]})
    dated = [i.point for i in pack.marked if i.point.date]
    return {
        "fits": fits,
        "title": pack.title,
        "summary": plain(pack.summary),
        "dates": [{"date": p.date.long, "title": p.title} for p in dated],
        "people": [{"name": p.name, "text": plain(p.role)} for p in pack.people],
        "terms": [{"name": t.term, "text": plain(t.meaning)} for t in pack.glossary],
        "points": [
            {
                "side": str(i.point.side),
                "mark": i.mark,
                "date": i.point.date.long if i.point.date else "",
                "begins": (i.point.date.begins or 0) if i.point.date else 0,
                "title": i.point.title,
                "parts": parts(i.point.text),
            }
            for i in pack.marked
        ],
        "sheets": sheets,
        "moves": [{"text": plain(m.text), "note": plain(m.note)} for para in pack.evaluation.paragraphs for m in para],
        "cards": [{"front": plain(c.front), "back": plain(c.back)} for c in pack.flashcards],
        "corrections": [
            {"notes": c.notes, "here": c.here, "why": plain(c.why)} for i in pack.marked for c in i.point.corrections
        ],
    }


def timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak(command: list[str]) -> float:
    """MiB at the highest, of a child of its own."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    return float(subprocess.run([sys.executable, "-c", script, *command], check=True, capture_output=True).stdout)


def cold(runs: int, ours: list[str], theirs: list[str]) -> tuple[float, float]:
    pairs = [(timed(ours), timed(theirs)) for _ in range(runs)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def warm(runs: int, content: Path, peer: Path) -> tuple[float, float]:
    """Seconds for a build in a process that has built before; every word has changed since, as in a class set."""
    import typst

    from studypack.model.options import Flags
    from studypack.output.build import read, render

    written = content.read_text("utf-8")
    words = peer.with_suffix(".json")
    data = words.read_text("utf-8")
    ours, theirs = [], []
    compiler = typst.Compiler(input=str(peer), font_paths=[str(ROOT / "fonts")])
    for number in range(runs + 2):
        content.write_text(changed(written, number), "utf-8")
        start = time.perf_counter()
        render(read(content).pack, Flags(), "pack")
        ours.append(time.perf_counter() - start)
        words.write_text(changed(data, number), "utf-8")
        start = time.perf_counter()
        compiler.compile(input=str(peer))
        theirs.append(time.perf_counter() - start)
    content.write_text(written, "utf-8")
    words.write_text(data, "utf-8")
    return statistics.median(ours[2:]), statistics.median(theirs[2:])


def changed(text: str, number: int) -> str:
    """Other words in the title and in nearly every paragraph, as many as before."""
    for word in ("Britain", "Soviet", "Moscow", "relations"):
        text = text.replace(word, word + "abcdefghij"[number % 10])
    return text


def prepared(folder: Path, points: int, *, fits: bool) -> tuple[Path, Path]:
    """The content, and the peer's document with the same words."""
    name = f"{points}-{'fits' if fits else 'plain'}"
    content, peer = folder / f"{points}.yaml", folder / f"{name}.typ"
    content.write_text(content_with(points), "utf-8")
    (folder / f"{name}.json").write_text(json.dumps(typst_data(content, fits=fits), ensure_ascii=False), "utf-8")
    template = (FOLDER / "peer.typ.txt").read_text("utf-8")
    peer.write_text(f'#let data = json("{name}.json")\n{template}', "utf-8")
    return content, peer


def compare(folder: Path, points: int, runs: int, *, fits: bool) -> float:
    """Print one row; returns our cold seconds."""
    content, peer = prepared(folder, points, fits=fits)
    fonts = str(ROOT / "fonts")
    script = f"import typst; typst.compile({str(peer)!r}, output={str(folder / 'peer.pdf')!r}, font_paths=[{fonts!r}])"
    ours = [str(Path(sys.executable).parent / "studypack"), "build", str(content), "--out", str(folder)]
    theirs = [sys.executable, "-c", script]
    mine, other = cold(runs, ours, theirs)
    kind = "fitted" if fits else "plain"
    print(
        f"{points:5} points, peer {kind:6}  cold {mine:6.2f} s  typst {other:6.2f} s  ratio {mine / other:5.2f}", end=""
    )
    print(f"   peak {peak(ours):4.0f} MiB  typst {peak(theirs):4.0f} MiB")
    if points < 1000:
        warm_mine, warm_other = warm(runs, content, peer)
        ratio = warm_mine / warm_other
        print(f"{'':27}  warm {warm_mine:6.3f} s  typst {warm_other:6.3f} s  ratio {ratio:5.2f}")
    return mine


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--points", type=int, nargs="*", default=[22, 220, 2200])
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as name:
        last = None
        for points in options.points:
            runs = options.runs if points < 1000 else 3
            if points < 100:
                compare(Path(name), points, runs, fits=True)
            mine = compare(Path(name), points, runs, fits=False)
            print(f"{'':27}  growth {mine / last:5.2f}" if last else "", flush=True)
            last = mine


if __name__ == "__main__":
    main()
