"""What stands round a body in habits of print: broken titles, spaced names, dates in brackets."""

import pytest
from reading import OPENING, PARTS, TITLE, report_of

from lawdraft.recognise.units import printed_name

BODY = f"{OPENING}\n{PARTS}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("青禾镇人民政府2024年", "法治政府建设年度报告"),
        ("青禾镇2024年度", "法治政府建设工作报告"),
        ("青禾镇2024年", "法治政府建设情况报告"),
        ("青禾镇人民政府", "法治政府建设年度报告"),
        ("2024年青禾镇", "法治政府建设年度报告"),
        ("青禾农场2024年", "法治政府建设年度报告"),
        ("青禾镇二〇二四年", "法治政府建设工作报告"),
        ("青禾镇人民政府\n2024年度", "法治政府建设年度报告"),
        ("云岭县青禾镇人民政府关于2024年", "法治政府建设年度报告"),
    ],
)
def test_a_title_whose_rest_reads_like_a_column_of_the_page(first, second):
    report = report_of(f"{first}\n{second}\n{BODY}\n青禾镇人民政府\n2025年1月20日")
    assert report.title == first.replace("\n", "") + second
    assert report.removed == ()


def test_a_column_of_the_page_above_the_title_stays_out():
    report = report_of(
        f"云岭县人民政府\n法治政府建设年度报告\n发布日期：2025-01-20 来源：青禾镇\n{TITLE}\n{BODY}"
    )
    assert report.title == TITLE


@pytest.mark.parametrize("blank", [" ", "　", "  "])
@pytest.mark.parametrize("day", ["2025年1月20日", "二〇二五年一月二十日", "2025-01-20"])
def test_a_signature_in_spaced_letters(blank, day):
    report = report_of(f"{TITLE}\n{BODY}\n{blank.join('青禾镇人民政府')}\n{day}")
    assert (report.signature, str(report.date)) == ("青禾镇人民政府", "2025-01-20")
    assert report.removed == ()


def test_blanks_between_whole_names_stay():
    assert printed_name("中共青禾镇委员会 青禾镇人民政府") == "中共青禾镇委员会 青禾镇人民政府"
    assert printed_name("青禾镇 司 法 所") == "青禾镇司法所"
    assert printed_name("青 禾 镇 党 委　　青 禾 镇 人 民 政 府") == "青禾镇党委 青禾镇人民政府"


def test_a_date_in_spaced_letters():
    report = report_of(f"{TITLE}\n{BODY}\n青禾镇人民政府\n二 〇 二 五 年 一 月 二 十 日")
    assert str(report.date) == "2025-01-20"
    assert report.removed == ()


@pytest.mark.parametrize("line", ["（二〇二五年一月二十日）", "青禾镇人民政府（2025年1月20日）"])
def test_what_stands_below_the_title_is_no_heading(line):
    report = report_of(f"{TITLE}\n{line}\n{BODY}")
    assert str(report.date) == "2025-01-20"
    assert len(report.headings) == 3


@pytest.mark.parametrize("title", [TITLE, "青禾镇关于2024年法治政府建设\n工作情况的报告"])
def test_a_date_in_brackets_below_the_title_is_the_reports(title):
    report = report_of(f"{title}\n（2025年1月20日）\n{BODY}")
    assert report.title == title.replace("\n", "")
    assert str(report.date) == "2025-01-20"
