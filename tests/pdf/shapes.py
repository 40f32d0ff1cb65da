"""The shapes that elements must have: headings that skip no level, regular tables, whole lists, described pictures."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pikepdf

from tests.pdf.elements import Piece
from tests.pdf.tagged import Finding

_BCP47 = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*")
"""Language, script, region and variants (RFC 5646, 2.1)."""
_STANDARD = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"),
    *("P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
    *("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form"),
}
"""Of ISO 32000-1, 14.8.4, without those that say nothing of what they are; we map no roles."""
_KIDS = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
}
"""What may stand in what (14.8.4.3)."""
_PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "Lbl": {"LI", "Note", "TOCI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "TOCI": {"TOC"},
}
_HEADING = re.compile(r"H[1-6]")
_ROUNDING = 3.0
"""Points: a box is that of capitals and descenders, and lines have a thickness."""


def elements_stand_where_they_may(tagged):
    for element in tagged.root.every():
        if element.kind not in _STANDARD:
            yield Finding("kinds", f"{element.kind} is no standard kind", element=element.path)
        above = element.parent.kind if element.parent else ""
        if element.kind in _PARENTS and above not in _PARENTS[element.kind]:
            yield Finding("kinds", f"a {element.kind} in a {above or 'file'}", element=element.path)
        allowed = _KIDS.get(element.kind)
        for kid in element.kids if allowed else ():
            if kid.kind not in allowed:
                yield Finding("kinds", f"a {kid.kind} in a {element.kind}", element=kid.path)
        if allowed and element.pieces:
            yield Finding("kinds", f"words straight in a {element.kind}", element=element.path)


def lists_are_whole(tagged):
    for element in tagged.root.every():
        if element.kind == "L" and not any(kid.kind == "LI" for kid in element.kids):
            yield Finding("lists", "it has no items", element=element.path)
        if element.kind == "LI":
            counts = Counter(kid.kind for kid in element.kids)
            if counts["LBody"] != 1 or counts["Lbl"] > 1:
                yield Finding("lists", f"an item of {dict(counts)}", element=element.path)


def headings_skip_no_level(tagged):
    """The first is an H1, and none is more than one level below the one before it (ISO 14289-1, 7.4.2)."""
    headings = [element for element in tagged.root.every() if _HEADING.fullmatch(element.kind)]
    levels = [0, *(int(element.kind[1]) for element in headings)]
    for element, (before, level) in zip(headings, pairwise(levels), strict=True):
        if level > before + 1:
            yield Finding("headings", f"an H{level} after an H{before}", element=element.path)
        if not any(True for _ in element.all_pieces()):
            yield Finding("headings", "it says nothing", element=element.path)


def headings_come_before_what_stands_under_them(tagged):
    """What has a heading above it on its page, and in its column, is read after that heading."""
    heads = {
        piece: element
        for element in tagged.root.every()
        if _HEADING.fullmatch(element.kind)
        for piece in element.all_pieces()
    }
    lines = defaultdict(list)
    for place, piece in enumerate(tagged.root.all_pieces()):
        shown = tagged.sequences.get((piece.page, piece.number))
        lines[piece.page] += [(place, piece, *line) for line in (shown.lines if shown else ())]
    for page, shown in lines.items():
        headings = [line for line in shown if line[1] in heads]
        for place, piece, left, right, baseline in shown:
            over = [line for line in headings if line[4] > baseline + _ROUNDING and line[2] < right and left < line[3]]
            nearest = min(over, key=lambda line: line[4], default=None)
            if piece not in heads and nearest and nearest[0] > place:
                heading, words = heads[nearest[1]], tagged.sequences[piece.page, piece.number].text
                yield Finding("headings", f"it is read after {words[:30]!r}, which stands under it", page, heading.path)


def figures_are_described_and_boxed(tagged):
    for element in tagged.root.every():
        if element.kind != "Figure":
            continue
        if not (element.text("/Alt") or "").strip():
            yield Finding("figures", "it has no Alt", element=element.path)
        box = element.attribute("/BBox")
        if box is None:
            yield Finding("figures", "it has no BBox", element=element.path)
            continue
        box = [float(each) for each in box]
        pieces = list(element.pieces)
        pages = {piece.page for piece in pieces}
        if len(pages) != 1:
            yield Finding("figures", f"its own drawing is on {len(pages)} pages", element=element.path)
        for piece in pieces:
            drawn = tagged.sequences.get((piece.page, piece.number))
            if drawn and drawn.points and not _holds(box, drawn.extent):
                message = f"its BBox {box} does not hold {[round(each, 1) for each in drawn.extent]}"
                yield Finding("figures", message, piece.page, element.path)


def formulas_are_said_and_copied(tagged):
    """In words, or as they were typed; what is only drawn would neither be heard nor copied."""
    for element in tagged.root.every():
        if element.kind != "Formula":
            continue
        if not (element.text("/Alt") or "").strip():
            yield Finding("formulas", "it has no Alt", element=element.path)
        shown = [tagged.sequences.get((piece.page, piece.number)) for piece in element.all_pieces()]
        if not any(each and each.text.strip() for each in shown):
            yield Finding("formulas", "it has no text to copy", element=element.path)
        if not any(each and each.paints for each in shown):
            yield Finding("formulas", "nothing is drawn", element=element.path)


def images_are_of_pictures(tagged):
    """What paints an image is a Figure, or decoration; never words, whose reader would hear nothing of it."""
    kinds = {piece: element for element in tagged.root.every() for piece in element.pieces}
    for index, page in enumerate(tagged.pages):
        if page.loose.images:
            yield Finding("images", "one is in no sequence", index)
        for each in page.sequences:
            owner = kinds.get(Piece(index, each.number))
            if each.images and not each.is_artifact and (owner is None or owner.kind != "Figure"):
                yield Finding("images", f"one is in a {owner.kind if owner else 'sequence of nothing'}", index)


def images_are_plain(tagged):
    """Eight bits of grey or sRGB: nothing that a printer would have to see through, guess or smooth (ours alone)."""
    for own in tagged.pdf.objects:
        if not isinstance(own, pikepdf.Stream) or own.get("/Subtype") != pikepdf.Name.Image:
            continue
        for key in own.keys() & {"/SMask", "/Mask", "/Decode", "/Interpolate", "/Alternates", "/OPI"}:
            yield Finding("images", f"object {own.objgen[0]} has {key}")
        if own.get("/ColorSpace") not in (pikepdf.Name.DeviceGray, pikepdf.Name.DeviceRGB):
            yield Finding("images", f"object {own.objgen[0]} is in {own.get('/ColorSpace')}")
        if own.get("/BitsPerComponent") != 8:
            yield Finding("images", f"object {own.objgen[0]} has {own.get('/BitsPerComponent')} bits a sample")


def _holds(box, extent):
    left, bottom, right, top = box
    return (
        extent[0] >= left - _ROUNDING
        and extent[1] >= bottom - _ROUNDING
        and extent[2] <= right + _ROUNDING
        and extent[3] <= top + _ROUNDING
    )


def tables_are_regular(tagged):
    """As many cells in each row, spans counted; some are headings, and each of these says of what."""
    for table in (element for element in tagged.root.every() if element.kind == "Table"):
        rows = [element for element in table.every() if element.kind == "TR" and _table_of(element) is table]
        taken, widths = Counter(), set()
        for index, row in enumerate(rows):
            width = taken[index]
            for cell in row.kids:
                columns, deep = int(cell.attribute("/ColSpan") or 1), int(cell.attribute("/RowSpan") or 1)
                width += columns
                for below in range(index + 1, index + deep):
                    taken[below] += columns
            widths.add(width)
        if len(widths) != 1 or any(row >= len(rows) for row in taken):
            yield Finding("tables", f"rows of {sorted(widths)} cells", element=table.path)
        heads = [cell for row in rows for cell in row.kids if cell.kind == "TH"]
        if not heads:
            yield Finding("tables", "it has no headings", element=table.path)
        for head in heads:
            if str(head.attribute("/Scope")) not in ("/Row", "/Column", "/Both"):
                yield Finding("tables", "it has no Scope", element=head.path)


def _table_of(row):
    """The table that a row is of: a cell may hold a table of its own."""
    while row.kind != "Table":
        row = row.parent
    return row


def notes_have_names(tagged):
    """Each an ID of its own, which leads to it (ISO 14289-1, 7.9)."""
    notes = [element for element in tagged.root.every() if element.kind == "Note"]
    names = tagged.pdf.Root.StructTreeRoot.get("/IDTree", {}).get("/Names", [])
    named = {str(names[at]): names[at + 1].objgen for at in range(0, len(names), 2)}
    seen = set()
    for note in notes:
        name = note.text("/ID") or ""
        if not name or name in seen:
            yield Finding("notes", f"its ID {name!r} is not its own", element=note.path)
        elif named.get(name) != note.number:
            yield Finding("notes", f"its ID {name!r} does not lead to it", element=note.path)
        seen.add(name)
    if list(named) != sorted(named):
        yield Finding("notes", "the IDs are not in order")


def links_hold_their_annotation(tagged):
    for element in tagged.root.every():
        if element.kind == "Link" and not element.annotations:
            yield Finding("links", "it leads nowhere", element=element.path)
        if element.kind == "Link" and not list(element.all_pieces()):
            yield Finding("links", "it has no words", element=element.path)


def languages_are_languages(tagged):
    if not _BCP47.fullmatch(str(tagged.pdf.Root.get("/Lang", ""))):
        yield Finding("languages", "the file's is none")
    for element in tagged.root.every():
        lang = element.text("/Lang")
        if lang is not None and not _BCP47.fullmatch(lang):
            yield Finding("languages", f"{lang!r} is none", element=element.path)


def what_is_said_is_not_empty(tagged):
    """An Alt or an E of no words hides an element from its reader; an empty ActualText does so on purpose."""
    for element in tagged.root.every():
        for key in ("/Alt", "/E"):
            if key in element.own and not element.text(key).strip():
                yield Finding("words", f"its {key} is empty", element=element.path)


def the_outline_leads_to_pages(tagged):
    pages = {page.obj.objgen for page in tagged.pdf.pages}
    for entry in _outline(tagged.pdf.Root.get("/Outlines")):
        title = str(entry.get("/Title", ""))
        if not title.strip():
            yield Finding("outline", "an entry has no title")
        target = entry.get("/Dest")
        if not isinstance(target, pikepdf.Array) or target[0].objgen not in pages:
            yield Finding("outline", f"{title!r} leads to no page")


def _outline(above):
    entry = above.get("/First") if above is not None else None
    while entry is not None:
        yield entry
        yield from _outline(entry)
        entry = entry.get("/Next")


SHAPES = (
    elements_stand_where_they_may,
    lists_are_whole,
    headings_skip_no_level,
    headings_come_before_what_stands_under_them,
    figures_are_described_and_boxed,
    formulas_are_said_and_copied,
    images_are_of_pictures,
    images_are_plain,
    tables_are_regular,
    notes_have_names,
    links_hold_their_annotation,
    languages_are_languages,
    what_is_said_is_not_empty,
    the_outline_leads_to_pages,
)
