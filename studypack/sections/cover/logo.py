"""The school's logo at the head of a cover, as on its letters: it stands on paper, for logos have white grounds."""

from dataclasses import replace

from studypack.layout.boxes import Box, Drawn
from studypack.layout.page import Page
from studypack.layout.style import mm
from studypack.sections.kit.pictures import logo_box
from studypack.sections.kit.section import Context

_UNDER = mm(7)
"""Between the logo and what stands under it."""


def under_logo(context: Context) -> Context:
    """Return the context of what stands on a cover under its logo, with a margin at the top that holds it."""
    theme, logo = context.theme, context.pack.style.logo
    if logo is None:
        return context
    box, width = logo_box(theme, None, logo)
    return replace(context, theme=replace(theme, top=theme.top + box.height(width) + _UNDER))


def with_logo(context: Context, cover: Box) -> Box:
    """Return a cover, which draws its own margins, with the school's logo in that at the top."""
    theme, logo = context.theme, context.pack.style.logo
    if logo is None:
        return cover
    box, width = logo_box(theme, context.tag, logo)

    def draw(page: Page, x: float, top: float, whole: float) -> None:
        cover.place(page, x, top, whole)
        box.place(page, x + theme.inner, top - theme.top, width)

    return Drawn(theme.height, draw)
