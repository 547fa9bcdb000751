"""A red head is a line of its own; a sentence that cites a document number is text."""

import pytest
from reading import PARTS, TITLE, report_of

from lawdraft.recognise.units import RED_HEAD

GOES_ON = "青禾镇坚持依法行政，法治政府建设取得新成效。现将有关情况报告如下："


@pytest.mark.parametrize(
    "cited",
    [
        "按照《关于报送年度报告的通知》（云法办〔2024〕31号）要求，",
        "根据《实施方案》（云政发[2024]3号）和《要点》（云发【2024】5号），",
        "根据云法办〔2024〕31号文件要求，",
        "2024年，我镇落实《实施纲要》（中发〔2021〕33号），",
    ],
)
@pytest.mark.parametrize("addressee", ["", "县人民政府：\n"])
def test_an_opening_that_cites_a_number_stays(cited, addressee):
    report = report_of(f"{TITLE}\n{addressee}{cited}{GOES_ON}\n{PARTS}")
    assert cited + GOES_ON in report.text
    assert report.removed == ()


@pytest.mark.parametrize(
    "line",
    [
        "青政〔2024〕3号",
        "青政发[2024] 12 号  签发人：王某",
        "云法办〔二〇二四〕7号",
        "青禾镇人民政府文件",
    ],
)
def test_a_red_head_line_is_left_out(line):
    assert RED_HEAD.match(line)
    report = report_of(f"{TITLE}\n{line}\n县人民政府：\n2024年，{GOES_ON}\n{PARTS}")
    assert [removed.text for removed in report.removed] == [line]


def test_an_annex_that_names_a_number_stays():
    annex = "附件：1.关于印发工作要点的通知（青政〔2024〕8号）"
    report = report_of(
        f"{TITLE}\n2024年，{GOES_ON}\n{PARTS}\n{annex}\n青禾镇人民政府\n2024年12月1日"
    )
    assert annex in report.text
