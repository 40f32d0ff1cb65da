"""What validators do not look at: that pages, structure tree, parent tree and annotations say the same of each other.

Every check takes a tagged file and yields what is wrong with it; `CHECKS` names them all.
"""

from collections import Counter, defaultdict

import pikepdf
from pikepdf import Name

from tests.pdf.elements import Held, Piece
from tests.pdf.tagged import Finding

_HOLDERS = {"/Link": "Link", "/Widget": "Form"}
"""The kind of element that holds a kind of annotation (ISO 14289-1, 7.18)."""


def sequences_are_sound(tagged):
    """Balanced and not nested, each number once, and no text but in an element or in furniture that says what it is."""
    for index, page in enumerate(tagged.pages):
        for fault in page.faults:
            yield Finding("sequences", fault, index)
        if page.loose.text or page.loose.paints:
            yield Finding("sequences", f"something is shown outside all of them: {page.loose.text!r}", index)
        for each in page.sequences:
            if each.is_artifact and each.text.strip() and not each.typed:
                yield Finding("sequences", f"text in an artifact of no type: {each.text!r}", index)
        counts = Counter(each.number for each in page.sequences if each.number is not None)
        for number, times in counts.items():
            if times > 1:
                yield Finding("sequences", f"number {number} is given {times} times", index)
        if set(counts) != set(range(len(counts))):
            yield Finding("sequences", f"the {len(counts)} numbers do not run from 0", index)


def every_sequence_has_its_element(tagged):
    """What the pages mark is what the elements claim, once each; a sequence is called after its element."""
    owners = _owners(tagged)
    marked = {
        Piece(index, each.number): each
        for index, page in enumerate(tagged.pages)
        for each in page.sequences
        if each.number is not None
    }
    for piece, elements in owners.items():
        if piece not in marked:
            yield Finding("claims", f"there is no sequence {piece.number}", piece.page, elements[0].path)
        elif len(elements) > 1:
            yield Finding("claims", f"sequence {piece.number} is another's, too", piece.page, elements[1].path)
        elif marked[piece].name not in (elements[0].kind, "Span", "Link"):
            message = f"sequence {piece.number} is called {marked[piece].name}"
            yield Finding("claims", message, piece.page, elements[0].path)
    for piece, sequence in marked.items():
        if piece not in owners:
            yield Finding("claims", f"sequence {piece.number} is nobody's: {sequence.text!r}", piece.page)


def the_parent_tree_leads_back(tagged):
    """From each page's row to the very elements that claim its sequences, and from nothing else."""
    rows = _parent_tree(tagged)
    owners = {piece: elements[0].number for piece, elements in _owners(tagged).items()}
    used = Counter()
    for index, page in enumerate(tagged.pdf.pages):
        key = int(page.obj.get("/StructParents", -1))
        used[key] += 1
        row = rows.get(key)
        if not isinstance(row, pikepdf.Array):
            yield Finding("parent tree", f"no row under {key}", index)
            continue
        numbers = [each.number for each in tagged.pages[index].sequences if each.number is not None]
        if len(row) != len(numbers):
            yield Finding("parent tree", f"{len(row)} entries for {len(numbers)} sequences", index)
        for number, entry in enumerate(row):
            if owners.get(Piece(index, number)) != entry.objgen:
                yield Finding("parent tree", f"sequence {number} is not that of object {entry.objgen[0]}", index)
    used.update(int(each.StructParent) for _, each in _annotations(tagged) if "/StructParent" in each)
    for key in used.keys() | rows.keys():
        if used[key] != 1:
            yield Finding("parent tree", f"key {key} is used {used[key]} times")
    if list(rows) != sorted(rows):
        yield Finding("parent tree", "the keys are not in order")


def every_element_knows_its_parent(tagged):
    """/P leads to the element that has it among its kids (14.7.2)."""
    top = tagged.pdf.Root.StructTreeRoot.objgen
    for element in tagged.root.every():
        above = element.parent.number if element.parent else top
        if "/P" not in element.own or element.own.P.objgen != above:
            yield Finding("parents", "its /P is not its parent", element=element.path)
        if not element.parts and element.kind not in ("TR", "TH", "TD"):
            yield Finding("parents", "there is nothing in it", element=element.path)


def every_annotation_has_its_element(tagged):
    """OBJR and StructParent lead to each other; an element of the right kind holds it, once; it says what it is for."""
    rows = _parent_tree(tagged)
    holders = defaultdict(list)
    for element in tagged.root.every():
        for held in element.annotations:
            holders[held.number].append((element, held))
    there = {own.objgen for _, own in _annotations(tagged)}
    for number, held in holders.items():
        if number not in there:
            yield Finding("annotations", f"object {number[0]} is on no page", element=held[0][0].path)
    for index, own in _annotations(tagged):
        found = holders.get(own.objgen, [])
        if len(found) != 1:
            yield Finding("annotations", f"object {own.objgen[0]} is held by {len(found)} elements", index)
            continue
        element, held = found[0]
        row = rows.get(int(own.get("/StructParent", -1)))
        if not isinstance(row, pikepdf.Dictionary) or row.objgen != element.number:
            yield Finding("annotations", "its StructParent leads elsewhere", index, element.path)
        if held.page != index:
            yield Finding("annotations", "its OBJR names another page", index, element.path)
        if element.kind != _HOLDERS.get(str(own.Subtype)):
            yield Finding("annotations", f"a {own.Subtype} in a {element.kind}", index, element.path)
        if not str(own.get("/Contents", own.get("/TU", ""))).strip():
            yield Finding("annotations", "it does not say what it is for", index, element.path)


def words_are_read_as_they_are_drawn(tagged):
    """An element with words of its own holds them, and the elements among them, in the order of the page."""
    for element in tagged.root.every():
        if element.pieces:
            starts = [
                part if isinstance(part, Piece) else next(part.all_pieces(), None)
                for part in element.parts
                if not isinstance(part, Held)
            ]
            places = [(start.page, start.number) for start in starts if start]
            if places != sorted(places):
                yield Finding("order", "its words are not read as they are drawn", places[0][0], element.path)


def pages_are_painted_as_they_are_read(tagged):
    """On no page is there a step back: readers that ignore tags hear the content as it is painted."""
    before = {}
    for element, piece in _claims(tagged.root):
        if piece.number < before.get(piece.page, -1):
            yield Finding(
                "painting", f"sequence {piece.number} is read after {before[piece.page]}", piece.page, element.path
            )
        before[piece.page] = piece.number


def _claims(element):
    """Every sequence that is read, with its element, in reading order: of a picture its alternative is read."""
    for part in element.parts if element.kind != "Figure" else ():
        if isinstance(part, Piece):
            yield element, part
        elif not isinstance(part, Held):
            yield from _claims(part)


def pages_are_tabbed_in_order(tagged):
    """/Tabs /S: through annotations in the structure's order (ISO 14289-1, 7.18.3)."""
    for index, page in enumerate(tagged.pdf.pages):
        if page.obj.get("/Tabs") != Name.S:
            yield Finding("tabs", "they do not follow the structure", index)


def the_metadata_agree(tagged):
    """The information dictionary and XMP say the same of title and language (ISO 19005-2, 6.6.2.1)."""
    with tagged.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        pairs = [
            ("title", str(tagged.pdf.docinfo.get("/Title", "")), xmp.get("dc:title", "")),
            ("language", {str(tagged.pdf.Root.get("/Lang", ""))}, set(xmp.get("dc:language", ()))),
        ]
    for what, own, other in pairs:
        if own != other:
            yield Finding("metadata", f"the {what} is {own!r} in one place and {other!r} in the other")


CHECKS = (
    sequences_are_sound,
    every_sequence_has_its_element,
    the_parent_tree_leads_back,
    every_element_knows_its_parent,
    every_annotation_has_its_element,
    words_are_read_as_they_are_drawn,
    pages_are_painted_as_they_are_read,
    pages_are_tabbed_in_order,
    the_metadata_agree,
)


def _owners(tagged):
    owners = defaultdict(list)
    for element in tagged.root.every():
        for piece in element.pieces:
            owners[piece].append(element)
    return owners


def _annotations(tagged):
    for index, page in enumerate(tagged.pdf.pages):
        for own in page.obj.get("/Annots", []):
            yield index, own


def _parent_tree(tagged):
    """The rows of the parent tree by their keys; of one node, as we write it."""
    nums = tagged.pdf.Root.StructTreeRoot.get("/ParentTree", {}).get("/Nums", [])
    return {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
