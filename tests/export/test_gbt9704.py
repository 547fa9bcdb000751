"""Every row of the independent GB/T 9704 check on what `lawdraft export` makes of the examples.

Needs LibreOffice, the stand-in fonts and ../shared, where the examples and the check stand.
"""

import importlib.util
import re

import pytest
from test_rendered import FONTS, render

from lawdraft import flow
from lawdraft.__main__ import main
from lawdraft.export.content import take_apart
from lawdraft.export.options import parse_options
from lawdraft.export.plain import write_text
from lawdraft.export.preset import find_preset

pytestmark = [pytest.mark.rendered, pytest.mark.slow]
RECORD = {"抄送": "县委依法治县办，县司法局，各村（社区）", "印发机关": "党政综合办公室"}
RECORD |= {"印发日期": "2026年1月20日"}  # three of the examples have no date of their own
NUMBER = {"发文字号": "青禾政〔2026〕17号", "签发人": "王××", "份号": "12", "密级": "秘密★1年"}
ANNEXES = {"附件": "2025年法治政府建设主要指标统计表|2026年重点任务分工方案"}
THREE = "云岭县青禾镇人民政府、中共云岭县青禾镇委员会、云岭县司法局青禾司法所"
VARIANTS = {
    "plain": ("plain", {}),
    "sealed": ("red-head", NUMBER | RECORD | {"紧急程度": "加急", "印章": "是"}),
    "unsealed": ("red-head", {"发文字号": "青禾政〔2026〕3号", "印章": "否"} | RECORD),
    "annexes": ("plain", ANNEXES),
    "joint": ("red-head", NUMBER | RECORD | {"署名": THREE, "发文机关标志": THREE}),
}
OWN = {  # rules on which a preset claims its own value, and how the check words it
    "补偿边距": {
        "天头（上页边距）": r"34\.6\d mm",
        "版心高": r"229\.8\d mm",
        "一字线上距版心下边缘": r"4\.[4-7]\d mm",
    },
    "常见地方做法": {
        "按版面设置推算每面行数": r"22 行，行距 28 pt",
        "撑满：22 行后剩余高度": r"0\.7\d 行",
        "按版面设置推算每行字数": r"27 字，字距 16\.000 pt",
        "每行字数（全角满行，含首行缩进，不计悬挂标点）": r"27字×",
    },
}


@pytest.fixture(scope="module")
def check(shared):
    """The independent check as a module."""
    if not FONTS.exists():
        pytest.skip("no stand-in fonts here")
    spec = importlib.util.spec_from_file_location("verify", shared / "layout" / "verify.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def export(source, out, layout, options, preset=""):
    words = ["export", source, "--out", out, "--layout", layout]
    words += ["--preset", preset] if preset else []
    for name, value in options.items():
        words += ["--option", f"{name}={value}"]
    assert main([str(word) for word in words]) == 0


def rows_of(check, files, folder):
    """The rows of each file's check: all rendered in one run, the grid off as the check wants."""
    bare = folder / "bare"
    bare.mkdir()
    for file in files:
        check.without_grid(file, bare / file.name)
    render([bare / file.name for file in files], folder)
    for file in files:
        found = check.Report()
        measures = check.check_ooxml(check.Docx(file), found)
        check.check_pages(str(file.with_suffix(".pdf")), measures, found, strict_ink=False)
        yield file, found.rows


def failures(rows):
    return [(row["clause"], row["rule"], row["got"]) for row in rows if row["ok"] is False]


@pytest.fixture(scope="module")
def exported(shared, tmp_path_factory):
    """The examples in every variant: path → (example, variant)."""
    folder = tmp_path_factory.mktemp("gbt")
    made = {}
    for source in sorted((shared / "examples").glob("*.txt")):
        for name, (layout, options) in VARIANTS.items():
            out = folder / f"{source.stem}-{name}.docx"
            export(source, out, layout, options)
            made[out] = (source, name)
    return made


def test_no_row_fails_on_any_example_in_any_variant(check, exported):
    checked = 0
    for file, rows in rows_of(check, list(exported), next(iter(exported)).parent):
        assert failures(rows) == [], file.name
        checked += sum(row["ok"] is True for row in rows)
    print(f"{checked} rows passed on {len(exported)} files")
    assert checked > 45 * len(exported)


def test_every_file_is_valid_openxml(exported):
    from openxml_audit import OpenXmlValidator

    for file in exported:
        result = OpenXmlValidator().validate(str(file))
        assert result.is_valid, (file.name, [str(error) for error in result.errors][:3])


def test_every_file_reads_back_as_the_report(exported):
    kit = flow.Kit()
    for file, (source, name) in exported.items():
        layout, options = VARIANTS[name]
        report = flow.outline_file(source, kit)
        wanted = write_text(take_apart(report, parse_options(options, layout))).decode("utf-8-sig")
        again = flow.outline_file(file, kit)
        assert "".join(again.text.split()) == "".join(wanted.split()), file.name
        assert [h.text for h in again.headings] == [h.text for h in report.headings]


@pytest.mark.parametrize("preset", OWN)
def test_other_presets_hold_their_own_values(check, shared, tmp_path, presets, preset):
    files = []
    for source in sorted((shared / "examples").glob("*.txt"))[:3]:
        for name in ("plain", "sealed"):
            files.append(tmp_path / f"{source.stem}-{name}.docx")
            export(source, files[-1], *VARIANTS[name], preset)
    assert find_preset(preset, presets).name == preset
    for file, rows in rows_of(check, files, tmp_path):
        for _, rule, got in failures(rows):
            assert rule in OWN[preset], (file.name, rule, got)
            assert re.search(OWN[preset][rule], got), (file.name, rule, got)
        assert {row["rule"] for row in rows} >= set(OWN[preset])
