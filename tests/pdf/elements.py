"""The structure tree of a file, element by element, with what each holds."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Name


@dataclass(frozen=True)
class Piece:
    """A marked-content sequence that an element claims."""

    page: int
    """Its index, from 0; -1 where it names no page."""
    number: int


@dataclass(frozen=True)
class Held:
    """An annotation that an element claims."""

    page: int
    number: tuple[int, int]
    own: pikepdf.Dictionary = field(compare=False, repr=False)


@dataclass(eq=False)
class Element:
    """An element, and the way that leads to it: Document/Sect 2/Table 1/TR 3."""

    kind: str
    path: str
    own: pikepdf.Dictionary
    parent: "Element | None"
    parts: list["Element | Piece | Held"] = field(default_factory=list)
    """In reading order."""

    @property
    def kids(self) -> list["Element"]:
        return [part for part in self.parts if isinstance(part, Element)]

    @property
    def pieces(self) -> list[Piece]:
        return [part for part in self.parts if isinstance(part, Piece)]

    @property
    def annotations(self) -> list[Held]:
        return [part for part in self.parts if isinstance(part, Held)]

    @property
    def number(self) -> tuple[int, int]:
        return self.own.objgen

    def text(self, key: str) -> str | None:
        """A text of its own, such as /Alt; None where it has none."""
        return str(self.own[key]) if key in self.own else None

    def attribute(self, key: str):
        """What its attributes say under a key, whichever owner's; None where they say nothing."""
        owners = self.own.get("/A", [])
        for owner in owners if isinstance(owners, pikepdf.Array) else [owners]:
            if key in owner:
                return owner[key]
        return None

    def every(self) -> Iterator["Element"]:
        """Itself and all inside it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.every()

    def all_pieces(self) -> Iterator[Piece]:
        """All sequences inside it, in reading order."""
        for part in self.parts:
            if isinstance(part, Element):
                yield from part.all_pieces()
            elif isinstance(part, Piece):
                yield part


def tree(pdf: pikepdf.Pdf) -> Element:
    """The document element and all inside it. Raises AssertionError where the tree has no one top."""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    root = pdf.Root.StructTreeRoot
    top = _listed(root.get("/K"))
    assert len(top) == 1, f"the tree has {len(top)} tops"
    return _element(top[0], None, "Document", pages)


def _element(own, parent, path, pages) -> Element:
    made = Element(str(own.S)[1:], path, own, parent)
    counts: dict[str, int] = {}
    for part in _listed(own.get("/K")):
        if not isinstance(part, pikepdf.Dictionary):
            made.parts.append(Piece(_page(own, pages), int(part)))
        elif part.get("/Type") == Name.MCR:
            made.parts.append(Piece(_page(part if "/Pg" in part else own, pages), int(part.MCID)))
        elif part.get("/Type") == Name.OBJR:
            made.parts.append(Held(_page(part if "/Pg" in part else own, pages), part.Obj.objgen, part.Obj))
        else:
            kind = str(part.S)[1:]
            counts[kind] = counts.get(kind, 0) + 1
            made.parts.append(_element(part, made, f"{path}/{kind} {counts[kind]}", pages))
    return made


def _page(own, pages) -> int:
    return pages.get(own.Pg.objgen, -1) if "/Pg" in own else -1


def _listed(part) -> list:
    if part is None:
        return []
    return list(part) if isinstance(part, pikepdf.Array) else [part]
