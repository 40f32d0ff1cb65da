"""A desk with the shipped content on it, and a browser."""

import shutil

import pytest
from needs import program
from playwright.sync_api import expect, sync_playwright
from preview.serving import serving

# Milliseconds that a state of the page is waited for; the usual 5,000 are too few where the computer is busy.
expect.set_options(timeout=60_000)


@pytest.fixture
def content(tmp_path, shipped_path):
    """A copy of the shipped content that a test may write in."""
    folder = tmp_path / "content"
    folder.mkdir()
    return shutil.copy(shipped_path, folder / "topic.yaml")


@pytest.fixture(scope="module")
def shared(tmp_path_factory, shipped_path):
    """A server that only reads: for tests that leave the content as it is."""
    folder = tmp_path_factory.mktemp("desk") / "content"
    folder.mkdir()
    with serving(shutil.copy(shipped_path, folder / "topic.yaml")) as server:
        yield server


@pytest.fixture
def server(content):
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
