"""200 drafts opened and closed one after the other: memory and handles stay where they were."""

import gc
import os
import sys
from pathlib import Path

import pytest

from lawdraft import flow
from lawdraft.store.drafts import sources_of, write_draft
from lawdraft.store.sample import load_sample
from lawdraft.ui import app as ui_app

DRAFTS, SETTLED = 200, 40
GROWTH = 60 << 20  # bytes of memory from the 40th draft to the 200th; a leaked one has about 2 MB
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def memory():
    gc.collect()
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def handles():
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.fixture
def drafts(home, tmp_path):
    kit = flow.Kit()
    sample = load_sample(kit.places.resources)
    last = flow.outline_file(sample.last_report, kit)
    made = []
    for number in range(3):
        path = tmp_path / f"草稿{number}.lawdraft"
        draft = flow.start_draft(last, kit, year=2026 + number)
        write_draft(path, draft, sources_of(sample.last_report))
        made.append(path)
    return kit, made


@linux
@pytest.mark.slow
def test_two_hundred_drafts_leave_nothing_behind(qtbot, qapp, drafts):
    kit, paths = drafts
    ui_app.make_application()
    window = ui_app.make_window(qapp, kit)
    window.show()
    seen = {}
    for number in range(DRAFTS):
        open_one(qtbot, window, paths[number % len(paths)])
        if number in (SETTLED, DRAFTS - 1):
            seen[number] = (memory(), handles())
    window.close()
    window.deleteLater()
    (before, files_before), (after, files_after) = seen[SETTLED], seen[DRAFTS - 1]
    assert files_after <= files_before + 4
    assert after - before < GROWTH, f"{(after - before) / 2**20:.0f} MB more"


def open_one(qtbot, window, path):
    keeper = window.desk.keeper
    window.open_path(path)
    qtbot.waitUntil(lambda: keeper.path == path, timeout=10_000)
    qtbot.wait(30)
