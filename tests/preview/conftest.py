"""A desk with a small content on it, servers of it, and a browser."""

import os
from functools import cache

import pytest
from needs import program
from playwright.sync_api import expect, sync_playwright
from preview.browsing import DESKTOP, PHONE, Desk
from preview.serving import serving

# Milliseconds that a state of the page is waited for; the usual 5,000 are too few where the computer is busy.
expect.set_options(timeout=60_000)


NOTES = """\
Steam power in the mills

Pros
- Speed: one engine of 1830 did the work of forty men
- Mills could stand in towns, since 1790 away from rivers

Cons
- Smoke (1840s): whole streets were black & people coughed
"""

TOPIC = """\
title: The Weimar Republic
subtitle: A democracy without democrats?
question: Did the Weimar Republic fail from the start?
summary: It was founded in defeat, and it **lived** through {{crises}}.
points:
  - side: advantage
    date: 11 August 1919
    title: A new constitution
    text: The constitution gave every adult a {{vote}}.
  - side: advantage
    date: 1924-1929
    title: Loans
    text: American {{loans}} brought some golden years.
  - side: disadvantage
    date: 28 June 1919
    title: Versailles
    text: Germany had to accept {{blame}} for the war.
  - side: disadvantage
    date: 1923
    title: Hyperinflation
    text: Money lost its {{worth}} within weeks.
evaluation:
  paragraphs:
    - - {move: judgement, text: "It failed late, {{not}} early."}
      - {move: evidence, text: "It outlived Kapp, Hitler and 1923."}
    - - {move: against, text: "Yet few had wanted it."}
glossary:
  - {term: Diktat, meaning: A peace that is dictated.}
people:
  - {name: Friedrich Ebert, role: The first president.}
"""
"""Something in every section, on a page each: it is set in a tenth of a second."""


def _on_a_desk(folder):
    (folder / "content").mkdir()
    path = folder / "content" / "topic.yaml"
    path.write_text(TOPIC, encoding="utf-8")
    return path


@pytest.fixture
def content(tmp_path):
    """A content that a test may write in."""
    return _on_a_desk(tmp_path)


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """A server that only reads: for tests that leave the content as it is."""
    with serving(_on_a_desk(tmp_path_factory.mktemp("desk"))) as server:
        yield server


@pytest.fixture(scope="session")
def lent(tmp_path_factory):
    """A server for one test after another: see `written`."""
    with serving(_on_a_desk(tmp_path_factory.mktemp("desk"))) as server:
        yield server


@pytest.fixture
def written(lent):
    """A server whose content a test may write in: it is put back, with its old date, so that its pages are kept."""
    before = lent.content.stat()
    yield lent
    lent.content.write_text(TOPIC, encoding="utf-8")
    os.utime(lent.content, ns=(before.st_atime_ns, before.st_mtime_ns))
    lent.settled()


@pytest.fixture
def server(content):
    """A server that a test may end."""
    with serving(content) as server:
        yield server


@pytest.fixture(scope="session")
def chromium():
    path = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        # Root, as in a container, may not use Chromium's sandbox.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def window(chromium):
    """A browser's window of some kind, one for all tests: a fresh one is a second's work, another tab a third of it."""
    return cache(
        lambda phone=False, **how: chromium.new_context(
            viewport=PHONE if phone else DESKTOP, has_touch=phone, reduced_motion="reduce", **how
        )
    )


@pytest.fixture
def open_desk(window):
    """Opens tabs, closes them, and holds that nothing went wrong in them."""
    desks = []

    def open_(server, **how):
        desks.append(Desk(window(**how), server))
        return desks[-1].opened()

    yield open_
    for desk in desks:
        for tab in desk.tabs:
            tab.close()
        assert desk.faults == []
