"""One window a user: a second start hands over what was double-clicked."""

import sys
from pathlib import Path

import pytest

from lawdraft import flow
from lawdraft.ui import single


@pytest.fixture
def places(home, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return flow.Kit().places


@pytest.fixture
def bell(places, qtbot):
    made = single.Doorbell(single.address_of(places))
    assert made.start()
    yield made
    made.close()


def in_background(work):
    import threading

    said = []
    thread = threading.Thread(target=lambda: said.append(work()))
    thread.start()
    return thread, said


def test_without_a_window_nothing_is_handed_over(places):
    assert not single.hand_over(places, ["a.lawdraft"])


def test_the_open_window_takes_the_file(places, bell, qtbot):
    with qtbot.waitSignal(bell.rung, timeout=3000) as rung:
        thread, said = in_background(lambda: single.hand_over(places, ["草稿 一.lawdraft"]))
    thread.join(3)
    assert said == [True]
    assert rung.args == [str(Path("草稿 一.lawdraft").absolute())]


def test_a_second_start_without_a_file_brings_the_window_forward(places, bell, qtbot):
    with qtbot.waitSignal(bell.rung, timeout=3000) as rung:
        thread, _ = in_background(lambda: single.hand_over(places, []))
    thread.join(3)
    assert rung.args == [""]


def test_two_user_folders_have_two_windows(places, bell, tmp_path, monkeypatch):
    monkeypatch.setenv("LAWDRAFT_HOME", str(tmp_path / "other"))
    assert not single.hand_over(flow.Kit().places, ["a.lawdraft"])


def test_rubbish_on_the_line_does_not_stop_the_listening(places, bell, qtbot):
    from multiprocessing.connection import Client

    for rubbish in (b"", b"\xff\xfe", b'{"a": 1}', b"[1, 2]"):
        with Client(bell._address, family=single._family()) as line:
            line.send_bytes(rubbish)
    with qtbot.waitSignal(bell.rung, timeout=3000):
        thread, said = in_background(lambda: single.hand_over(places, ["a.lawdraft"]))
    thread.join(3)
    assert said == [True]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes leave no file behind")
def test_the_file_of_a_killed_window_is_taken_away(places, qtbot):
    import socket

    address = single.address_of(places)
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(address)
    assert not single.hand_over(places, ["a.lawdraft"])
    bell = single.Doorbell(address)
    assert bell.start()
    bell.close()
    assert not Path(address).exists()
