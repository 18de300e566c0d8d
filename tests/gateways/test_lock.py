"""One holder at a time, and no lock outlives its holder."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from arrowtui.gateways.lock import FileLock, LockTaken
from arrowtui.model.errors_store import StoreUnwritable

HOLDER = """
import sys
from pathlib import Path
from arrowtui.gateways.lock import FileLock
lock = FileLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.read()
"""


def holder(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_is_refused_and_told_by_whom(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "poller.lock"
    with FileLock(path), pytest.raises(LockTaken) as refused:
        FileLock(path).take()

    assert refused.value.holder == os.getpid()


def test_what_is_given_back_can_be_taken(tmp_path: Path) -> None:
    path = tmp_path / "poller.lock"
    first = FileLock(path)
    first.take()
    first.take()
    first.release()
    first.release()

    with FileLock(path) as second:
        assert second.is_taken()
        assert FileLock(path).is_taken()
    assert not FileLock(path).is_taken()


def test_a_file_left_behind_is_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "poller.lock"
    path.write_text("1\n")

    assert not FileLock(path).is_taken()
    FileLock(path).take()


def test_no_file_is_no_lock(tmp_path: Path) -> None:
    assert not FileLock(tmp_path / "none").is_taken()


def test_kill_9_gives_the_lock_back(tmp_path: Path) -> None:
    path = tmp_path / "poller.lock"
    with holder(path) as process:
        assert FileLock(path).is_taken()
        with pytest.raises(LockTaken) as refused:
            FileLock(path).take()
        assert refused.value.holder == process.pid
        process.send_signal(signal.SIGKILL)
        process.wait()

    with FileLock(path):
        pass


def test_a_child_process_does_not_inherit_it(tmp_path: Path) -> None:
    path = tmp_path / "poller.lock"
    lock = FileLock(path)
    lock.take()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, text=True) as child:
        lock.release()
        FileLock(path).take()
        child.communicate("\n")


def test_a_place_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StoreUnwritable) as refused:
        FileLock(tmp_path / "file" / "poller.lock").take()

    assert "poller.lock" in refused.value.hint()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_takes_no_lock_away() -> None:
    with FileLock(Path("/dev/full")) as lock:
        assert lock.is_taken()
        assert FileLock(Path("/dev/full")).is_taken()
