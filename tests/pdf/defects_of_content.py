"""Defects in what a file says of itself and in how it looks: catalog, metadata, fonts and colours."""

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.pdf.defect import CONSISTENCY, ORDER, VALIDATOR, defect, first, fonts, rewrite

# What the catalog says.


@defect(VALIDATOR)
def no_mark_info(pdf):
    del pdf.Root.MarkInfo


@defect(VALIDATOR, CONSISTENCY)
def no_language(pdf):
    del pdf.Root.Lang


@defect(VALIDATOR, CONSISTENCY)
def a_language_that_is_none(pdf):
    pdf.Root.Lang = String("English (British)")


@defect(VALIDATOR)
def no_title_in_the_window(pdf):
    del pdf.Root.ViewerPreferences


@defect(VALIDATOR)
def no_output_intent(pdf):
    del pdf.Root.OutputIntents


@defect(VALIDATOR)
def a_script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@defect(CONSISTENCY)
def an_outline_entry_that_leads_nowhere(pdf):
    del pdf.Root.Outlines.First.Dest


# What the metadata say.


@defect(VALIDATOR)
def no_mark_of_ua(pdf):
    rewrite(pdf.Root.Metadata, rb"<pdfuaid:part>1</pdfuaid:part>", b"")


@defect(VALIDATOR)
def no_mark_of_a(pdf):
    rewrite(pdf.Root.Metadata, rb"<pdfaid:part>2</pdfaid:part>", b"")


@defect(VALIDATOR)
def no_schema_for_the_mark_of_ua(pdf):
    rewrite(pdf.Root.Metadata, rb"<pdfaExtension:schemas>.*</pdfaExtension:schemas>", b"")


@defect(VALIDATOR, CONSISTENCY)
def no_title_in_the_metadata(pdf):
    rewrite(pdf.Root.Metadata, rb"<dc:title>.*?</dc:title>", b"")


@defect(CONSISTENCY)
def a_title_of_another_file(pdf):
    rewrite(pdf.Root.Metadata, rb"(<dc:title>.*?x-default\">)[^<]*", rb"\1Another")


# Fonts and colours.


@defect(VALIDATOR)
def a_font_that_is_not_embedded(pdf):
    del fonts(pdf)[0].FontDescriptor.FontFile2


@defect(VALIDATOR, ORDER)
def a_font_without_letters(pdf):
    """Its codes say nothing of what they show."""
    del fonts(pdf)[0].ToUnicode


@defect(VALIDATOR)
def wrong_widths(pdf):
    for font in fonts(pdf):
        font.Widths = Array([500] * len(font.Widths))


@defect(ORDER)
def a_font_with_other_letters(pdf):
    """Every a is said to be an o."""
    for font in fonts(pdf):
        rewrite(font.ToUnicode, rb"<61> <0061>", b"<61> <006F>")


@defect(VALIDATOR)
def ink_in_four_colours(pdf):
    rewrite(pdf.pages[1].Contents, rb"\d\.\d+ \d\.\d+ \d\.\d+ rg", b"0 0 0 1 k")


@defect(VALIDATOR, CONSISTENCY)
def a_picture_of_paint_without_element(pdf):
    rewrite(pdf.pages[1].Contents, rb"$", b"\n0 0 10 10 re f")


# Pictures.


def images(pdf):
    return [each for each in pdf.objects if isinstance(each, Stream) and each.get("/Subtype") == Name.Image]


@defect(VALIDATOR, CONSISTENCY)
def a_picture_in_four_inks(pdf):
    images(pdf)[0].ColorSpace = Name.DeviceCMYK


@defect(VALIDATOR, CONSISTENCY)
def a_picture_that_is_smoothed(pdf):
    images(pdf)[0].Interpolate = True


@defect(CONSISTENCY)
def a_picture_with_a_mask(pdf):
    images(pdf)[0].Mask = Array([0, 0, 0, 0, 0, 0])


@defect(CONSISTENCY)
def a_picture_of_a_paragraph(pdf):
    """Its alternative is heard of no picture."""
    first(pdf, "Figure").S = Name.P


@defect(CONSISTENCY)
def a_picture_among_words(pdf):
    """It is drawn inside a paragraph: who hears that hears nothing of it."""
    drawn = rb"/Figure <</MCID (\d+)>> BDC\s+(q [^Q]* Do Q)\s+EMC"
    rewrite(pdf.pages[0].Contents, drawn, rb"/Figure <</MCID \1>> BDC EMC")
    rewrite(pdf.pages[0].Contents, rb"(/P <</MCID \d+>> BDC)", rb"\1 q 9 0 0 9 9 9 cm /FormXob.picture1 Do Q")


@defect(CONSISTENCY)
def a_picture_without_element(pdf):
    rewrite(pdf.pages[0].Contents, rb"$", b"\nq 9 0 0 9 9 9 cm /FormXob.picture1 Do Q")
