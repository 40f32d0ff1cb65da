"""Files are written whole or not at all."""

import errno
import os
import stat

import pytest

from studypack.base.errors import OutputError
from studypack.base.files import make_folder, write_file, write_files


def test_a_file_appears_whole_and_alone(tmp_path):
    write_file(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_the_user_s_umask_decides_who_may_read_it(tmp_path):
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "a.pdf", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_on_the_way_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    (tmp_path / "a.pdf").write_bytes(b"old")

    def fail(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OutputError, match="no space left on device"):
        write_file(tmp_path / "a.pdf", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_gone_is_told_in_the_system_s_words(tmp_path):
    with pytest.raises(OutputError, match="no such file or directory"):
        write_file(tmp_path / "missing" / "a.pdf", b"new")


def test_a_link_is_replaced_and_not_followed(tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"precious")
    (tmp_path / "a.pdf").symlink_to("real.pdf")
    write_file(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "real.pdf").read_bytes() == b"precious"
    assert not (tmp_path / "a.pdf").is_symlink()


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(OutputError, match="is a file") as caught:
        make_folder(tmp_path / "out")
    assert caught.value.problems[0].hint == "choose another folder: --out"
    with pytest.raises(OutputError):
        make_folder(tmp_path / "out" / "below")


def test_files_are_written_together_or_not_at_all(tmp_path):
    (tmp_path / "pack.pdf").write_bytes(b"old")
    (tmp_path / "pack-answers.pdf").mkdir()
    with pytest.raises(OutputError, match=r"pack-answers\.pdf: there is a folder of that name"):
        write_files([(tmp_path / "pack.pdf", b"new"), (tmp_path / "pack-answers.pdf", b"new")])
    assert (tmp_path / "pack.pdf").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pack-answers.pdf", "pack.pdf"]
