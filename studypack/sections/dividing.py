"""Rules between the parts of a page."""

from studypack.typeset.boxes import HorizontalRule
from studypack.typeset.page import Page


class DividingRule(HorizontalRule):
    """A rule over a part; none at the top of a page, where the running head has one already."""

    def place(self, page: Page, x: float, top: float, width: float) -> None:
        """Along the top edge."""
        if top < page.frame.top - 1:
            super().place(page, x, top, width)
