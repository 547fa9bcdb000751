"""Who reports: names that look like words, streets by halves, speeches, units named only around."""

import pytest
from reading import LACKS, PLANS, RESULTS, report_of

BODY = f"一、主要成效\n{RESULTS}\n二、存在问题\n{LACKS}\n三、下一步打算\n{PLANS}"


def reported(opening, title=""):
    report = report_of(f"{title}\n{opening}\n{BODY}")
    return report.organisation, report.level


@pytest.mark.parametrize(
    ("opening", "unit"),
    [
        (
            "2023年，在县委的领导下，草海乡牢固树立依法行政理念，现将法治政府建设情况报告如下：",
            ("草海乡", "乡"),
        ),
        ("按照通知要求，建设街道认真开展自查，现将法治建设情况报告如下：", ("建设街道", "街道")),
        ("2023年，云岭县坚持依法行政，现将法治政府建设情况报告如下：", ("云岭县", "县")),
        ("现将云岭县水务局2023年法治政府建设情况报告如下：", ("云岭县水务局", "局")),
        (
            "2023年，东桥街党工委、办事处坚持依法行政，现将法治政府建设情况报告如下：",
            ("东桥街道", "街道"),
        ),
        (
            "各位代表：我代表蒲塘镇人民政府，向大会报告2023年法治政府建设工作，请予审议。",
            ("蒲塘镇人民政府", "镇"),
        ),
    ],
)
def test_the_unit_that_acts_where_the_report_begins(opening, unit):
    assert reported(opening) == unit


def test_a_name_that_begins_with_a_conjunction():
    assert reported("和合镇坚持依法行政。", "和合镇人民政府2023年法治政府建设年度报告") == (
        "和合镇人民政府",
        "镇",
    )


def test_words_of_the_text_are_no_unit():
    opening = (
        "2023年，我镇营造依法治镇氛围，做到小事不出村、大事不出镇，现将法治政府建设情况报告如下："
    )
    assert reported(f"{opening}营造依法治镇氛围，大事不出镇。") == (None, None)


def test_a_speech_keeps_its_speaker_and_date():
    report = report_of(
        "关于2022年法治政府建设情况的报告\n——在蒲塘镇人民代表大会第三次会议上\n蒲塘镇人民政府镇长　方一鸣\n（2023年1月5日）\n"
        f"各位代表：\n{BODY}"
    )
    assert report.title == "关于2022年法治政府建设情况的报告——在蒲塘镇人民代表大会第三次会议上"
    assert (report.addressee, str(report.date)) == ("各位代表", "2023-01-05")
    assert report.signature == "蒲塘镇人民政府镇长　方一鸣"


def test_a_page_number_below_the_opening_and_above_the_last_line():
    report = report_of(
        f"青禾镇2023年法治政府建设年度报告\n现将我镇2023年法治政府建设情况报告如下：\n第 1 页 共 2 页\n{BODY}\n- 2 -\n特此报告。\n青禾镇人民政府"
    )
    assert [removed.text for removed in report.removed] == ["第 1 页 共 2 页", "- 2 -"]


def test_a_title_broken_before_its_last_words():
    report = report_of(
        f"云岭县龙头镇2025年法治政府建设\n年度报告\n2025年，龙头镇坚持依法行政。\n{BODY}"
    )
    assert report.title == "云岭县龙头镇2025年法治政府建设年度报告"
    assert report.removed == ()


@pytest.mark.parametrize(
    "title",
    [
        "龙头镇人民政府关于2025年\n法治政府建设情况的报告",
        "龙头镇2025年度\n法治政府建设工作情况报告",
    ],
)
def test_a_title_broken_before_its_matter(title):
    report = report_of(f"{title}\n2025年，龙头镇坚持依法行政。\n{BODY}")
    assert report.title == title.replace("\n", "")
    assert report.removed == ()


def test_a_damaged_red_head_between_title_and_addressee():
    report = report_of(
        f"云岭县人民政府2016年度法治政府建设工作报告\n云政〔20178    签发人:方一鸣\n市人民政府：\n2016年，我县坚持依法行政。\n{BODY}"
    )
    assert (report.addressee, report.headings[0].text) == ("市人民政府", "一、主要成效")


def test_a_fuller_title_above_the_name_of_the_pages_column():
    report = report_of(
        f"青禾镇2024年法治政府建设年度报告\n法治政府建设情况年度报告\n2024年，青禾镇坚持依法行政。\n{BODY}"
    )
    assert report.title == "青禾镇2024年法治政府建设年度报告"


def test_the_last_part_below_a_notice():
    report = report_of(
        f"青禾镇2024年法治政府建设年度报告\n2024年，青禾镇坚持依法行政。\n一、主要成效\n{RESULTS}\n二、存在问题\n{LACKS}\n三、下一步打算\n"
        "扫一扫在手机打开当前页\n一是每季度召开例会。二是注重实效。\n青禾镇人民政府\n2025年1月20日"
    )
    assert [removed.text for removed in report.removed] == ["扫一扫在手机打开当前页"]
    assert report.signature == "青禾镇人民政府"


def test_an_annex_with_a_colon_holds_its_table_and_a_list_of_downloads_does_not():
    end = "青禾镇人民政府\n2026年1月12日\n附件1：\n"
    kept = report_of(f"青禾镇2025年法治政府建设年度报告\n{BODY}\n{end}统计表\n类别\t数量\n处罚\t18")
    assert kept.lines("annex") == ("附件1：", "统计表", "类别\t数量", "处罚\t18")
    page = report_of(
        f"青禾镇2025年法治政府建设年度报告\n{BODY}\n{end}统计表下载\n上一篇：无\n下一篇：无"
    )
    assert page.lines("annex") == ()
