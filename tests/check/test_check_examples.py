"""The example reports beside the checkout: their known defects are found, and little else."""

import pytest
from check_making import knowledge, recognised

from lawdraft.check import Context, check_report

DEFECTS = {
    "000": {"2025 1 20", "2024", "五千余"},
    "001": {"72余", "法制"},
    "002": {"“626”", "“124”"},
    "003": {"奔实", "《信访条例》", "《行政处罚程序》", "《人民陪审员》", "法制", "[image: image1.png]", "100"},
    "004": {"43人", "4", "5-10"},
}  # fmt: skip


@pytest.mark.parametrize("number", sorted(DEFECTS))
def test_known_defects_are_found(shared, number):
    file = next((shared / "examples").glob(f"{number}_*.txt"))
    found = check_report(recognised(file.read_text("utf-8")), Context(knowledge()))
    assert DEFECTS[number] <= {finding.excerpt for finding in found}


@pytest.mark.parametrize("number", sorted(DEFECTS))
def test_no_neighbour_is_imagined(shared, number):
    file = next((shared / "examples").glob(f"{number}_*.txt"))
    found = check_report(recognised(file.read_text("utf-8")), Context(knowledge()))
    invented = {"foreign-place", "numbering", "stale-year", "sum-mismatch", "rate-mismatch"}
    assert not [f for f in found if f.rule in invented]
