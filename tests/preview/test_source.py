"""Watching a file that somebody writes in, with whatever their editor does to it."""

import queue
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from studypack.preview.watcher import _GRACE_CHECKS, _INTERVAL, FileWatcher, file_state


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
    watcher = FileWatcher(path, heard.put)

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
