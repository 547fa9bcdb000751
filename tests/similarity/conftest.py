"""Fixtures of this room."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from conftest_similarity import UNITS, report


@pytest.fixture
def reports():
    """Nine units' reports of one year: (id, text)."""
    return [(unit, report(unit, 2024, unit)) for unit in UNITS]
