"""What the tables of a survey show: its values as lines of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.model.survey import STATES, growth
from lawdraft.ui.survey.table import Cell, Line
from lawdraft.ui.words import LEVELS, RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.model.finding import Finding, Severity
    from lawdraft.model.survey import Copying, Survey, SurveyRow, Tally

SHORT_PARTS = ("成效", "不足", "第一责任人", "下年安排")
TOWNS = ("单位", "年度", "报告日期", *SHORT_PARTS, *LEVELS.values(), "雷同", "说明", "文件")
TOWN_WIDTHS = (138, 52, 92, 50, 50, 88, 76, 58, 58, 58, 168, 0, 150)
RULE_HEADS, RULE_WIDTHS = ("轻重", "问题", "份数", "处数"), (72, 0, 56, 56)
PLACE_HEADS, PLACE_WIDTHS = ("单位", "说明", "原文"), (180, 0, 190)
TALLY_HEADS = ("指标", "单位", "份数", "合计", "中位数", "最小", "最大", "悬殊")
TALLY_WIDTHS = (0, 48, 50, 84, 72, 66, 74, 50)
VALUE_HEADS, VALUE_WIDTHS = ("单位", "数值", "提示"), (0, 110, 150)
CHANGE_HEADS = ("单位", "指标", "量词", "上一年", "数值", "本年", "数值", "增减")
CHANGE_WIDTHS = (150, 0, 56, 66, 90, 60, 90, 90)
PAIR_HEADS, PAIR_WIDTHS = ("报告", "与哪一份相同", "占本报告"), (170, 0, 78)
STATE_TONES = {"there": "good", "mentioned": "warn", "missing": "bad"}
LEVEL_TONES: dict[Severity, str] = {"error": "bad", "warning": "warn", "note": "ink_soft"}
GREAT_SHARE = 0.3  # of a report that stands in another unit's: red
GREAT_CHANGE = 1.0  # doubled, or gone
TO_MEND, FINE = "▲", "△"  # marks in what a line is found by


def town_line(number: int, row: SurveyRow, copied: tuple[float, str] = (0.0, ""), remark: str = "") -> Line:  # fmt: skip
    """One file of the folder."""
    if row.trouble:
        blanks = (Cell(),) * (len(TOWNS) - 3)
        why = row.trouble.removeprefix(f"“{row.name.rpartition('/')[2]}”：")
        words = (Cell("读不出", tone="bad"), *blanks, Cell(why, tone="bad"), Cell(row.name))
        return Line(words, number, f"{row.name} {row.trouble} {TO_MEND}")
    share, whom = copied
    parts = (Cell(STATES[s], tone=STATE_TONES[s], centred=True) for s in row.parts)
    counts = (_count(row.count(level), LEVEL_TONES[level]) for level in LEVELS)
    alike = f"{share:.0%} 同{short(whom)}" if share else ""
    cells = (
        Cell(short(row.unit)),
        Cell(str(row.year or "？"), row.year or 0, centred=True),
        Cell(row.date or ""),
        *parts,
        *counts,
        Cell(alike, share, "bad" if share >= GREAT_SHARE else "", share, left=True),
        Cell(remark, tone="warn"),
        Cell(row.name),
    )
    bad = "missing" in row.parts or row.count("error") or remark or share >= GREAT_SHARE
    return Line(cells, number, f"{row.unit} {row.name} {row.year} {TO_MEND if bad else FINE}")


def town_lines(survey: Survey) -> Iterator[Line]:
    """Every file of a finished survey."""
    alike, twins = survey.most_alike(), survey.twin_rows()
    for number, row in enumerate(survey.rows):
        pair = alike.get(number)
        copied = (pair.share, survey.rows[pair.there].unit) if pair else (0.0, "")
        yield town_line(number, row, copied, survey.remark(number, twins.get(number, ())))


def rule_lines(survey: Survey) -> Iterator[Line]:
    """How often each rule speaks, and in how many reports; the gravest first."""
    grave, most = tuple(LEVELS), max(1, len(survey.readable))
    for each in survey.spoken():
        rule, level, reports = each.rule, each.level, each.reports
        level_cell = Cell(LEVELS[level], grave.index(level), LEVEL_TONES[level], centred=True)
        count = Cell(str(reports), reports, share=reports / most)
        cells = (level_cell, Cell(RULES.get(rule, rule)), count, _count(each.places))
        yield Line(cells, (rule, level))


def place_lines(survey: Survey, rule: str, level: Severity) -> Iterator[Line]:
    """Every place where one rule speaks; a line stands for its report and the finding."""
    for number in survey.readable:
        row = survey.rows[number]
        for finding in row.findings:
            if (finding.rule, finding.level) == (rule, level):
                yield _place(number, row, finding)


def _place(number: int, row: SurveyRow, finding: Finding) -> Line:
    excerpt = " ".join(finding.excerpt.split())
    return Line((Cell(named(row)), Cell(finding.message), Cell(excerpt)), (number, finding))


def tally_lines(survey: Survey) -> Iterator[Line]:
    """Each indicator of the newest year: sum, middle, range, how many are far from the others."""
    for number, tally in enumerate(survey.tallies):
        values = [value for _row, value in tally.values]
        middle = (tally.total, tally.middle, min(values), max(values))
        far = Cell(str(len(tally.outliers)) if tally.outliers else "", len(tally.outliers), "bad")
        words = (Cell(tally.name), Cell(tally.unit), _count(len(values)))
        yield Line((*words, *(_number(value) for value in middle), far), number)


def value_lines(survey: Survey, tally: Tally) -> Iterator[Line]:
    """Who gave what for one indicator, the greatest first."""
    most = max((value for _row, value in tally.values), default=0.0)
    for number, value in sorted(tally.values, key=lambda pair: -pair[1]):
        far = number in tally.outliers
        share = value / most if most > 0 else 0.0
        shown = Cell(f"{value:,.12g}{tally.unit}", value, "bad" if far else "", share)
        hint = Cell("相差悬殊，请核实" if far else "", tone="bad")
        yield Line((Cell(short(survey.rows[number].unit)), shown, hint), number)


def change_lines(survey: Survey) -> Iterator[Line]:
    """Each unit's indicators from one year to the next."""
    for change in survey.changes:
        before, now = change.earlier[1], change.later[1]
        step = (now - before) / before if before else 0.0
        tone = "warn" if abs(step) >= GREAT_CHANGE else ""
        years = (_year(change.earlier[0]), _number(before), _year(change.later[0]), _number(now))
        words = (Cell(short(change.unit)), Cell(change.name), Cell(change.measure))
        yield Line((*words, *years, Cell(growth(before, now), step, tone)))


def pair_lines(survey: Survey) -> Iterator[Line]:
    """Two reports with words in common, the most alike first; a unit's own years last."""
    order = sorted(enumerate(survey.copying), key=lambda each: (each[1].own, -each[1].share))
    for number, pair in order:
        yield Line(_pair(survey, pair), number)


def _pair(survey: Survey, pair: Copying) -> tuple[Cell, ...]:
    here, there = survey.rows[pair.here], survey.rows[pair.there]
    whom = named(there) + ("（本单位另一年）" if pair.own else "")
    tone = "bad" if pair.share >= GREAT_SHARE and not pair.own else ""
    return Cell(named(here)), Cell(whom), Cell(f"{pair.share:.0%}", pair.share, tone, pair.share)


def named(row: SurveyRow) -> str:
    """青禾镇2025: short, and still told from the same unit's other year."""
    return f"{short(row.unit)}{row.year or ''}"


def short(unit: str) -> str:
    """青禾镇人民政府 → 青禾镇; the ending says nothing where all have it."""
    return unit.removesuffix("人民政府") or unit


def _count(number: int, tone: str = "") -> Cell:
    return Cell(str(number) if number else "", number, tone if number else "")


def _number(value: float | None) -> Cell:
    return Cell("" if value is None else f"{value:,.12g}", 0.0 if value is None else value)


def _year(year: int) -> Cell:
    return Cell(str(year), year)


def in_words(survey: Survey) -> str:
    """The folder in one sentence."""
    readable = len(survey.readable)
    bad = len(survey.rows) - readable
    said = f"共 {len(survey.rows)} 个文件，读出报告 {readable} 份"
    said += f"，读不出 {bad} 个" if bad else ""
    return f"{said}；四个必备部分齐全的 {survey.complete} 份。"
