"""The same words for the peer, Typst, in the same faces, and nothing of the system's."""

import json
import sys
from pathlib import Path

import yaml
from measuring import ROOT

from studypack.model.spans import Gap, paragraphs, plain
from studypack.reading.load import load

FONTS = str(ROOT / "fonts")
TOPIC = ROOT / "content" / "anglo-soviet-relations.yaml"


def content_with(points: int) -> str:
    """The shipped content with its points repeated up to a number, each under an id of its own."""
    data = yaml.load(TOPIC.read_text("utf-8"), yaml.BaseLoader)
    own = data["points"]
    data["points"] = []
    for number in range(points):
        point = dict(own[number % len(own)])
        if number >= len(own):
            point.pop("corrections", None)
            date = str(1917 + number % 23)
            point |= {"id": f"{point['id']}-{number}", "title": f"{point['title']} ({number})", "date": date}
        data["points"].append(point)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def words_of(path: Path) -> dict:
    """What the peer prints of a content."""
    pack = load(path).pack

    def parts(spans):
        return [{"gap": isinstance(s, Gap), "text": s.answer if isinstance(s, Gap) else s.text} for s in spans]

    def point(item):
        date, begins = (item.point.date.long, item.point.date.begins or 0) if item.point.date else ("", 0)
        named = {"side": str(item.point.side), "mark": item.mark, "title": item.point.title}
        return named | {"date": date, "begins": begins, "parts": parts(item.point.text)}

    by_key = {item.key: item.point for item in pack.marked}
    sheets = []
    for sheet in pack.worksheets:
        passages = [parts(p) for p in (*(by_key[name].text for name in sheet.points), *paragraphs(sheet.passage))]
        bank = sorted(part["text"] for passage in passages for part in passage if part["gap"])
        sheets.append({"title": sheet.title, "bank": bank, "passages": passages})
    corrections = [each for item in pack.marked for each in item.point.corrections]
    return {
        "title": pack.title,
        "summary": plain(pack.summary),
        "dates": [{"date": i.point.date.long, "title": i.point.title} for i in pack.marked if i.point.date],
        "people": [{"name": p.name, "text": plain(p.role)} for p in pack.people],
        "terms": [{"name": t.term, "text": plain(t.meaning)} for t in pack.glossary],
        "points": list(map(point, pack.marked)),
        "sheets": sheets,
        "moves": [{"text": plain(m.text), "note": plain(m.note)} for para in pack.evaluation.paragraphs for m in para],
        "cards": [{"front": plain(c.front), "back": plain(c.back)} for c in pack.flashcards],
        "corrections": [{"notes": c.notes, "here": c.here, "why": plain(c.why)} for c in corrections],
    }


def peer(folder: Path, content: Path, *, fits: bool) -> tuple[Path, Path]:
    """The peer's document and its words. It fits its copy as we do, from both ends and then by halves; or is plain."""
    document = folder / f"{content.stem}-{'halves' if fits else 'plain'}.typ"
    words = document.with_suffix(".json")
    words.write_text(json.dumps(words_of(content), ensure_ascii=False), "utf-8")
    template = (Path(__file__).parent / "peer.typ.txt").read_text("utf-8")
    document.write_text(f'#let data = json("{words.name}")\n#let fits = {str(fits).lower()}\n{template}', "utf-8")
    return document, words


def compiling(document: Path) -> list[str]:
    """The command that compiles it."""
    how = f"output={str(document.with_suffix('.pdf'))!r}, font_paths=[{FONTS!r}], ignore_system_fonts=True"
    return [sys.executable, "-c", f"import typst; typst.compile({str(document)!r}, {how})"]
