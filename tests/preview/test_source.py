"""Watching a file that somebody writes in, with whatever their editor does to it."""

import queue
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from studypack.base.errors import ContentError
from studypack.base.file_folder import file_state
from studypack.preview.watcher import _GRACE_CHECKS, _INTERVAL, ContentCache, FileWatcher
from tests.pictures import picture_file


def a_save_is_told_once(path, told):
    path.write_text("title: Another", encoding="utf-8")
    return told(), [file_state(path)]


def a_new_file_of_the_same_name_and_length_is_news(path, told):
    other = path.with_suffix(".tmp")
    other.write_text("title: Two", encoding="utf-8")
    other.replace(path)
    return told(), [file_state(path)]


def deleted_and_made_anew_is_one_save(path, told):
    path.unlink()
    time.sleep(4 * _INTERVAL)
    path.write_text("", encoding="utf-8")
    time.sleep(4 * _INTERVAL)
    path.write_text("title: Three", encoding="utf-8")
    return told(), [file_state(path)]


def a_file_that_stays_away_is_news_and_so_is_its_return(path, told):
    path.unlink()
    away = told()
    path.write_text("title: Back", encoding="utf-8")
    return away + told(), [None, file_state(path)]


def a_file_that_stays_empty_is_news(path, told):
    path.write_text("", encoding="utf-8")
    return told(), [file_state(path)]


def what_is_still_being_written_waits_until_it_rests(path, told):
    with path.open("w", encoding="utf-8") as file:
        for _ in range(40):
            file.write("x" * 100)
            file.flush()
            time.sleep(_INTERVAL / 5)
    return told()[-1:], [file_state(path)]


DONE = [
    a_save_is_told_once,
    a_new_file_of_the_same_name_and_length_is_news,
    deleted_and_made_anew_is_one_save,
    a_file_that_stays_away_is_news_and_so_is_its_return,
    a_file_that_stays_empty_is_news,
    what_is_still_being_written_waits_until_it_rests,
]
"""What is done to a file; each returns what its watcher tells, and what it is to tell."""


def watched(path, do):
    path.write_text("title: One", encoding="utf-8")
    heard = queue.Queue()
    watcher = FileWatcher(lambda: (file_state(path),), lambda states: heard.put(states[0]))

    def told():
        """All that is told until there is silence."""
        found = [heard.get(timeout=10)]
        while True:
            try:
                found.append(heard.get(timeout=2 * _INTERVAL * _GRACE_CHECKS))
            except queue.Empty:
                return found

    watcher.start()
    time.sleep(3 * _INTERVAL)
    try:
        return do(path, told)
    finally:
        watcher.stop()
        watcher.join(5)
        assert not watcher.is_alive()


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Of all at once, for most of it is waiting: what is told, and what is to be, by what is done."""
    folder = tmp_path_factory.mktemp("watched")
    with ThreadPoolExecutor(len(DONE)) as pool:
        return {do: pool.submit(watched, folder / f"{do.__name__}.yaml", do) for do in DONE}


@pytest.mark.parametrize("do", DONE, ids=lambda do: do.__name__)
def test_what_a_watcher_tells(outcomes, do):
    told, wanted = outcomes[do].result()
    assert told == wanted


def test_there_is_no_state_of_what_is_no_file(tmp_path):
    assert file_state(tmp_path / "none") is None
    assert file_state(tmp_path / "nul\0l") is None


def test_a_picture_that_is_saved_is_news_and_is_read_again(tmp_path):
    pack, dam = tmp_path / "pack.yaml", tmp_path / "dam.png"
    pack.write_text("title: T\ncover: {file: dam.png, alt: A dam}\n", encoding="utf-8")
    content = ContentCache(pack)
    with pytest.raises(ContentError, match="there is no file"):
        content.read()
    absent = content.state()
    assert absent == (file_state(pack), None)
    dam.write_bytes(picture_file())
    state, loaded = content.read()
    assert state == content.state() == (file_state(pack), file_state(dam))
    assert content.read()[1] is loaded
    dam.write_bytes(picture_file(200, 90))
    assert content.state() != state
    assert content.read()[1].pack.cover.raster.width == 200
    pack.write_text("title: T\n", encoding="utf-8")
    content.read()
    assert content.state() == (file_state(pack),), "nobody asks for the picture any more"
