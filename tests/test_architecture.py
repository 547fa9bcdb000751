"""The rooms and arrows of docs/architecture.md, proven by importing."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import lawdraft

PACKAGE = Path(lawdraft.__file__).parent
BLOCK_QT = "import sys; sys.modules['PySide6'] = None\n"
HEAVY = {"docx", "lxml", "jinja2", "jieba", "numpy", "openpyxl", "PySide6"}


def modules_outside_the_window():
    names = (m.name for m in pkgutil.walk_packages([str(PACKAGE)], "lawdraft."))
    return [name for name in names if not name.startswith("lawdraft.ui")]


def run_python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_everything_outside_the_window_imports_without_qt():
    code = BLOCK_QT + "\n".join(f"import {name}" for name in modules_outside_the_window())
    done = run_python(code)
    assert done.returncode == 0, done.stderr


def test_flow_opens_without_heavy_libraries():
    code = "import sys, lawdraft.flow, lawdraft.store.places\nprint(' '.join(sys.modules))"
    loaded = set(run_python(code).stdout.split())
    assert not HEAVY & loaded


def test_no_file_is_longer_than_400_lines():
    long = {
        str(p.relative_to(PACKAGE)): n
        for p in PACKAGE.rglob("*.py")
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long
