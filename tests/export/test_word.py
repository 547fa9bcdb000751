"""What stands in the .docx: styles, outline levels, fonts, language, properties; golden parts."""

import re
import zipfile
from pathlib import Path

import pytest
from export_samples import ANNEX, BODY, make_report

from lawdraft.export import export_report

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
PARTS = ("document", "styles", "settings", "fontTable", "footer1", "footer2")
FULL = {
    "份号": "1",
    "密级": "秘密★1年",
    "紧急程度": "加急",
    "发文字号": "青禾政〔2026〕3号",
    "签发人": "周××",
    "抄送": "县委全面依法治县委员会办公室，县司法局",
    "印发机关": "青禾镇党政办公室",
}


def full_report():
    return make_report(
        notes="附件：1.2025年法治政府建设主要指标统计表\n2.2026年重点任务分工方案",
        annex=ANNEX,
        note="（联系人：林××，联系电话：0000—0000000）",
    )


def pretty(text):
    """One element a line, so that a difference is readable."""
    return re.sub(r">\s*<", ">\n<", text).strip() + "\n"


@pytest.mark.parametrize(
    ("name", "report", "wishes"),
    [
        ("plain", make_report(), {}),
        ("red-head", full_report(), {"layout": "red-head", "options": FULL}),
    ],
)
def test_golden_parts(write, document, name, report, wishes):
    """The files under tests/golden; delete one and run twice to make it anew."""
    out, made = write(report, **wishes), []
    for part in PARTS:
        found = pretty(document(out, f"word/{part}.xml"))
        golden = GOLDEN / f"{name}-{part}.xml"
        if not golden.exists():
            golden.write_text(found, encoding="utf-8", newline="\n")
            made.append(golden.name)
        assert found == golden.read_text(encoding="utf-8"), f"{golden.name} differs"
    assert not made, f"made anew: {made}; look at them, then run again"


def test_text_is_the_reports(write):
    from docx import Document

    report = make_report()
    paragraphs = [p.text for p in Document(str(write(report))).paragraphs]
    text = "\n".join(p.replace("\n", "") for p in paragraphs if p)
    assert text == report.text


def test_own_line_headings_are_styles_run_in_ones_are_not(write):
    from docx import Document

    styles = {p.text[:6]: p.style.name for p in Document(str(write(make_report()))).paragraphs}
    assert styles["一、2025"] == "Heading 1"
    assert styles["（一）强化组"] == "Heading 2"
    assert styles["（二）推进依"] == "Body Text"


def test_only_the_heading_part_of_a_run_in_paragraph_is_kai(write, document):
    xml = document(write(make_report(body="（一）推进依法决策。修订《规程》。")))
    kai = re.findall(r'Heading2Char"/>.*?<w:t[^>]*>([^<]*)', xml)
    assert kai == ["（一）推进依法决策。"]


def test_heading_inside_a_paragraph_keeps_its_place_and_type(write, document):
    from dataclasses import replace

    from lawdraft.model.report import Heading

    report = make_report(body="推进工作。（一）加强学习。学法6次。")
    at = report.text.index("（一）")
    report = replace(report, headings=(Heading(2, "（一）加强学习", "mid_line", at, at + 8),))
    xml = document(write(report))
    assert re.search(r'Heading2Char"/>.*?<w:t[^>]*>（一）加强学习。<', xml)
    assert xml.count("<w:p>") == document(write(make_report(body="推进"), "b.docx")).count("<w:p>")


def test_package_has_no_theme_fonts_and_no_second_styles(write):
    with zipfile.ZipFile(write(make_report())) as package:
        assert not any("stylesWithEffects" in name for name in package.namelist())
        parts = [package.read(n).decode() for n in package.namelist() if n.startswith("word/")]
    assert not any("Theme=" in part and "rFonts" in part for part in parts)
    assert 'w:eastAsia="zh-CN"' in "".join(parts)


def test_properties_name_title_and_unit(write):
    from docx import Document

    properties = Document(str(write(make_report()))).core_properties
    assert properties.title == "青禾镇人民政府关于2025年法治政府建设情况的报告"
    assert properties.author == "青禾镇人民政府"
    assert properties.language == "zh-CN"
    assert properties.created.date().isoformat() == "2026-01-15"


@pytest.mark.parametrize("layout", ["plain", "red-head"])
def test_schema_is_obeyed(write, layout):
    from openxml_audit import OpenXmlValidator

    options = FULL if layout == "red-head" else {}
    out = write(full_report(), layout=layout, options=options)
    result = OpenXmlValidator().validate(str(out))
    assert [str(error) for error in result.errors] == []


def test_missing_title_is_made_and_placeholder_left_out(write):
    from docx import Document

    report = make_report(title="", body="开展活动[image: a.png]6次。\n[图片]")
    texts = [p.text for p in Document(str(write(report))).paragraphs if p.text]
    assert texts[0].replace("\n", "") == "青禾镇2025年法治政府建设年度报告"
    assert "开展活动6次。" in texts
    assert not any("图片" in text for text in texts)


def test_report_of_any_shape_can_be_written(tmp_path, presets):
    for number, body in enumerate(["", "字", "|a\tb\n|c", BODY + "\n" + "长" * 5000, "\x00\x0b甲"]):
        report = make_report(body=body, signature="", day=None, addressee="", title="")
        export_report(report, tmp_path / f"{number}.docx", presets=presets)
