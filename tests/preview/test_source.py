"""Watching a file that somebody writes in, with whatever their editor does to it."""

import queue
import time

import pytest

from studypack.preview import source
from studypack.preview.source import Watcher, state_of


@pytest.fixture
def told(tmp_path):
    """What the watcher of a file tells."""
    path = tmp_path / "topic.yaml"
    path.write_text("title: One", encoding="utf-8")
    heard = queue.Queue()
    watcher = Watcher(path, heard.put)
    watcher.start()
    time.sleep(3 * source._LOOKS)
    yield path, heard
    watcher.stop()
    watcher.join(5)
    assert not watcher.is_alive()


def settled(heard):
    """All that is told until there is silence."""
    found = [heard.get(timeout=10)]
    while True:
        try:
            found.append(heard.get(timeout=4 * source._LOOKS * source._PATIENCE))
        except queue.Empty:
            return found


def test_a_save_is_told_once(told):
    path, heard = told
    path.write_text("title: Another", encoding="utf-8")
    assert settled(heard) == [state_of(path)]


def test_a_new_file_of_the_same_name_and_length_is_news(told):
    path, heard = told
    other = path.with_suffix(".tmp")
    other.write_text("title: Two", encoding="utf-8")
    other.replace(path)
    assert settled(heard) == [state_of(path)]


def test_deleted_and_made_anew_is_one_save(told):
    path, heard = told
    path.unlink()
    time.sleep(4 * source._LOOKS)
    path.write_text("", encoding="utf-8")
    time.sleep(4 * source._LOOKS)
    path.write_text("title: Three", encoding="utf-8")
    assert settled(heard) == [state_of(path)]


def test_a_file_that_stays_away_is_news_and_so_is_its_return(told):
    path, heard = told
    path.unlink()
    assert settled(heard) == [None]
    path.write_text("title: Back", encoding="utf-8")
    assert settled(heard) == [state_of(path)]


def test_a_file_that_stays_empty_is_news(told):
    path, heard = told
    path.write_text("", encoding="utf-8")
    assert settled(heard) == [state_of(path)]


def test_what_is_still_being_written_waits_until_it_rests(told):
    path, heard = told
    with path.open("w", encoding="utf-8") as file:
        for _ in range(40):
            file.write("x" * 100)
            file.flush()
            time.sleep(source._LOOKS / 5)
    assert settled(heard)[-1] == state_of(path)


def test_there_is_no_state_of_what_is_no_file(tmp_path):
    assert state_of(tmp_path / "none") is None
    assert state_of(tmp_path / "nul\0l") is None
