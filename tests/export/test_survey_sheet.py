"""The county's workbook: every file a row, a page a town, nothing taken for a formula."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from lawdraft.export.survey_sheet import write_survey
from lawdraft.model.finding import Finding
from lawdraft.model.report import Span
from lawdraft.model.survey import Copying, Passage, Survey, SurveyRow, Tally

FINDING = Finding("stale-year", "error", "年份没有改。", "2024年", 0, 5, "2025年")
ROW = SurveyRow(
    "a.docx",
    organisation="青禾镇人民政府",
    year=2025,
    title="青禾镇2025年法治政府建设年度报告",
    parts=("there", "there", "mentioned", "missing"),
    findings=(FINDING,),
    text="青禾镇2025年法治政府建设年度报告",
)


def book_of(*rows, **more):
    return load_workbook(io.BytesIO(write_survey(Survey("各镇", tuple(rows), **more))))


def cells(sheet):
    return [
        value for row in sheet.iter_rows(values_only=True) for value in row if value is not None
    ]


def test_every_file_is_a_row_of_the_overview_the_bad_ones_with_their_reason():
    book = book_of(ROW, SurveyRow("坏.docx", trouble="“坏.docx”已损坏。"))
    found = cells(book["总览"])
    assert {"青禾镇人民政府", "a.docx", "坏.docx", "“坏.docx”已损坏。", "仅提及", "缺"} <= set(
        found
    )


def test_each_town_has_a_page_that_the_overview_leads_to():
    book = book_of(ROW, replace(ROW, name="b.docx"))
    assert {"青禾镇2025", "青禾镇2025（2）"} <= set(book.sheetnames)
    links = [cell.hyperlink.location for row in book["总览"] for cell in row if cell.hyperlink]
    assert links == ["'青禾镇2025'!A1", "'青禾镇2025（2）'!A1"]
    assert "年份没有改。" in cells(book["青禾镇2025"])


@pytest.mark.parametrize("name", ["[甲]:乙*?/\\'", "很" * 80, "总览", "", "'"])
def test_any_name_of_a_unit_makes_a_sheet(name):
    book = book_of(replace(ROW, organisation=name or None))
    assert len(set(book.sheetnames)) == len(book.sheetnames)


def test_text_of_a_report_is_never_a_formula_nor_breaks_the_file():
    nasty = Finding("typo", "note", "=1+1", "\x00\x0b坏\ud800", 0, 1)
    book = book_of(
        replace(ROW, findings=(nasty,), organisation="=cmd|x", title="+1" + "长" * 40000)
    )
    cell = next(c for row in book["问题清单"] for c in row if c.value == "=1+1")
    assert cell.data_type == "s"
    assert "坏" in cells(book["问题清单"])


def test_sums_outliers_and_copied_words_have_their_sheets():
    tally = Tally("x", "矛盾纠纷", "件", ((0, 10.0), (1, 500.0)), 510.0, 255.0, (1,))
    pair = Copying(1, 0, 0.5, (Passage(Span(0, 3), Span(0, 3)),), own=False)
    other = replace(ROW, organisation="白石镇人民政府")
    book = book_of(ROW, other, tallies=(tally,), copying=(pair,))
    assert 510 in cells(book["指标汇总"])
    assert any("白石镇" in str(v) and "500" in str(v) for v in cells(book["指标汇总"]))
    assert 0.5 in cells(book["雷同矩阵"])
    assert "青禾镇" in cells(book["雷同对照"])
