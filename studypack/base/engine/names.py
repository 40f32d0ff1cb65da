"""The names in ReportLab that this program relies on, private ones included, and a check that they exist."""

import re
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

REQUIREMENT = "reportlab>=5.1,<5.2"
"""The versions that have these names with the same meaning; the same as in pyproject.toml."""

REQUIRED_NAMES = {
    "rl_config": "useA85",
    "lib.utils": "TimeStamp",
    "lib.utils:TimeStamp": "YMDhms dhh dmm",
    "pdfbase.pdfdoc": """
        Destination PDFArray PDFCatalog PDFDictionary PDFDocument PDFInfo PDFName PDFObject PDFObjectReference PDFPage
        PDFStream PDFStreamFilterZCompress PDFString PDFZCompress format
    """,
    "pdfbase.pdfdoc:PDFCatalog": "AcroForm MarkInfo Metadata StructTreeRoot __NoDefault__",
    "pdfbase.pdfdoc:PDFDocument": """
        Catalog Reference __InternalName__ _timeStamp format getXObjectName idToObject idToObjectNumberAndVersion info
        numberToId xobjDict
    """,
    "pdfbase.pdfdoc:PDFInfo": "author creator keywords producer subject title",
    "pdfbase.pdfdoc:PDFObjectReference": "format name",
    "pdfbase.pdfdoc:PDFPage": "PDFZCompress __NoDefault__ useA85",
    "pdfbase.pdfdoc:PDFStream": "content dictionary encode filters format pdfname",
    "pdfbase.pdfdoc:PDFStreamFilterZCompress": "encode pdfname",
    "pdfbase.pdfmetrics": "getRegisteredFontNames registerFont",
    "pdfbase.ttfonts": "TTFont TTFontFace makeToUnicodeCMap",
    "pdfbase.ttfonts:TTFont": """
        PDFZCompress TTFontFace face fontName getSubsetInternalName makeToUnicodeCMap splitString
    """,
    "pdfbase.ttfonts:TTFontFace": """
        PDFZCompress _pdfScale _ttf_data ascent bbox capHeight charToGlyph charWidths defaultWidth descent extractInfo
        get_table glyphPos hmetrics italicAngle makeSubset name numGlyphs stemV
    """,
    "pdfgen.canvas": "Canvas",
    "pdfgen.canvas:Canvas": """
        _addAnnotation _bookmarkReference _code _doc _formsinuse addOutlineEntry bookmarkPage save setAuthor setCreator
        setKeywords setPageSize setProducer setSubject setTitle setViewerPreference showOutline showPage
    """,
}
"""The names that each module or class must have. A class also counts as having a name that its methods use."""


def missing_names(module: Callable[[str], ModuleType]) -> list[str]:
    """Return the required names that a ReportLab lacks, each with the module's or class's name: PDFDocument.numberToId.

    `module` returns a module by its name, or raises ImportError.
    """
    missing = []
    for place, names in REQUIRED_NAMES.items():
        known = _known(_found(place, module))
        own_name = re.split("[.:]", place)[-1]
        missing += [f"{own_name}.{name}" for name in names.split() if name not in known]
    return missing


def _found(place: str, module: Callable[[str], ModuleType]) -> Any:  # noqa: ANN401  (a module or a class)
    name, _, class_name = place.partition(":")
    try:
        found = module(f"reportlab.{name}")
    except ImportError:
        return None
    return getattr(found, class_name, None) if class_name else found


def _known(thing: Any) -> set[str]:  # noqa: ANN401
    """The names that a module or a class has, and those that the class's methods use."""
    if not isinstance(thing, type):
        return {*vars(thing)} if thing else set()
    known: set[str] = set()
    for name, value in ((name, value) for kind in thing.__mro__[:-1] for name, value in vars(kind).items()):
        known.add(name)
        if isinstance(value, FunctionType):
            known.update(_used(value.__code__))
        elif isinstance(value, list):  # for example the keys that a class writes into a dictionary
            known.update(each for each in value if isinstance(each, str))
    return known


def _used(code: CodeType) -> Iterator[str]:
    """The globals and attributes that a function uses, nested functions included."""
    yield from code.co_names
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _used(each)
