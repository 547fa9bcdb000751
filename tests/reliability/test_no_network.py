"""No command ever touches the network: every one is run under a watch that ends it if it does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import lawdraft
from lawdraft.store.places import find_places

WATCH = Path(__file__).parent / "no_network"
SAMPLE = find_places().resources / "sample" / "last-year.docx"
PACKAGE = Path(lawdraft.__file__).parent
NETWORK_MODULES = r"requests|urllib\.request|http\.client|ftplib|smtplib|aiohttp|httpx"
NETWORK = re.compile(rf"^\s*(?:import|from)\s+(?:{NETWORK_MODULES}|PySide6\.QtNetwork)\b", re.M)
COMMANDS = (
    "read SAMPLE --json",
    "outline SAMPLE --json",
    "learn SAMPLE --out learned.json",
    "new --from SAMPLE --year 2026 --out new.lawdraft",
    "compose DRAFT --json",
    "check SAMPLE --library LIBRARY --json",
    "similar SAMPLE --library LIBRARY --json",
    "export SAMPLE --out out.docx",
    "export SAMPLE --out out.docx --layout red-head --public",
    "export SAMPLE --out out.pdf",
    "export SAMPLE --out out.html",
    "export SAMPLE --out out.txt",
    "export SAMPLE --out out.xlsx",
    "collect out DRAFT --out sheets",
    "library add SAMPLE --library LIBRARY",
    "library list --library LIBRARY",
    "library rebuild --library LIBRARY",
    "packs list",
    "packs import learned.json",
    "survey FOLDER --out table.xlsx",
    "demo --out demo",
)


def run(words, folder, *, home):
    path = os.pathsep.join((str(WATCH), str(PACKAGE.parent)))
    own = {**os.environ, "PYTHONPATH": path, "LAWDRAFT_HOME": str(home)}
    command = [sys.executable, "-m", "lawdraft", *words]
    return subprocess.run(
        command, cwd=folder, env=own, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with a draft, a library and what else the commands ask for."""
    place = tmp_path_factory.mktemp("desk")
    (place / "sheets").mkdir()
    for words in (
        ["new", "--from", str(SAMPLE), "--year", "2026", "--out", "DRAFT.lawdraft"],
        ["library", "add", str(SAMPLE), "--library", "LIBRARY"],
        ["learn", str(SAMPLE), "--out", "learned.json"],
    ):
        done = run(words, place, home=place / "home")
        assert done.returncode == 0, done.stderr
    return place


@pytest.mark.slow
@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_touches_no_network(line, desk):
    names = {"SAMPLE": str(SAMPLE), "DRAFT": "DRAFT.lawdraft", "FOLDER": str(SAMPLE.parent)}
    done = run([names.get(word, word) for word in line.split()], desk, home=desk / "home")
    assert "NETWORK" not in done.stderr
    assert done.returncode == 0, done.stderr


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from lawdraft.flow import Kit
from lawdraft.ui import app as ui_app
from lawdraft.ui.single import answer_calls
app = ui_app.make_application()
kit = Kit()
window = ui_app.make_window(app, kit)
window.show()
answer_calls(window, kit.places)
ui_app.warm_up(window)
window.open_path(Path(sys.argv[1]))
page = window.page("recognise")
def begun():
    page.begin()
    window.open_path(Path(sys.argv[1]).parent)  # a folder: its survey
    QTimer.singleShot(3000, window.close)
QTimer.singleShot(3000, begun)
sys.exit(app.exec())
"""


@pytest.mark.slow
def test_the_window_touches_no_network(tmp_path):
    path = os.pathsep.join((str(WATCH), str(PACKAGE.parent)))
    own = {**os.environ, "PYTHONPATH": path, "LAWDRAFT_HOME": str(tmp_path)}
    own["QT_QPA_PLATFORM"] = "offscreen"
    words = [sys.executable, "-c", WINDOW, str(SAMPLE)]
    done = subprocess.run(words, env=own, capture_output=True, text=True, check=False)
    assert "NETWORK" not in done.stderr
    assert done.returncode == 0, done.stderr


def test_the_watch_itself_bites(tmp_path):
    own = {**os.environ, "PYTHONPATH": str(WATCH)}
    code = "import socket; socket.socket(socket.AF_INET)"
    done = subprocess.run([sys.executable, "-c", code], env=own, capture_output=True, check=False)
    assert done.returncode == 99


def test_no_module_of_ours_imports_a_network_library():
    found = [
        str(file.relative_to(PACKAGE))
        for file in PACKAGE.rglob("*.py")
        if NETWORK.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []
