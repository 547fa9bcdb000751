"""Page ends: tall table rows go over them, tables follow full pages, the 版记 finds its room."""

import pytest
from export_samples import LONG, make_report

from lawdraft.export.pages import lay_out

RECORD = {"抄送": "县司法局，各村（社区）", "印发机关": "青禾镇党政办公室"}
PITCH = 28.95


def left_on(page):
    """Text lines that stay free at the foot of a page, the page number aside."""
    return (page.area.bottom - max(line.y for line in page.lines if line.start >= 0)) / PITCH


def test_a_tall_row_goes_over_the_foot_of_its_page(presets):
    rows = "\n".join(f"|{n}\t{LONG}{LONG}" for n in range(1, 9))
    pages = lay_out(make_report(body=f"{LONG}\n|序号\t内容\n{rows}"), presets=presets).pages
    assert len(pages) >= 3
    assert all(left_on(page) < 1 for page in pages[:-1])


@pytest.mark.parametrize("count", range(3, 9))
def test_no_empty_lines_above_a_table_that_begins_a_page(presets, count):
    lines = [f"{n}是加强学习培训，提升能力水平{LONG[: 7 + n * 5]}" for n in range(9)]
    text = "\n".join([LONG] * count + lines)
    report = make_report(body=f"{text}\n|指标\t数\n|甲\t1\n|乙\t2\n{LONG}")
    found = lay_out(report, presets=presets)
    if not any("移到了下一页" in said for said in found.warnings):
        assert all(left_on(page) < 2 for page in found.pages[:-1])


def test_record_stands_on_the_last_page_of_text_nearly_always(presets):
    lines = [f"{n}是加强学习培训，提升能力水平{LONG[: 7 + n * 5]}" for n in range(9)]
    alone = 0
    for count in range(2, 14):
        report = make_report(body="\n".join([LONG] * count + lines))
        found = lay_out(report, presets=presets, layout="red-head", options=RECORD)
        last = found.pages[-1]
        assert any("抄送" in line.text for line in last.lines)
        if not any(line.start >= 0 for line in last.lines):
            alone += 1
            assert any("单独在下一面" in said for said in found.warnings)
    assert alone <= 2


def test_names_of_attachments_may_stand_beside_the_signature(presets):
    notes = "附件：1.统计表\n" + "\n".join(f"{n}.任务清单（{n}）" for n in range(2, 9))
    for count in range(6):
        body = "\n".join([LONG] * 4 + ["特此报告。"] * count)
        pages = lay_out(make_report(body=body, notes=notes), presets=presets).pages
        page = next(p for p in pages if any("2026年1月15日" in x.text for x in p.lines))
        assert any("附件" in x.text or "清单" in x.text or "特此" in x.text for x in page.lines)
