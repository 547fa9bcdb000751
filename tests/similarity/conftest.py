"""Fixtures of this room."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from conftest_similarity import UNITS, report

from lawdraft.similarity import Index


@pytest.fixture
def reports():
    """Nine units' reports of one year: (id, text)."""
    return [(unit, report(unit, 2024, unit)) for unit in UNITS]


@pytest.fixture
def library(tmp_path, reports):
    """A folder with these reports in a library."""
    with Index.create(tmp_path / "library") as index:
        index.add_many(reports)
    return tmp_path / "library"
