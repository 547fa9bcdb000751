"""Fixtures for all tests: user folders that are nobody's, and the examples where they stand."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """User data, cache and settings of this test alone."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("LAWDRAFT_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def shared():
    """The folder of examples and measured facts beside the checkout; skips where it is not."""
    folder = ROOT.parent / "shared"
    if not (folder / "examples").is_dir():
        pytest.skip("no ../shared beside this checkout")
    return folder


@pytest.fixture(scope="session")
def python():
    """The interpreter that runs the tests, for tests of the command line."""
    return sys.executable
