"""The figures sheet: last year beside this year, numbers as numbers, no formula smuggled in."""

from dataclasses import replace

import pytest
from export_samples import make_report
from openpyxl import load_workbook

from lawdraft import flow
from lawdraft.export import export_report
from lawdraft.export.figures import as_number
from lawdraft.model.draft import Draft, Entry
from lawdraft.model.report import Figure

DRAFT = Draft(
    2025,
    "青禾镇",
    ledger=(
        Entry("e1", "矛盾纠纷", "件", "143", "131", supplier="综治办"),
        Entry("e2", "=HYPERLINK(1)", None, None, "多次", note="=1+1"),
        Entry("e3", "内部数字", "件", "1", "2", public=False),
    ),
)


def rows(tmp_path, presets, report, **wishes):
    out = tmp_path / "f.xlsx"
    export_report(report, out, presets=presets, **wishes)
    return list(load_workbook(out).active.iter_rows(min_row=2, values_only=True))


def test_ledger_is_laid_out_with_changes_as_formulas(tmp_path, presets):
    head, first, second, _ = rows(tmp_path, presets, make_report(), draft=DRAFT)
    assert head[3:7] == ("上年", "本年", "增减", "增减率")
    assert first[3:6] == (143, 131, "=E3-D3")
    assert second[1].startswith("'=")
    assert second[8].startswith("'=")


def test_what_is_promised_for_next_year_stands_apart_below_the_results(tmp_path, presets):
    promised = Entry("e4", "执法人员", "人", "18", "20", role="target")
    draft = replace(DRAFT, ledger=(promised, *DRAFT.ledger[:1]))

    head, *found = rows(tmp_path, presets, make_report(), draft=draft)

    kind = head.index("类别")
    assert [(row[0], row[1], row[kind]) for row in found] == [
        (1, "矛盾纠纷", "今年结果"),
        (2, "执法人员", "明年目标"),
    ]


def test_the_sheet_holds_what_formulas_come_to(tmp_path):
    ledger = (
        Entry("e1", "矛盾纠纷", "件", "100", "302"),
        Entry("e2", "调解成功", "件", "97", "295"),
        Entry("e3", "成功率", "%", "97.0", role="rate", formula="{e2}/{e1}*100"),
    )
    out = tmp_path / "f.xlsx"

    flow.export(make_report(), out, flow.Kit(), draft=replace(DRAFT, ledger=ledger))

    found = list(load_workbook(out).active.iter_rows(min_row=3, values_only=True))
    assert found[2][4] == 97.7


def test_public_sheet_leaves_out_what_is_not_public(tmp_path, presets):
    found = rows(tmp_path, presets, make_report(), draft=DRAFT, public=True)
    assert not any("内部" in str(row) for row in found)


def test_figures_of_a_report_where_there_is_no_ledger(tmp_path, presets):
    report = make_report(body="调处纠纷2万余件。")
    at = report.text.index("2万余件")
    figure = Figure("2万余件", 20000, None, "件", "纠纷", "余", "result", None, at, at + 5)
    found = rows(tmp_path, presets, replace(report, figures=(figure,)))
    assert found[1][1:5] == ("纠纷", "件", None, 20000)


@pytest.mark.parametrize(
    ("printed", "number"),
    [("2万余", 20000), ("85.4", 85.4), ("1,000", 1000), ("多次", None), ("", None)],
)
def test_printed_numbers(printed, number):
    assert as_number(printed) == number
