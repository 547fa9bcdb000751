"""What is exported, read back by our own reader, is the report's text."""

import pytest
from export_samples import make_report

from lawdraft import flow

RED = {"发文字号": "青禾政〔2026〕3号", "份号": "1", "抄送": "县司法局", "印发机关": "党政办公室"}


@pytest.fixture(scope="module")
def kit():
    return flow.Kit()


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".html"])
def test_text_comes_back(tmp_path, kit, suffix):
    report = flow.recognise_text(make_report(title="青禾镇2025年法治政府建设年度报告").text, kit)
    flow.export(report, tmp_path / f"a{suffix}", kit)
    again = flow.outline_file(tmp_path / f"a{suffix}", kit)
    assert again.text == report.text
    assert [h.text for h in again.headings] == [h.text for h in report.headings]
    assert (again.signature, again.date) == (report.signature, report.date)


def test_red_head_and_record_are_set_aside_again(tmp_path, kit):
    report = flow.recognise_text(make_report(title="青禾镇2025年法治政府建设年度报告").text, kit)
    flow.export(report, tmp_path / "a.docx", kit, layout="red-head", options=RED)
    assert flow.outline_file(tmp_path / "a.docx", kit).text == report.text


def test_examples_come_back_but_for_what_export_must_change(tmp_path, kit, shared):
    for path in sorted((shared / "examples").glob("*.txt")):
        report = flow.outline_file(path, kit)
        flow.export(report, tmp_path / "a.docx", kit)
        again = flow.outline_file(tmp_path / "a.docx", kit)
        assert (again.signature, again.date) == (report.signature, report.date)
        assert [h.text for h in again.headings] == [h.text for h in report.headings]
        if report.title and "image" not in report.text and not report.date:
            assert again.text == report.text
