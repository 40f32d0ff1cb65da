"""Defects in the structure: its elements, how pages and tree hang together, and links."""

from pikepdf import Array, Dictionary, Name, String

from tests.pdf.defect import CONSISTENCY, HEARING, ORDER, VALIDATOR, defect, every, first, rewrite, with_links

# What the elements say.


@defect(VALIDATOR, CONSISTENCY)
def a_figure_without_alternative(pdf):
    del first(pdf, "Figure").Alt


@defect(VALIDATOR, CONSISTENCY)
def a_figure_with_an_empty_alternative(pdf):
    first(pdf, "Figure").Alt = String("")


@defect(CONSISTENCY)
def a_figure_without_box(pdf):
    del first(pdf, "Figure").A


@defect(CONSISTENCY)
def a_box_that_is_elsewhere(pdf):
    first(pdf, "Figure").A.BBox = Array([0, 0, 20, 20])


@defect(VALIDATOR, CONSISTENCY)
def a_formula_without_words(pdf):
    del first(pdf, "Formula").Alt


@defect(CONSISTENCY)
def a_formula_that_is_only_drawn(pdf):
    """Its text is taken out of the page."""
    page = next(page for page in pdf.pages if b"/Formula" in page.Contents.read_bytes())
    rewrite(page.Contents, rb"BT [^\n]*? 3 Tr [^\n]*? 0 Tr ET", b"")


@defect(CONSISTENCY)
def a_formula_that_is_only_text(pdf):
    """Its outlines are taken out of the page."""
    page = next(page for page in pdf.pages if b"/Formula" in page.Contents.read_bytes())
    rewrite(page.Contents, rb"(/Formula <</MCID \d+>> BDC\s+)q [^\n]*? f Q", rb"\1")


@defect(CONSISTENCY)
def a_heading_of_a_row_without_scope(pdf):
    del first(pdf, "TH").A.Scope


@defect(VALIDATOR, CONSISTENCY)
def a_skipped_level(pdf):
    first(pdf, "H2").S = Name.H4


@defect(VALIDATOR, CONSISTENCY)
def a_second_level_first(pdf):
    first(pdf, "H1").S = Name.H2


@defect(VALIDATOR, CONSISTENCY, ORDER)
def a_ragged_table(pdf):
    row = every(pdf, "TR")[3]
    row.K = Array(list(row.K)[:-1])


@defect(VALIDATOR, CONSISTENCY)
def a_cell_that_spans_too_much(pdf):
    first(pdf, "TD").A = Dictionary(O=Name.Table, ColSpan=2)


@defect(VALIDATOR, CONSISTENCY)
def an_item_with_a_cell(pdf):
    first(pdf, "LBody").S = Name.TD


@defect(VALIDATOR, CONSISTENCY)
def a_label_outside_items(pdf):
    first(pdf, "Lbl").S = Name.LBody


@defect(VALIDATOR, CONSISTENCY)
def a_note_without_name(pdf):
    del first(pdf, "Note").ID


@defect(VALIDATOR, CONSISTENCY)
def two_notes_of_one_name(pdf):
    one, two, *_ = every(pdf, "Note")
    two.ID = one.ID


@defect(VALIDATOR, CONSISTENCY)
def a_kind_of_our_own(pdf):
    first(pdf, "Note").S = Name.MarginNote


@defect(CONSISTENCY)
def a_language_of_an_element_that_is_none(pdf):
    first(pdf, "P").Lang = String("d")


# How pages and tree hang together.


@defect(VALIDATOR, CONSISTENCY, ORDER)
def text_without_element(pdf):
    """Text, marked as nothing that the tree knows."""
    rewrite(pdf.pages[1].Contents, rb"/P <</MCID \d+>> BDC", b"/P BMC")


@defect(VALIDATOR, CONSISTENCY, ORDER)
def text_outside_everything(pdf):
    rewrite(pdf.pages[1].Contents, rb"/P <</MCID \d+>> BDC(.*?)EMC", rb"\1")


@defect(CONSISTENCY, ORDER)
def text_taken_for_furniture(pdf):
    """A paragraph that no reader hears; the tree still claims it."""
    rewrite(pdf.pages[1].Contents, rb"/P <</MCID \d+>> BDC", b"/Artifact <</Type/Pagination>> BDC")


@defect(ORDER)
def text_taken_for_furniture_by_all(pdf):
    """The last paragraph of a page, taken out of page, tree and parent tree alike: nothing contradicts anything."""
    page = pdf.pages[1]
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[2 * int(page.obj.StructParents) + 1]
    last = len(row) - 1
    rewrite(page.Contents, rb"/\w+ <</MCID %d[^>]*>> BDC" % last, b"/Artifact <</Type/Layout>> BDC")
    element = row[last]
    kids = [kid for kid in element.K if kid != last] if isinstance(element.K, Array) else []
    if kids:
        element.K = Array(kids)
    else:
        above = element.P
        kids = above.K if isinstance(above.K, Array) else [above.K]
        above.K = Array([kid for kid in kids if isinstance(kid, int) or kid.objgen != element.objgen])
    del row[last]


@defect(CONSISTENCY)
def text_in_furniture_of_no_type(pdf):
    rewrite(pdf.pages[1].Contents, rb"/Artifact <</Type/Pagination/Subtype/Footer>> BDC", b"/Artifact BMC")


@defect(CONSISTENCY, ORDER)
def one_number_twice(pdf):
    rewrite(pdf.pages[1].Contents, rb"/MCID 1>>", b"/MCID 0>>")


@defect(CONSISTENCY)
def a_sequence_in_a_sequence(pdf):
    rewrite(pdf.pages[1].Contents, rb"EMC\s+(/\w+ <</MCID 1>> BDC.*?EMC)", rb"\1 EMC")


@defect(CONSISTENCY)
def an_end_too_many(pdf):
    rewrite(pdf.pages[1].Contents, rb"EMC", b"EMC EMC")


@defect(CONSISTENCY)
def a_sequence_that_does_not_end(pdf):
    rewrite(pdf.pages[1].Contents, rb"EMC(?!.*EMC)", b"")


@defect(VALIDATOR, CONSISTENCY)
def no_parent_tree(pdf):
    del pdf.Root.StructTreeRoot.ParentTree


@defect(CONSISTENCY)
def a_scrambled_parent_tree(pdf):
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    for at in range(1, len(nums), 2):
        if isinstance(nums[at], Array):
            nums[at] = Array(list(reversed(list(nums[at]))))


@defect(CONSISTENCY)
def a_row_too_short(pdf):
    del pdf.Root.StructTreeRoot.ParentTree.Nums[3][-1]


@defect(CONSISTENCY)
def a_page_without_its_row(pdf):
    del pdf.pages[1].obj.StructParents


@defect(CONSISTENCY)
def an_element_with_another_parent(pdf):
    one, two, *_ = every(pdf, "P")
    one.P = two


@defect(ORDER)
def sections_read_backwards(pdf):
    top = pdf.Root.StructTreeRoot.K
    top.K = Array(list(reversed(list(top.K))))


@defect(CONSISTENCY, ORDER)
def two_paragraphs_read_backwards(pdf):
    for above in every(pdf, "Sect"):
        kids = list(above.K) if isinstance(above.K, Array) else []
        at = next((at for at in range(len(kids) - 1) if kids[at].S == kids[at + 1].S == Name.P), None)
        if at is not None:
            kids[at : at + 2] = kids[at + 1], kids[at]
            above.K = Array(kids)
            return
    raise AssertionError("no two paragraphs stand together")


@defect(CONSISTENCY, ORDER, HEARING)
def a_heading_read_after_what_it_heads(pdf):
    heading = next(own for own in every(pdf, "H2") if own.P.K[0].objgen == own.objgen)
    heading.P.K = Array([*list(heading.P.K)[1:], heading])


# What is heard.


def _span_that_says(pdf, start):
    return next(own for own in every(pdf, "Span") if str(own.get("/ActualText", "")).startswith(start))


@defect(HEARING)
def an_overline_that_runs_into_its_title(pdf):
    own = _span_that_says(pdf, "Part ")
    own.ActualText = String(str(own.ActualText).removesuffix(": "))


@defect(HEARING)
def a_line_that_is_said_again_and_again(pdf):
    for own in every(pdf, "P"):
        own.ActualText = String("Heard before.")


@defect(HEARING)
def a_picture_that_says_all_that_its_list_says(pdf):
    every(pdf, "Figure")[-1].Alt = String("1921: the trade agreement. " * 7)


@defect(HEARING)
def a_task_for_the_eye_alone(pdf):
    first(pdf, "P").ActualText = String("Underline each move.")


@defect(HEARING)
def a_date_as_it_is_printed(pdf):
    del _span_that_says(pdf, "1919 to ").ActualText


@defect(HEARING, CONSISTENCY)
def a_field_that_has_a_paragraph_for_a_name(pdf):
    field = pdf.make_indirect(Dictionary(Subtype=Name.Widget, FT=Name.Tx, TU=String("Gap 1 of many. " * 9)))
    with_links(pdf).obj.Annots.append(field)
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


# Links.


@defect(CONSISTENCY)
def a_link_without_its_annotation(pdf):
    link = first(pdf, "Link")
    link.K = Array([kid for kid in link.K if not isinstance(kid, Dictionary) or "/Obj" not in kid])


@defect(VALIDATOR, CONSISTENCY)
def a_link_that_does_not_say_where_to(pdf):
    del with_links(pdf).obj.Annots[0].Contents


@defect(CONSISTENCY)
def a_link_that_says_nothing(pdf):
    with_links(pdf).obj.Annots[0].Contents = String(" ")


@defect(VALIDATOR, CONSISTENCY)
def a_link_without_way_back(pdf):
    del with_links(pdf).obj.Annots[0].StructParent


@defect(CONSISTENCY)
def two_links_with_each_others_way_back(pdf):
    one, two, *_ = with_links(pdf).obj.Annots
    one.StructParent, two.StructParent = int(two.StructParent), int(one.StructParent)


@defect(VALIDATOR, CONSISTENCY)
def a_link_in_a_paragraph(pdf):
    first(pdf, "Link").S = Name.Span


@defect(VALIDATOR, CONSISTENCY)
def a_page_tabbed_in_any_order(pdf):
    del with_links(pdf).obj.Tabs


@defect(VALIDATOR)
def a_link_that_is_not_printed(pdf):
    del with_links(pdf).obj.Annots[0].F
