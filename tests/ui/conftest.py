"""A window on the bundled sample, with the user's folders of this test alone."""

import threading

import pytest

from lawdraft import flow
from lawdraft.store.sample import load_sample
from lawdraft.ui import app as ui_app


@pytest.fixture
def kit(home):
    return flow.Kit()


@pytest.fixture
def window(qtbot, qapp, kit):
    """The real window, shown offscreen; all its threads are gone at the end."""
    before = set(threading.enumerate())
    ui_app.make_application()
    made = ui_app.make_window(qapp, kit)
    made.resize(1366, 740)
    made.showNormal()
    made.resize(1366, 740)
    crashed = []
    made.desk.tasks.crashed.connect(crashed.append)
    yield made
    made.close()
    made.deleteLater()
    qtbot.wait(10)
    left = [
        each
        for each in set(threading.enumerate()) - before
        if each.name in ("worker", "saver", "similar")
    ]
    assert not left, "threads are left behind"
    assert not crashed, crashed


@pytest.fixture
def sample(kit):
    return load_sample(kit.places.resources)


@pytest.fixture
def drafted(window, qtbot, sample):
    """The window with a draft begun from the sample's last report."""
    window.open_path(sample.last_report)
    page = window.page("recognise")
    qtbot.waitUntil(lambda: page.tree.nodes.rowCount() > 0, timeout=20000)
    page.begin()
    qtbot.waitUntil(lambda: window.desk.session.report is not None, timeout=20000)
    return window
