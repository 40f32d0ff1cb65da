"""A browser's page with the preview on it, and what axe finds on it."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 360, "height": 740}


class Desk:
    """A browser's page with the preview on it; what went wrong in it is kept."""

    def __init__(self, context, server):
        self.server = server
        self.context = context
        self.faults = []
        self.asked = []
        self.tabs = []
        self.page = self.open()

    def open(self, query=""):
        page = self.context.new_page()
        self.tabs.append(page)
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(self.server.address + query)
        return page

    @property
    def status(self):
        return self.page.get_by_role("status")

    def pages(self, of="pack"):
        return self.page.locator(f"figure[id^={of}-]")

    def write(self, change):
        content = self.server.content
        content.write_text(change(content.read_text(encoding="utf-8")), encoding="utf-8")

    def fetched(self):
        """The pages whose pictures were asked for since the last time."""
        pages = [url.split("/page/")[1].split("/")[0] for url in self.asked if "/page/" in url]
        self.asked.clear()
        return pages

    def opened(self):
        """Wait until the pages are there."""
        expect(self.status).to_contain_text(re.compile(r"^\d+ pages, and \d+ page"))
        return self


ALWAYS = frozenset({"color-contrast", "color-contrast-enhanced", "label", "region", "heading-order", "bypass"})
"""Rules that have something to look at on every page."""


def violations(desk, state, rules_of=ALWAYS):
    """What axe finds to mend, in light and in dark; `rules_of` are those that must have looked at something."""
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    rules |= {"rules": {"color-contrast-enhanced": {"enabled": True}}, "resultTypes": ["violations"]}
    for scheme in ("light", "dark"):
        desk.page.emulate_media(color_scheme=scheme)
        found = Axe().run(desk.page, options=rules).response
        looked_at = {each["id"] for each in found["passes"]}
        assert looked_at >= rules_of, rules_of - looked_at
        for each in found["violations"]:
            for node in each["nodes"]:
                yield f"{state}, {scheme}: {each['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:300]}"
