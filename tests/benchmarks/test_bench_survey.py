"""A county's folder of 300 reports as one table."""

import time

import pytest
from county_reports import fill_folder

from lawdraft import flow

REPORTS, SECONDS = 300, 60.0


@pytest.mark.slow
def test_300_reports_within_a_minute(home, tmp_path, record):
    fill_folder(tmp_path / "报告", REPORTS)
    kit = flow.Kit()
    lay_out_every_third(kit, tmp_path / "报告")
    begun = time.perf_counter()
    found = flow.survey(tmp_path / "报告", kit)
    flow.export_survey(found, tmp_path / "表.xlsx")
    taken = time.perf_counter() - begun
    assert len(found.readable) == REPORTS
    note = f"{(tmp_path / '表.xlsx').stat().st_size >> 10} KB"
    assert record(
        "survey of 300 reports, a third of them .docx (s)", f"≤ {SECONDS} s", taken, note=note
    )


@pytest.mark.slow
def test_a_second_survey_of_the_same_files_is_much_faster(home, tmp_path, record):
    fill_folder(tmp_path / "报告", 60)
    kit = flow.Kit()
    flow.warm_up(kit)
    times = []
    for _ in range(2):
        begun = time.perf_counter()
        flow.survey(tmp_path / "报告", kit)
        times.append(time.perf_counter() - begun)
    assert record("survey again ÷ first time", "≤ 0.6 ×", times[1] / times[0])


def lay_out_every_third(kit, folder):
    """Word files as well: they are read in another way."""
    for text in sorted(folder.glob("*.txt"))[::3]:
        report = flow.outline_file(text, kit)
        flow.export(report, text.with_suffix(".docx"), kit)
        text.unlink()
