"""The self-check sheet says what the window says: the same findings, levels and shares."""

import pytest
from county_reports import report_text

from lawdraft import flow
from lawdraft.store.sample import load_sample


@pytest.fixture
def begun():
    kit = flow.Kit()
    last = flow.load_report(load_sample(kit.places.resources).last_report, kit)[0]
    return kit, flow.start_draft(last, kit, year=2026), last


def sheet(begun, tmp_path, library=None):
    kit, draft, last = begun
    checked = flow.LiveCheck(kit).check(flow.compose(draft, kit), draft, last, library)
    flow.export_self_check(checked, tmp_path / "自查表.docx", kit)
    lines = flow.read_file(tmp_path / "自查表.docx").lines
    return checked, [line.text for line in lines]


def test_findings_are_told_with_the_levels_of_the_window(begun, tmp_path):
    checked, lines = sheet(begun, tmp_path)
    words = "\n".join(lines)
    errors = sum(f.level == "error" for f in checked.findings)
    assert f"必须改 {errors} 条" in words
    assert all(len(line) < 600 for line in lines)


def test_without_a_library_it_says_so(begun, tmp_path):
    _checked, lines = sheet(begun, tmp_path)
    assert any("没有与外单位的报告比对" in line for line in lines)


def test_the_three_shares_stand_there(begun, tmp_path):
    kit = begun[0]
    (tmp_path / "石桥镇.txt").write_text(report_text("石桥", 2025), encoding="utf-8")
    list(flow.add_to_library([tmp_path / "石桥镇.txt"], tmp_path / "library", kit))
    checked, lines = sheet(begun, tmp_path, tmp_path / "library")
    assert f"与报告库比对：抄自别处 {checked.comparison.others:.1%}" in "\n".join(lines)
