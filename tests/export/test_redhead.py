"""The red head and the signature: each element in its place, in type and measure."""

from dataclasses import replace

import pytest
from export_samples import make_report

from lawdraft.export.pages import lay_out
from lawdraft.model.errors import BadUsageError

MM = 72 / 25.4
EM = 15.75


def first_page(presets, options, report=None):
    pages = lay_out(report or make_report(), presets=presets, layout="red-head", options=options)
    return pages.pages[0]


def line_of(page, words):
    return next(line for line in page.lines if words in line.text)


def test_mark_is_red_and_35_mm_down(presets):
    page = first_page(presets, {"发文字号": "青禾政〔2026〕3号"})
    line = line_of(page, "青禾镇人民政府文件")
    run = line.runs[0]
    assert run.colour == "#FF0000"
    top = line.y - run.size * 0.86
    assert abs((top - page.area.top) / MM - 35) < 2


def test_number_is_centred_or_stands_left_of_the_signer(presets):
    page = first_page(presets, {"发文字号": "青禾政[2026]03号"})
    line = line_of(page, "青禾政〔2026〕3号")
    middle = line.x + line.runs[0].x + sum(run.width for run in line.runs) / 2
    assert abs(middle - (page.area.left + page.area.right) / 2) < EM
    page = first_page(presets, {"发文字号": "青禾政〔2026〕3号", "签发人": "周××"})
    line = line_of(page, "签发人：周××")
    assert abs(line.x + line.runs[0].x - page.area.left - EM) < 1
    end = line.x + line.runs[-1].x + line.runs[-1].width
    assert abs(page.area.right - end - EM) < 1


def test_red_rule_is_as_wide_as_the_type_area(presets):
    page = first_page(presets, {})
    rule = page.rules[0]
    assert rule.colour == "#FF0000"
    assert abs((rule.x1 - rule.x0) / MM - 156) < 0.3


def test_corner_lines_stand_in_order_without_holes(presets):
    page = first_page(presets, {"紧急程度": "特急", "份号": "12"})
    assert [line.text for line in page.lines[:2]] == ["000012", "特急"]


def test_joint_issuers_share_the_mark(presets):
    page = first_page(presets, {"发文机关标志": "青禾镇人民政府、云岭县司法局"})
    red = [run.text for line in page.lines for run in line.runs if run.colour == "#FF0000"]
    assert red.count("文件") == 1
    assert {"青禾镇人民政府", "云岭县司法局"} <= set(red)


def closing(presets, **wishes):
    page = lay_out(make_report(body="一是学习。"), presets=presets, **wishes).pages[0]
    right = page.area.right
    date = page.lines[-2]
    name = [line for line in page.lines if line.text == "青禾镇人民政府"][-1]
    ends = [line.x + line.runs[-1].x + line.runs[-1].width for line in (name, date)]
    starts = [line.x + line.runs[0].x for line in (name, date)]
    return [(right - end) / EM for end in ends], starts


def test_unsealed_name_two_from_the_right_date_two_further_in(presets):
    rights, starts = closing(presets, options={"印章": "否"})
    assert abs(rights[0] - 2) < 0.3 or abs(rights[1] - 2) < 0.3
    assert abs((starts[1] - starts[0]) / EM - 2) < 0.1


def test_sealed_date_four_from_the_right_name_centred_above(presets):
    rights, starts = closing(presets, options={"印章": "是"})
    assert abs(rights[1] - 4) < 0.3
    assert abs((rights[0] - rights[1]) - (starts[1] - starts[0]) / -EM) < 0.1  # centred above


def test_joint_signature_in_one_line_is_taken_apart(presets):
    report = make_report(signature="青禾镇人民政府　云岭县司法局")
    pages = lay_out(report, presets=presets)
    texts = [line.text for page in pages.pages for line in page.lines]
    assert "青禾镇人民政府" in texts
    assert "云岭县司法局" in texts


def test_name_spread_by_blanks_is_one_issuer(presets):
    report = replace(make_report(signature="青禾镇 人民政府"), signature="青禾镇 人民政府")
    texts = [line.text for page in lay_out(report, presets=presets).pages for line in page.lines]
    assert "青禾镇 人民政府" in texts


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("份号", "甲"),
        ("密级", "公开"),
        ("紧急程度", "很急"),
        ("发文字号", "3号"),
        ("印章", "也许"),
        ("版记位置", "中间"),
        ("正文字体", "<仿宋>"),
    ],
)
def test_bad_option_is_a_sentence(presets, key, value):
    with pytest.raises(BadUsageError, match=key):
        first_page(presets, {key: value})


def test_english_keys_are_the_same(presets):
    page = first_page(presets, {"number": "青禾政〔2026〕3号", "seal": "no"})
    assert line_of(page, "青禾政〔2026〕3号")
